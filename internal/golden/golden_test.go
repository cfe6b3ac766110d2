package golden

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

func TestCheck(t *testing.T) {
	if *update {
		t.Skip("-update would rewrite what this test compares")
	}
	path := filepath.Join(t.TempDir(), "sub", "want.golden")
	var r recorder
	if Check(&r, path, "eins\n"); r.said == "" {
		t.Error("no complaint about a file that is missing")
	}

	*update = true
	Check(t, path, "eins\n")
	*update = false
	if got, _ := os.ReadFile(path); string(got) != "eins\n" {
		t.Errorf("-update wrote %q", got)
	}

	r = recorder{}
	if Check(&r, path, "eins\n"); r.said != "" {
		t.Errorf("complaint about equal text: %s", r.said)
	}
	if Check(&r, path, "zwei\n"); r.said == "" {
		t.Error("no complaint about text that differs")
	}
}
