package main

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/compat/bleve/said"
	"github.com/laut-nlp/laut/internal/testkit"
)

func TestRun(t *testing.T) {
	for file, q := range map[string]said.Query{
		"rostock":  {About: "Rostock"},
		"petersen": {Speaker: "Petersen"},
		"denies":   {Stances: []claims.Stance{claims.Denies, claims.Doubts}},
	} {
		var out strings.Builder
		if err := run(t.Context(), &out, os.DirFS("../../../../testdata/articles"), q, 20); err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, "testdata/"+file+".golden", out.String())
	}
}

func TestNoArticles(t *testing.T) {
	if err := run(t.Context(), &strings.Builder{}, fstest.MapFS{"a.md": {}}, said.Query{}, 1); err == nil {
		t.Error("no error for a folder without texts")
	}
}
