package main

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/laut-nlp/laut/internal/testkit"
)

// The articles name a town, a party and a person in common, by full name,
// surname, genitive and in compounds.
func TestCount(t *testing.T) {
	rows, err := count(os.DirFS("testdata/articles"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := table(&out, rows); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/output.golden", out.String())
}

func TestCountNothing(t *testing.T) {
	if _, err := count(fstest.MapFS{"a.md": {}}); err == nil {
		t.Error("no error for a folder without texts")
	}
}
