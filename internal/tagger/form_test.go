package tagger

import (
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/linear"
	model "github.com/laut-nlp/laut/internal/model/tagger"
)

// TestKnownForms makes sure that the labels are those that all features give, whether
// the forms are new or were met before.
func TestKnownForms(t *testing.T) {
	open := func() *Tagger {
		tagger, err := New(model.File())
		if err != nil {
			t.Fatal(err)
		}
		return tagger
	}
	tagger, plain := open(), open()
	tags := plain.tags
	plain.tags = nil // as in training
	for range 2 {
		for _, text := range []string{
			"Der Arm des Ministers , der am Montag in Kiel sprach , habe ihn nicht gehindert .",
			"Arm ist , wer nichts hat : Sie warf ihm Betrug vor .",
			"Softbank-Chef Eva Lang teilte mit , die Seilbahn sei 2005 verkauft worden .",
		} {
			forms := strings.Fields(text)
			var s Scratch
			var got []linear.Label
			for _, w := range tagger.Tag(&s, forms) {
				got = append(got, w.Label)
			}
			want := s.dec.Decode(tags, plain.Sequence(&s, forms, nil), nil)
			if !slices.Equal(got, want) {
				t.Errorf("%s: labels %d, want %d", text, got, want)
			}
		}
	}
}
