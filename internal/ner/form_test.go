package ner

import (
	"slices"
	"testing"

	"github.com/laut-nlp/laut/internal/linear"
	model "github.com/laut-nlp/laut/internal/model/ner"
)

// TestKnownForms checks that the labels are those that all features give, whether the
// forms are new or known.
func TestKnownForms(t *testing.T) {
	r, err := New(model.File())
	if err != nil {
		t.Fatal(err)
	}
	sentences := []string{
		"Die/ART Berliner/ADJA Firma/NN Nordlicht/NE AG/NE klagt/VVFIN gegen/APPR Paul/NE Horn/NE ,/$, sagte/VVFIN Eva/NE Lang/NE ./$.",
		"Horn/NE ist/VAFIN Chef/NN der/ART Open-AI-Gruppe/NN in/APPR Süddeutschland/NE ./$.",
		"MERKEL/NE TRIFFT/VVFIN PUTIN/NE IN/APPR PARIS/NE",
		"„/$( Die/ART Zeit/NN “/$( nannte/VVFIN sie/PPER deutsch/ADJD ,/$, und/KON die/ART Alten/NN gingen/VVFIN langsam/ADJD nach/APPR Hause/NN oder/KON aßen/VVFIN ./$.",
	}
	for range 2 {
		for _, text := range sentences {
			tokens := sentence(text)
			var s, full Scratch
			got := s.decoder.Decode(r.model, r.Sequence(&s, tokens, nil, nil), nil)
			r.Sequence(&full, tokens, nil, nil)
			full.seq.Reset()
			for i := range tokens {
				allowed := uint64(0)
				if full.far[i] {
					allowed = 1 << outside
				}
				full.seq.Begin(allowed)
				r.templates.Extract(&full.grid, i, &full.seq)
			}
			want := full.decoder.Decode(r.model, &full.seq, nil)
			if !slices.Equal(got, want) {
				t.Errorf("%s: labels %d, want %d", text, got, want)
			}
			if slices.Max(want) == outside {
				t.Errorf("%s: no names, which tests nothing", text)
			}
		}
	}
}

// TestContextOfForms checks that a form is not mistaken for the same as another part of
// speech or at the start of a sentence.
func TestContextOfForms(t *testing.T) {
	r := untrained(t)
	var s Scratch
	rows := map[[attrCount]uint64]bool{}
	for _, c := range []struct {
		stts  string
		start bool
	}{{"NE", false}, {"NN", false}, {"NE", true}, {"NE", false}} {
		rows[r.form(&s, &Token{Form: "Arm", STTS: c.stts}, "Arm", c.start).row] = true
	}
	if len(rows) != 3 {
		t.Errorf("%d rows of attributes, want 3", len(rows))
	}
	for a, v := range r.edge.row {
		if v != linear.Edge {
			t.Errorf("attribute %d beyond the sentence is %d", a, v)
		}
	}
}
