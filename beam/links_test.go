package lautbeam

import (
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// TestRulesLinkNoQuotations holds that a program with a transform contains the weights that
// are not for commercial use only if it imports package learned. The programs are in
// testdata/links.
func TestRulesLinkNoQuotations(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two programs")
	}
	for pkg, want := range map[string]bool{
		"./testdata/links/rules":   false,
		"./testdata/links/learned": true, // else this test has lost its eyes
	} {
		if got := testkit.Links(t, testkit.Build(t, ".", pkg), "../internal/model/attribution/german.model"); got != want {
			t.Errorf("%s links the weights: %v, want %v", pkg, got, want)
		}
	}
}
