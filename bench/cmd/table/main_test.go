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
	for _, want := range []string{"laut extract.Tokens", "prose v3 NewDocument", " ns/token", "of 5.82 bytes", "Left out: stems: ", "Left out: sentence ends: ", "voc.txt.gz", "gsd-dev"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
	// Every row has as many cells as the head, or Markdown shows no table.
	for line := range strings.Lines(out.String()) {
		if n := strings.Count(line, "|"); n != 8 && n != 0 {
			t.Errorf("%d bars instead of 8 in %s", n, line)
		}
	}
	if strings.Contains(out.String(), "snowballstem |") || strings.Contains(out.String(), "F1 ") {
		t.Errorf("figures without data:\n%s", &out)
	}
}
