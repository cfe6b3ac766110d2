// Command laut reads German news and says who is named in it and who says what.
//
//	laut article.txt
//	laut -input jsonl -format jsonl articles.jsonl > read.jsonl
//
// Run laut -h for its flags.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"runtime/debug"
	"strconv"

	"github.com/laut-nlp/laut/export"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// The exit statuses.
const (
	done   = 0
	failed = 1 // some input could not be read, or the output not be written
	misuse = 2 // the command line makes no sense; nothing was done
)

const usage = `laut reads German news and says who is named in it and who says what.

Usage:
  laut [flags] [FILE...]
  laut eval quotes|entities|tokens [flags] GOLD [PRED]

Without a file, or for the file -, laut reads standard input. Each text file is
one document. With several documents the output keeps their order.

Flags:
  -input text|jsonl           what the files hold: one text each, or one JSON
                              object a line with the keys "id" and "text"
                              (others are ignored); default text
  -format table|jsonl         a table to read (the width is $COLUMNS or 80), or
                              one JSON object a line and document; default table
  -names LABEL=FILE           names to find wherever they stand, LABEL being PER,
                              ORG, LOC or MISC: one a line, further spellings
                              behind tabs, # begins a comment; may be repeated
  -rules                      find claims by rules alone, without the models
                              learned from the quotations of German Wikinews,
                              which are not for commercial use
  -min-score S                leave out claims with a score below S, from 0 to 1:
                              more is more precise, less finds more; default
                              0.4, with -rules 0
  -tokens                     write the tokens too (only -format jsonl)
  -offsets bytes|runes|utf16  what offsets count: bytes for Go and Rust, runes
                              for Python, utf16 for JavaScript and Java
                              (only -format jsonl); default bytes
  -version                    print the version and stop
  -h                          print this help and stop

Examples:
  laut article.txt
  laut -format jsonl *.txt | jq -r '.claims[].speaker.name'
  laut -names ORG=companies.txt -names PER=board.txt article.txt
  laut -min-score 0.7 article.txt
  laut -input jsonl -format jsonl -offsets runes < articles.jsonl > read.jsonl

A file or line that cannot be read is reported on standard error as
"laut: FILE:LINE: what is wrong", and the rest is done. The exit status is 0
when all went well, 1 when something was reported, 2 for a wrong command line.
No text is read while a line of a list of names is wrong.
"laut eval -h" tells how to measure against annotated text.
`

// run is the command without its process, so that a test can call it.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) > 0 && args[0] == "eval" {
		return runEval(args[1:], stdout, stderr)
	}
	if len(args) > 0 && args[0] == "serve" {
		return runServe(args[1:], stdout, stderr)
	}
	inputName, formatName := "text", "table"
	var lines export.JSONLines
	flags := newFlags()
	flags.Func("input", "", oneOf(&inputName, "text", "jsonl"))
	flags.Func("format", "", oneOf(&formatName, "table", "jsonl"))
	var names nameLists
	flags.Func("names", "", names.set)
	var how claimFlags
	how.add(flags)
	flags.BoolVar(&lines.Tokens, "tokens", false, "")
	flags.TextVar(&lines.Offsets, "offsets", export.Bytes, "")
	showVersion := flags.Bool("version", false, "")
	if status, stop := parse(flags, args, usage, stdout, stderr); stop {
		return status
	}
	if *showVersion {
		_, err := fmt.Fprintln(stdout, version())
		return printed(err, stderr)
	}
	files := flags.Args()
	switch {
	case formatName != "jsonl" && (lines.Tokens || lines.Offsets != export.Bytes):
		return misused(stderr, "-tokens and -offsets need -format jsonl")
	case len(args) > 0 && looksLikeCommand(args[0]):
		return misused(stderr, "%s is neither a file nor a command", args[0])
	}

	reader, errs := newReader(names, &how)
	if len(errs) > 0 {
		for _, err := range errs {
			report(stderr, err)
		}
		return failed
	}
	f := format{read: reader.Read, write: lines.Write}
	if formatName == "table" {
		// Shells set COLUMNS and seldom export it, so 80 is what most will see.
		width, _ := strconv.Atoi(os.Getenv("COLUMNS"))
		table := export.Table{Width: width, Title: inputName == "jsonl" || len(files) > 1}
		f.write, f.between = table.Write, "\n"
	}
	s := sources{files: files, stdin: stdin, jsonl: inputName == "jsonl"}
	failures := 0
	err := read(s.documents(), f, stdout, func(err error) {
		failures++
		report(stderr, err)
	})
	status := printed(err, stderr)
	if failures > 0 {
		status = failed
	}
	return status
}

// newFlags returns a flag set whose errors are left to parse.
func newFlags() *flag.FlagSet {
	flags := flag.NewFlagSet("laut", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// parse reads the flags. It reports whether the command is over, and its status then.
func parse(flags *flag.FlagSet, args []string, usage string, stdout, stderr io.Writer) (status int, stop bool) {
	switch err := flags.Parse(args); {
	case err == nil:
		return done, false
	case errors.Is(err, flag.ErrHelp):
		_, err := io.WriteString(stdout, usage)
		return printed(err, stderr), true
	default:
		return misused(stderr, "%v", err), true
	}
}

// oneOf is the value of a flag that takes one of two words.
func oneOf(value *string, a, b string) func(string) error {
	return func(s string) error {
		if s != a && s != b {
			return fmt.Errorf("want %s or %s", a, b)
		}
		*value = s
		return nil
	}
}

var word = regexp.MustCompile(`^[a-z]+$`)

// looksLikeCommand reports whether an argument is rather a command that laut
// does not have than a file that is not there.
func looksLikeCommand(arg string) bool {
	if !word.MatchString(arg) {
		return false
	}
	_, err := os.Stat(arg)
	return errors.Is(err, os.ErrNotExist)
}

func report(stderr io.Writer, err error) { fmt.Fprintf(stderr, "laut: %v\n", err) }

func misused(stderr io.Writer, format string, args ...any) int {
	report(stderr, fmt.Errorf(format+" (laut -h tells more)", args...))
	return misuse
}

// printed turns the result of writing to standard output into a status. A reader
// that has seen enough (laut … | head) is no failure to speak of.
func printed(err error, stderr io.Writer) int {
	switch {
	case err == nil:
		return done
	case !brokenPipe(err):
		report(stderr, err)
	}
	return failed
}

// version names the module's version and the Go that built it.
func version() string {
	v := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		v = info.Main.Version
	}
	return fmt.Sprintf("laut %s %s", v, runtime.Version())
}
