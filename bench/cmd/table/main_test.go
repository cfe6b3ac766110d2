package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestRunWithoutData makes sure that missing data costs its own rows only.
func TestRunWithoutData(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every contestant once, some seconds")
	}
	var out strings.Builder
	nowhere := filepath.Join(t.TempDir(), "nowhere")
	if err := run(&out, 1, nowhere, nowhere); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"laut extract.Tokens", "prose v3 NewDocument", "Left out: stems: ", "Left out: sentence ends: ", "voc.txt.gz", "gsd-dev"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
	if strings.Contains(out.String(), "snowballstem |") || strings.Contains(out.String(), "F1 ") {
		t.Errorf("figures without data:\n%s", &out)
	}
}
