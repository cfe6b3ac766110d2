// Package golden compares what a test gets with a file that a person can read
// and edit. Run a package's tests with -update to rewrite its files:
//
//	go test ./export -update
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Update reports whether the test was run with -update.
func Update() bool { return *update }

// Check reports an error when got is not what the file at path holds. With
// -update it writes got to the file instead.
func Check(t testing.TB, path, got string) {
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
			Check(t, path, got)
		})
	}
}
