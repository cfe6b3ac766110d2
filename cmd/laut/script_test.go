package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/ianaindex"
)

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
