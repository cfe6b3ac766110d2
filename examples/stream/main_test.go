package main

import (
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

func TestStream(t *testing.T) {
	f, err := os.Open("testdata/articles.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out strings.Builder
	if err := stream(&out, f); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/output.golden", out.String())
}

// The articles before a broken one have been printed; the error says which it is.
func TestStreamBroken(t *testing.T) {
	var out strings.Builder
	err := stream(&out, strings.NewReader(`{"id":"a","text":"Es regnet."}{"id":`))
	if err == nil || !strings.HasPrefix(err.Error(), "article 2: ") {
		t.Errorf("error %v, want one for article 2", err)
	}
}
