package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/internal/testkit"
	"golang.org/x/text/encoding/ianaindex"

	// Scripts show a command as a user meets it: arguments and files in, output,
	// messages and status out, each in a process of its own. Only tests need it.
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"laut": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       testkit.Update(),
		Condition: func(c string) (bool, error) {
			if c == "pty" {
				return hasScript(), nil
			}
			return false, fmt.Errorf("unknown condition %s", c)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "gzip": gzipFiles, "truncate": truncate, "concat": concat, "encode": encode, "repeat": repeat, "terminal": onTerminal,
		},
	})
}

// exits runs a command and checks its status: exits 2 laut -x
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("status %d, want %d", got, want)
	}
}

// The help names the score that the extractor takes.
func TestHelpNamesMinScore(t *testing.T) {
	texts := helps(t)
	for _, name := range []string{"", "people", "eval", "serve"} {
		want := fmt.Sprintf("default %v", claims.DefaultMinScore)
		if !strings.Contains(strings.Join(strings.Fields(texts[name]), " "), want) {
			t.Errorf("the help of laut %s lacks %q", name, want)
		}
	}
}

// A line is read whole, whatever its length: bufio.Scanner would stop at 64 KB.
func TestLongLine(t *testing.T) {
	text := strings.Repeat("Ja. ", 1<<18)
	input := fmt.Sprintf("{\"id\":\"lang\",\"text\":%q}\n{\"id\":\"kurz\",\"text\":\"Nein.\"}\n", text)
	var out, errs strings.Builder
	status := run([]string{"-input", "jsonl", "-format", "jsonl"}, strings.NewReader(input), &out, &errs)
	if status != done || errs.Len() > 0 {
		t.Fatalf("status %d, %s", status, errs.String())
	}
	lines := strings.Split(out.String(), "\n")
	if len(lines) != 3 || !strings.Contains(lines[0], text) || !strings.HasPrefix(lines[1], `{"id":"kurz"`) {
		t.Errorf("%d lines, want the long one whole and the short one", len(lines)-1)
	}
}

// brokenReader fails in the middle, as a disk or a network does.
type brokenReader struct{ r io.Reader }

var errBroken = errors.New("cable cut")

func (b brokenReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if err == io.EOF {
		err = errBroken
	}
	return n, err
}

func TestBrokenInput(t *testing.T) {
	tests := []struct{ input, want, reason string }{
		{"text", "", "half a text is no document"},
		{"jsonl", `{"id":"a"`, "the lines before are done"},
	}
	for _, tt := range tests {
		var out, errs strings.Builder
		r := brokenReader{strings.NewReader(`{"id":"a","text":"Ja."}` + "\n" + `{"id":"b","te`)}
		status := run([]string{"-input", tt.input, "-format", "jsonl"}, r, &out, &errs)
		if status != failed || errs.String() != "laut: stdin: cable cut\n" {
			t.Errorf("%s: status %d, stderr %q", tt.input, status, errs.String())
		}
		if got := out.String(); !strings.HasPrefix(got, tt.want) || strings.Count(got, "\n") != min(1, len(tt.want)) {
			t.Errorf("%s: printed %q; %s", tt.input, got, tt.reason)
		}
	}
}

// brokenWriter takes the first documents and then fails.
type brokenWriter struct {
	left int
	err  error
}

func (w *brokenWriter) Write(p []byte) (int, error) {
	if w.left--; w.left < 0 {
		return 0, w.err
	}
	return len(p), nil
}

func TestBrokenOutput(t *testing.T) {
	input := strings.Repeat(`{"id":"a","text":"Ja."}`+"\n", 1000)
	tests := []struct {
		err    error
		stderr string
	}{
		{io.ErrClosedPipe, ""},
		{errBroken, "laut: cable cut\n"},
	}
	for _, tt := range tests {
		var errs strings.Builder
		status := run([]string{"-input", "jsonl"}, strings.NewReader(input), &brokenWriter{left: 3, err: tt.err}, &errs)
		if status != failed || errs.String() != tt.stderr {
			t.Errorf("%v: status %d, stderr %q, want %q", tt.err, status, errs.String(), tt.stderr)
		}
	}
}

// The width of the table is that of the terminal where the shell tells it.
func TestColumns(t *testing.T) {
	t.Setenv("COLUMNS", "50")
	name := strings.Repeat("lang", 30) + ".txt"
	t.Chdir(t.TempDir())
	for _, f := range []string{name, "b.txt"} {
		if err := os.WriteFile(f, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	if status := run([]string{name, "b.txt"}, nil, &out, io.Discard); status != done {
		t.Fatalf("status %d", status)
	}
	if title, _, _ := strings.Cut(out.String(), "\n"); len([]rune(title)) != 50 {
		t.Errorf("the title has %d columns, want 50: %s", len([]rune(title)), title)
	}
}

// gzipFiles packs each file as a member of its own: gzip FILE... PACKED
func gzipFiles(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	last := len(args) - 1
	for _, name := range args[:last] {
		z := gzip.NewWriter(&b)
		_, err := z.Write([]byte(ts.ReadFile(name)))
		ts.Check(err)
		ts.Check(z.Close())
	}
	path := ts.MkAbs(args[last])
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o777))
	ts.Check(os.WriteFile(path, b.Bytes(), 0o666))
}

// truncate cuts a file to a length, or so many bytes from its end: truncate FILE 20, truncate FILE -20
func truncate(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	if n < 0 {
		n += len(ts.ReadFile(args[0]))
	}
	ts.Check(os.Truncate(ts.MkAbs(args[0]), int64(n)))
}

// concat writes files one after another: concat FILE... ALL
func concat(ts *testscript.TestScript, _ bool, args []string) {
	var all string
	last := len(args) - 1
	for _, name := range args[:last] {
		all += ts.ReadFile(name)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[last]), []byte(all), 0o666))
}

// encode writes a UTF-8 file in another encoding: encode windows-1252 FILE COPY
func encode(ts *testscript.TestScript, _ bool, args []string) {
	e, err := ianaindex.IANA.Encoding(args[0])
	ts.Check(err)
	text, err := e.NewEncoder().String(ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(text), 0o666))
}

// repeat writes a file many times over: repeat N FILE COPIES
func repeat(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(strings.Repeat(ts.ReadFile(args[1]), n)), 0o666))
}

// hasScript reports whether there is the program that runs another one on a terminal, with
// the flags that it has on Linux.
func hasScript() bool {
	out, err := exec.Command("script", "--version").Output()
	return err == nil && strings.Contains(string(out), "util-linux")
}

// onTerminal runs a command, whose arguments have no spaces, with a terminal for its
// streams. What it writes there is its standard output to the script.
func onTerminal(ts *testscript.TestScript, _ bool, args []string) {
	_ = ts.Exec("script", "-qec", strings.Join(args, " "), "/dev/null") // the status is that of the command
}
