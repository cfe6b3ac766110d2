package testkit

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Build builds a program, in a folder of its module, and returns its path. The program is the
// name of a package, or a text of its own that begins with "package".
func Build(t testing.TB, dir, program string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "program")
	if strings.HasPrefix(program, "package ") {
		text := path + ".go"
		if err := os.WriteFile(text, []byte(program), 0o644); err != nil {
			t.Fatal(err)
		}
		program = text
	}
	command := exec.Command("go", "build", "-o", path, program)
	command.Dir = dir
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// Links reports whether a program contains an embedded file: what it pays for, and under
// whose licences it is. These files begin with lines of their own, which are looked for.
func Links(t testing.TB, program, file string) bool {
	t.Helper()
	p, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Contains(p, f[:200])
}
