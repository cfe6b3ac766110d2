package lautbeam

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestRulesLinkNoQuotations holds that a program with a transform contains the weights that
// are not for commercial use only if it imports package learned. The programs are in
// testdata/links.
func TestRulesLinkNoQuotations(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two programs")
	}
	weights, err := os.ReadFile("../internal/model/attribution/german.model")
	if err != nil {
		t.Fatal(err)
	}
	for pkg, want := range map[string]bool{
		"./testdata/links/rules":   false,
		"./testdata/links/learned": true, // else this test has lost its eyes
	} {
		path := filepath.Join(t.TempDir(), "program")
		if out, err := exec.Command("go", "build", "-o", path, pkg).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		program, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := bytes.Contains(program, weights[:200]); got != want {
			t.Errorf("%s links the weights: %v, want %v", pkg, got, want)
		}
	}
}
