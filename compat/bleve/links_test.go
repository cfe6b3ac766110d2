package bleve

import (
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// TestLinks holds that a program which analyses words contains no model, and one that
// searches claims the weights that are not for commercial use only if it calls laut.Read.
// The programs are in testdata/links.
func TestLinks(t *testing.T) {
	if testing.Short() {
		t.Skip("builds three programs")
	}
	const tagger, ner, quotations = "model/tagger/german.model", "model/ner/german.model", "model/attribution/german.model"
	for pkg, files := range map[string]map[string]bool{
		"words":   {tagger: false, ner: false, quotations: false},
		"rules":   {tagger: true, ner: true, quotations: false},
		"learned": {tagger: true, ner: true, quotations: true}, // else this test has lost its eyes
	} {
		program := testkit.Build(t, ".", "./testdata/links/"+pkg)
		for file, want := range files {
			if got := testkit.Links(t, program, "../../internal/"+file); got != want {
				t.Errorf("%s links %s: %v, want %v", pkg, file, got, want)
			}
		}
	}
}
