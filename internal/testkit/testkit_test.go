package testkit

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// recorder stands in for a test, so that a failing check can be seen.
type recorder struct {
	testing.TB
	said string
}

func (r *recorder) Helper()                   {}
func (r *recorder) Errorf(f string, a ...any) { r.said += fmt.Sprintf(f, a...) }
func (r *recorder) Fatalf(f string, a ...any) { r.said += fmt.Sprintf(f, a...) }

func TestGolden(t *testing.T) {
	if *update {
		t.Skip("-update would rewrite what this test compares")
	}
	path := filepath.Join(t.TempDir(), "sub", "want.golden")
	var r recorder
	if Golden(&r, path, "eins\n"); r.said == "" {
		t.Error("no complaint about a file that is missing")
	}

	*update = true
	Golden(t, path, "eins\n")
	*update = false
	if got, _ := os.ReadFile(path); string(got) != "eins\n" {
		t.Errorf("-update wrote %q", got)
	}

	r = recorder{}
	if Golden(&r, path, "eins\n"); r.said != "" {
		t.Errorf("complaint about equal text: %s", r.said)
	}
	if Golden(&r, path, "zwei\n"); r.said == "" {
		t.Error("no complaint about text that differs")
	}
}

func TestTexts(t *testing.T) {
	render := func(text string) (string, error) {
		if text == "?" {
			return "", fmt.Errorf("no answer")
		}
		return "  " + text + "\n", nil
	}
	for _, c := range []struct{ why, file, want, err string }{
		{"a result is written anew", "== a\n# why\n> x\n> y\n  old\n", "== a\n# why\n> x\n> y\n  x\ny\n", ""},
		{"cases stay apart", "== a\n# why\n> x\n\n== b\n# why\n> y\n", "== a\n# why\n> x\n  x\n\n== b\n# why\n> y\n  y\n", ""},
		{"no title", "# why\n> x\n", "", `a case does not begin with its title: "# why"`},
		{"no reason", "== a\n> x\n", "", `the case "== a" needs a reason and a text`},
		{"no text", "== a\n# why\n", "", `the case "== a" needs a reason and a text`},
		{"an error of the rendering", "== a\n# why\n> ?\n", "", "no answer"},
	} {
		got, err := Texts(c.file, render)
		if got != c.want || err == nil != (c.err == "") || err != nil && err.Error() != c.err {
			t.Errorf("%s: got %q, %v", c.why, got, err)
		}
	}
}

func TestLinear(t *testing.T) {
	const n = 20_000_000
	loop := func(n int) func() {
		return func() {
			sum := 0
			for i := range n {
				sum += i ^ sum
			}
			sink = sum
		}
	}
	var r recorder
	if Linear(&r, "linear", 4, loop(n), loop(4*n)); r.said != "" {
		t.Errorf("complaint about linear work: %s", r.said)
	}
	if Linear(&r, "quadratic", 4, loop(n), loop(16*n)); r.said == "" {
		t.Error("no complaint about quadratic work")
	}
}

var sink int
