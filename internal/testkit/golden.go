// Package testkit is what the tests of several packages and modules share: golden files,
// damaged data files, time that grows with the work, and what a built program contains.
//
// Golden files are for people to read and edit. Run a package's tests with -update to
// rewrite its files:
//
//	go test ./export -update
package testkit

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Update reports whether the test was run with -update.
func Update() bool { return *update }

// Golden reports an error when got is not what the file at path holds. With
// -update it writes got to the file instead.
func Golden(t testing.TB, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run the test with -update to write it)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// Cases checks files that hold both the cases and their results: render takes a
// file and returns it with the results as they are now. Each file that the
// pattern names is a subtest; an error of render says where in the file.
func Cases(t *testing.T, pattern string, render func(file string) (string, error)) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no golden files %s: %v", pattern, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), func(t *testing.T) {
			file, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got, err := render(string(file))
			if err != nil {
				t.Fatalf("%s:%v", path, err)
			}
			Golden(t, path, got)
		})
	}
}

// Texts returns a file of cases with the results as they are now. A case is the lines
// "== title", "# reason" and "> text", each of the latter two once at least, then the
// result, which render gives for the text; an empty line ends it. An error of render, or a
// case that lacks something, is the error of Texts.
func Texts(file string, render func(text string) (string, error)) (string, error) {
	var out strings.Builder
	for block := range strings.SplitSeq(strings.TrimSpace(file), "\n\n") {
		var text []string
		why := false
		lines := strings.Split(block, "\n")
		if !strings.HasPrefix(lines[0], "== ") {
			return "", fmt.Errorf("a case does not begin with its title: %q", lines[0])
		}
		for _, line := range lines {
			in, isText := strings.CutPrefix(line, "> ")
			switch {
			case isText:
				text = append(text, in)
			case strings.HasPrefix(line, "# "):
				why = true
			case !strings.HasPrefix(line, "== "):
				continue // a result
			}
			out.WriteString(line + "\n")
		}
		if !why || len(text) == 0 {
			return "", fmt.Errorf("the case %q needs a reason and a text", lines[0])
		}
		result, err := render(strings.Join(text, "\n"))
		if err != nil {
			return "", err
		}
		out.WriteString(result + "\n")
	}
	return strings.TrimRight(out.String(), "\n") + "\n", nil
}
