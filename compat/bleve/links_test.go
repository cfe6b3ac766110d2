package bleve

import (
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// TestLinks checks that a program which analyses words contains no model, and one that looks
// for names none of claims.
func TestLinks(t *testing.T) {
	if testing.Short() {
		t.Skip("builds three programs")
	}
	const tagger, ner, quotations = "model/tagger/german.model", "model/ner/german.model", "model/attribution/german.model"
	for text, files := range map[string]map[string]bool{
		indexWords:  {tagger: false, ner: false, quotations: false},
		indexNames:  {tagger: true, ner: true, quotations: false},
		indexClaims: {tagger: true, ner: true, quotations: true}, // else this test has lost its eyes
	} {
		program := testkit.Build(t, ".", text)
		for file, want := range files {
			if got := testkit.Links(t, program, "../../internal/"+file); got != want {
				t.Errorf("this links %s: %v, want %v\n%s", file, got, want, text)
			}
		}
	}
}

// The programs of TestLinks.
const (
	indexWords = `package main

import (
	"github.com/blevesearch/bleve/v2"
	german "github.com/laut-nlp/laut/compat/bleve"
)

func main() {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = german.Analyzer
	index, _ := bleve.NewMemOnly(m)
	index.Index("a", map[string]string{"text": "Ja."})
}
`
	indexNames = `package main

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/laut-nlp/laut/compat/bleve/news"
)

func main() {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = news.Analyzer
	index, _ := bleve.NewMemOnly(m)
	index.Index("a", map[string]string{"text": "Ja."})
}
`
	indexClaims = `package main

import (
	"fmt"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/compat/bleve/news"
	"github.com/laut-nlp/laut/compat/bleve/said"
)

func main() { fmt.Println(said.ClaimsOf("", laut.Read("Ja.")), said.Mapping(), news.Analyzer) }
`
)
