package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/compat/bleve/said"
	"github.com/laut-nlp/laut/internal/testkit"
)

func TestRun(t *testing.T) {
	var out strings.Builder
	for _, q := range []said.Query{
		{About: "Rostock"},
		{Speaker: "Petersen"},
		{Stances: []claims.Stance{claims.Denies, claims.Doubts}},
	} {
		fmt.Fprintf(&out, "-- %+v --\n", q)
		if err := run(t.Context(), &out, os.DirFS("../../../../testdata/articles"), q, 20); err != nil {
			t.Fatal(err)
		}
	}
	testkit.Golden(t, "testdata/found.golden", out.String())
}

func TestNoArticles(t *testing.T) {
	if err := run(t.Context(), &strings.Builder{}, fstest.MapFS{"a.md": {}}, said.Query{}, 1); err == nil {
		t.Error("no error for a folder without texts")
	}
}
