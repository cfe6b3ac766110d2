package main

import (
	"errors"
	"log"
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/testkit"
)

// The third line is broken. One id is a number, one a string.
func TestBatch(t *testing.T) {
	f, err := os.Open("testdata/articles.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out, told strings.Builder
	log.SetOutput(&told)
	defer log.SetOutput(os.Stderr)
	if err := batch(&out, new(laut.Reader), f, "articles.jsonl"); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/output.golden", out.String())
	if got := told.String(); !strings.HasPrefix(got, "articles.jsonl:3: ") && !strings.Contains(got, " articles.jsonl:3: ") || strings.Count(got, "\n") != 1 {
		t.Errorf("told %q", got)
	}
}

// full is a disk.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestBatchUnwritten(t *testing.T) {
	if err := batch(full{}, new(laut.Reader), strings.NewReader(`{"id":1,"text":"Ja."}`), "a.jsonl"); err != errFull {
		t.Errorf("error %v", err)
	}
}
