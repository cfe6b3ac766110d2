package lautbeam

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// TestRulesLinkNoQuotations checks that a program with a transform contains the weights that
// are not for commercial use only if it imports package learned.
func TestRulesLinkNoQuotations(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two programs")
	}
	for reader, want := range map[string]bool{
		`""`:           false,
		`learned.Name`: true, // else this test has lost its eyes
	} {
		text := strings.ReplaceAll(program, "READER", reader)
		if !want {
			text = strings.ReplaceAll(text, "\t\"github.com/laut-nlp/laut/beam/learned\"\n", "")
		}
		if got := testkit.Links(t, testkit.Build(t, ".", text), "../internal/model/attribution/german.model"); got != want {
			t.Errorf("with the reader %s it links the weights: %v, want %v", reader, got, want)
		}
	}
}

// program has a job that finds claims with a reader.
const program = `package main

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/laut-nlp/laut/beam"
	"github.com/laut-nlp/laut/beam/learned"
)

func main() {
	beam.Init()
	p, s := beam.NewPipelineWithRoot()
	lautbeam.JSONLines(s, lautbeam.Options{Reader: READER}, beam.Create(s, "{}"))
	beamx.Run(context.Background(), p)
}
`
