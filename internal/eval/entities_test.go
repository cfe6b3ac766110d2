package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// mention is a mention of the letters from a to b.
func mention(label string, a, b byte) corpus.Entity {
	return corpus.Entity{Span: extract.Span{Start: 2 * int(a-'a'), End: 2*int(b-'a') + 1}, Label: label}
}

func formed(e corpus.Entity, f corpus.Form) corpus.Entity {
	e.Form = f
	return e
}

func nested(e corpus.Entity) corpus.Entity {
	e.Nested = true
	return e
}

func TestEntities(t *testing.T) {
	for _, c := range []struct {
		why          string
		gold, system []corpus.Entity
		want         map[string]Score
	}{
		{"span and label right", []corpus.Entity{mention("PER", 'a', 'b')}, []corpus.Entity{mention("PER", 'a', 'b')},
			map[string]Score{"PER": {1, 1, 1, 1}, All: {1, 1, 1, 1}, "ORG": {}}},
		{"a token too few is wrong", []corpus.Entity{mention("PER", 'a', 'b')}, []corpus.Entity{mention("PER", 'b', 'b')},
			map[string]Score{"PER": {0, 1, 0, 1}, All: {0, 1, 0, 1}}},
		{"the wrong label counts against both", []corpus.Entity{mention("ORG", 'a', 'a')}, []corpus.Entity{mention("LOC", 'a', 'a')},
			map[string]Score{"ORG": {0, 0, 0, 1}, "LOC": {0, 1, 0, 0}, All: {0, 1, 0, 1}}},
		{"derived and part on either side are not scored", []corpus.Entity{formed(mention("LOC", 'a', 'a'), corpus.Derived), mention("LOC", 'c', 'c')},
			[]corpus.Entity{formed(mention("LOC", 'a', 'a'), corpus.Derived), formed(mention("ORG", 'd', 'd'), corpus.Part), mention("LOC", 'c', 'c')},
			map[string]Score{"LOC": {1, 1, 1, 1}, "ORG": {}, All: {1, 1, 1, 1}}},
		{"a derived word given as a name is wrong", []corpus.Entity{formed(mention("LOC", 'a', 'a'), corpus.Derived)}, []corpus.Entity{mention("LOC", 'a', 'a')},
			map[string]Score{"LOC": {0, 1, 0, 0}, All: {0, 1, 0, 0}}},
		{"nested mentions count apart", []corpus.Entity{mention("ORG", 'a', 'b'), nested(mention("LOC", 'b', 'b'))},
			[]corpus.Entity{mention("ORG", 'a', 'b'), mention("LOC", 'b', 'b')},
			map[string]Score{"ORG": {1, 1, 1, 1}, "LOC": {0, 1, 0, 0}, All: {1, 2, 1, 1}, "nested": {0, 0, 0, 1}}},
		{"twice the same is right once", []corpus.Entity{mention("PER", 'a', 'a')}, []corpus.Entity{mention("PER", 'a', 'a'), mention("PER", 'a', 'a')},
			map[string]Score{"PER": {1, 2, 1, 1}}},
		{"a label that nobody knows counts in all", nil, []corpus.Entity{mention("DATE", 'a', 'a')},
			map[string]Score{All: {0, 1, 0, 0}}},
	} {
		d := eachLetter()
		d.Entities = c.gold
		r, err := Entities([]corpus.Document{d}, [][]corpus.Entity{c.system})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		checkRows(t, c.why, r, c.want)
	}
	if _, err := Entities([]corpus.Document{eachLetter()}, nil); err == nil {
		t.Error("no error for a missing document")
	}
	if _, err := Entities([]corpus.Document{eachLetter()}, [][]corpus.Entity{{mention("PER", 'z', 'z')}}); err == nil {
		t.Error("no error for a mention outside the text")
	}
}

func TestFromEntities(t *testing.T) {
	// "Open-AI-Gründer Altman": a mention inside another, and entities whose mentions interleave.
	span := func(a, b int) extract.Span { return extract.Span{Start: a, End: b} }
	got := FromEntities([]entities.Entity{
		{Label: entities.PER, Mentions: []entities.Mention{{Span: span(0, 22)}, {Span: span(40, 46)}}},
		{Label: entities.ORG, Mentions: []entities.Mention{{Span: span(0, 7), Form: entities.FormPart}, {Span: span(30, 37)}}},
		{Label: entities.LOC, Mentions: []entities.Mention{{Span: span(24, 29), Form: entities.FormDerived}}},
	})
	want := []corpus.Entity{
		{Span: span(0, 22), Label: "PER"},
		{Span: span(0, 7), Label: "ORG", Form: corpus.Part, Nested: true},
		{Span: span(24, 29), Label: "LOC", Form: corpus.Derived},
		{Span: span(30, 37), Label: "ORG"},
		{Span: span(40, 46), Label: "PER"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
