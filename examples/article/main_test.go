package main

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// The article has the ways of reporting that are most frequent in news.
func TestArticle(t *testing.T) {
	var out strings.Builder
	if err := whoSaysWhat(&out, shipped); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/output.golden", out.String())
}
