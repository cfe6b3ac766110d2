package main

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// The companies are made up: one is written small, one is an ordinary word, one
// has a short form that no program could guess.
func TestNames(t *testing.T) {
	var out strings.Builder
	if err := compare(&out, shippedTable, shippedArticle); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/output.golden", out.String())
}

// All rows that are wrong are told at once, and nothing is printed.
func TestNamesBroken(t *testing.T) {
	var out strings.Builder
	err := compare(&out, "id,name,aliases\n1,weitsicht,\n2,--,\n3,Morgenrot,weitsicht\n", shippedArticle)
	if err == nil || !strings.Contains(err.Error(), `entry 1, "--": `) || !strings.Contains(err.Error(), `entry 2, "Morgenrot": `) || out.Len() > 0 {
		t.Errorf("error %v, printed %q", err, out.String())
	}
}
