package tagger

import (
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/linear"
	model "github.com/laut-nlp/laut/internal/model/tagger"
)

// TestKnownForms makes sure that labels are the same whether the forms are new or were
// met before, at the start of a sentence or inside.
func TestKnownForms(t *testing.T) {
	labels := func(tagger *Tagger, text string) (out []linear.Label) {
		for _, w := range tagger.Tag(new(Scratch), strings.Fields(text)) {
			out = append(out, w.Label)
		}
		return out
	}
	open := func() *Tagger {
		tagger, err := New(model.File())
		if err != nil {
			t.Fatal(err)
		}
		return tagger
	}
	known := open()
	texts := []string{
		"Der Arm des Ministers , der am Montag in Kiel sprach , habe ihn nicht gehindert .",
		"Arm ist , wer nichts hat : Sie warf ihm Betrug vor .",
		"Softbank-Chef Eva Lang teilte mit , die Seilbahn sei 2005 verkauft worden .",
	}
	for range 2 {
		for _, text := range texts {
			if got, want := labels(known, text), labels(open(), text); !slices.Equal(got, want) {
				t.Errorf("%s: labels %d, want %d", text, got, want)
			}
		}
	}
}
