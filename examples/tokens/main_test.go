package main

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// The text has what is hard about German tokens: ordinals, abbreviations with
// and without spaces, amounts, gender marks, compounds with hyphens, clitics.
func TestTokens(t *testing.T) {
	var out strings.Builder
	if err := tokens(&out, shipped); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/output.golden", out.String())
}
