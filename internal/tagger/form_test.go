package tagger

import (
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/linear"
	model "github.com/laut-nlp/laut/internal/model/tagger"
)

// TestKnownForms holds that the labels are those that all features give, whether the
// forms are new or known.
func TestKnownForms(t *testing.T) {
	tagger, err := New(model.File())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		for _, text := range []string{
			"Der Arm des Ministers , der am Montag in Kiel sprach , habe ihn nicht gehindert .",
			"Arm ist , wer nichts hat : Sie warf ihm Betrug vor .",
			"Softbank-Chef Eva Lang teilte mit , die Seilbahn sei 2005 verkauft worden .",
		} {
			forms := strings.Fields(text)
			var s, full Scratch
			var got []linear.Label
			for _, w := range tagger.Tag(&s, forms) {
				got = append(got, w.Label)
			}
			want := full.dec.Decode(tagger.tags, tagger.Sequence(&full, forms, nil), nil)
			if !slices.Equal(got, want) {
				t.Errorf("%s: labels %d, want %d", text, got, want)
			}
		}
	}
}
