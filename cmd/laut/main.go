// Command laut reads German news and says who is named in it and who says what.
//
//	laut article.txt
//	laut -format jsonl articles.jsonl > read.jsonl
//	laut grep -speaker Merkel -stance denies articles/
//	laut serve
//
// It reads text, JSON Lines and saved web pages, each also with gzip, in files, folders
// and patterns or from standard input. Without a command it writes what it found in one of
// the formats of [github.com/laut-nlp/laut/export]. The commands are
//
//   - laut grep, which finds claims by speaker, topic, kind and stance;
//   - laut people, which counts who is quoted most in many articles
//     ([github.com/laut-nlp/laut/people]);
//   - laut serve, which has a page to paste articles into, and a JSON API
//     ([github.com/laut-nlp/laut/web]);
//   - laut eval, which measures what laut finds against annotated text;
//   - laut completion, which has bash, zsh or fish complete the flags.
//
// Each has help of its own: laut grep -h. Install it by
//
//	go install github.com/laut-nlp/laut/cmd/laut@latest
//
// # Exit status
//
// 0 says that all went well, 1 that something could not be read or written (the rest was),
// 2 that the command line makes no sense and nothing was done. Those of laut grep are
// grep's: 0 says that a claim was found, 1 that none was, 2 that something went wrong.
//
// # Licence
//
// Laut may be used for everything, commercial use included: code and data are MIT, CC BY and
// CC BY-SA. NOTICE tells more.
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
	"strings"
	"syscall"

	laut "github.com/laut-nlp/laut"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// The exit statuses.
const (
	done   = 0
	failed = 1 // some input could not be read, or the output not be written
	misuse = 2 // the command line makes no sense; nothing was done
)

// command is what laut can be told to do.
type command struct {
	name  string // the first argument; empty for reading, which needs none
	about string // in a few words
	run   func(args []string, std streams) int
	flags func() *flag.FlagSet
	words []string // what may stand for a file; nil: files
}

// commands are all of them. A function, since completion is one of them and lists them.
func commands() []command {
	return []command{
		{name: "", about: "read articles", run: runRead, flags: func() *flag.FlagSet { return new(reading).flags() }},
		{name: "grep", about: "find claims", run: runGrep, flags: func() *flag.FlagSet { return new(searching).flags() }},
		{name: "people", about: "count who is quoted most", run: runPeople, flags: func() *flag.FlagSet { return new(counting).flags() }},
		{name: "eval", about: "measure against annotated text", run: runEval, flags: func() *flag.FlagSet { return new(evaluation).flags() },
			words: []string{"claims", "quotes", "entities", "tokens"}},
		{name: "serve", about: "read articles over HTTP", run: runServe, flags: func() *flag.FlagSet { return new(serving).flags() }},
		{name: "completion", about: "have a shell complete the flags", run: runCompletion, flags: newFlags, words: shellNames},
	}
}

// run is the command without its process, so that a test can call it.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	std := streams{in: stdin, out: stdout, err: stderr}
	for _, c := range commands() {
		if len(args) > 0 && args[0] == c.name && c.name != "" {
			return c.run(args[1:], std)
		}
	}
	return runRead(args, std)
}

// reading is the command line of laut without a command.
type reading struct {
	options
	version bool
}

func (r *reading) flags() *flag.FlagSet {
	flags := newFlags()
	r.addInput(flags)
	r.addOutput(flags, formats[0].Name)
	flags.Lookup("format").Usage += "; with -o FOLDER/ jsonl"
	flags.BoolVar(&r.resume, "resume", false, "go on where a run with the same flags was interrupted: with -o FILE -format jsonl leave out "+
		"the documents whose ids are there, with -o FOLDER/ those whose files are there. What failed is tried again")
	flags.BoolVar(&r.version, "version", false, "print the version and stop")
	return flags
}

func runRead(args []string, std streams) int {
	var r reading
	flags := r.flags()
	if status, stop := parse(flags, args, "read", &std); stop {
		return status
	}
	if r.version {
		_, err := fmt.Fprintln(std.out, version())
		return printed(err, std.err)
	}
	t := targetOf(r.out)
	if t.folder && !isSet(flags, "format") {
		r.format = "jsonl" // the files are for programs; a table is for a terminal
	}
	f := formatOf(r.format)
	if err := r.check(flags, f, t); err != nil {
		return std.misused("%v", err)
	}
	if len(args) > 0 && looksLikeCommand(args[0]) {
		return std.misused("%s is neither a file nor a command", args[0])
	}
	_, status := r.process(flags.Args(), f, func(d document, reader *laut.Reader) *laut.Article { return reader.Read(d.text) }, std)
	return status
}

// newFlags returns a flag set whose errors are left to parse.
func newFlags() *flag.FlagSet {
	flags := flag.NewFlagSet("laut", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// parse reads the flags, or prints the page of the manual if they ask for it. It reports
// whether the command is over, and its status then.
func parse(flags *flag.FlagSet, args []string, page string, std *streams) (status int, stop bool) {
	if page != "read" {
		std.command = page + " "
	}
	switch err := flags.Parse(args); {
	case err == nil:
		return done, false
	case errors.Is(err, flag.ErrHelp):
		_, err := io.WriteString(std.out, help(page, flags))
		return printed(err, std.err), true
	default:
		return std.misused("%v", err), true
	}
}

// straying returns an error for a flag that stands after a file and is taken for one.
func straying(flags *flag.FlagSet) error {
	for _, arg := range flags.Args() {
		name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if !strings.HasPrefix(arg, "-") || flags.Lookup(name) == nil {
			continue
		}
		if _, err := os.Stat(arg); err != nil {
			return fmt.Errorf("%s stands behind a file: flags come first", arg)
		}
	}
	return nil
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

// report writes a line for each of the errors that are joined.
func report(stderr io.Writer, err error) {
	for _, e := range listErrors(err) {
		fmt.Fprintf(stderr, "laut: %v\n", e)
	}
}

// misused reports what makes no sense, and where the page of the command is.
func (s *streams) misused(format string, args ...any) int {
	report(s.err, fmt.Errorf(format+" (laut "+s.command+"-h tells more)", args...))
	return misuse
}

// printed turns the result of writing to standard output into a status. A reader
// that has seen enough (laut … | head) is no failure to speak of. On Unix the signal ends
// the process first, unless whoever started it had the signal ignored.
func printed(err error, stderr io.Writer) int {
	switch {
	case err == nil:
		return done
	case !errors.Is(err, syscall.EPIPE) && !errors.Is(err, io.ErrClosedPipe):
		report(stderr, err)
	}
	return failed
}

func version() string {
	v := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		v = info.Main.Version
	}
	return fmt.Sprintf("laut %s %s", v, runtime.Version())
}
