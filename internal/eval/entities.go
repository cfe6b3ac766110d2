package eval

import (
	"fmt"
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// All is the row of the report of [Entities] over all labels.
const All = "all"

// Entities measures mentions by exact span and label, as CoNLL 2003 does. Rows
// PER, ORG, LOC and MISC, "all", and "nested" for mentions inside others, which
// count in no other row. Only mentions of form Name count, on both sides: who
// gives "deutsch" as a name of a place is wrong, who gives it as derived is
// neither right nor wrong. A mention given twice is right once.
func Entities(gold []corpus.Document, system [][]corpus.Entity) (*Report, error) {
	if err := sameLength(len(gold), len(system)); err != nil {
		return nil, err
	}
	names := append(slices.Clone(corpus.Labels), All, "nested")
	all, nested := len(names)-2, len(names)-1
	type key struct {
		extract.Span
		label  string
		nested bool
	}
	var docs [][]Score
	for i := range gold {
		scores := make([]Score, len(names))
		count := func(e corpus.Entity, s Score) {
			if e.Nested {
				scores[nested].add(s)
				return
			}
			scores[all].add(s)
			if row := slices.Index(corpus.Labels, e.Label); row >= 0 {
				scores[row].add(s)
			}
		}
		open := map[key]bool{}
		for _, e := range gold[i].Entities {
			if e.Scored() {
				open[key{e.Span, e.Label, e.Nested}] = true
				count(e, Score{Gold: 1})
			}
		}
		for k, e := range system[i] {
			if e.Start < 0 || e.End < e.Start || e.End > len(gold[i].Text) {
				return nil, fmt.Errorf("%s: mention %d [%d,%d) lies outside the text of %d bytes", gold[i].ID, k, e.Start, e.End, len(gold[i].Text))
			}
			if !e.Scored() {
				continue
			}
			count(e, Score{System: 1})
			if at := (key{e.Span, e.Label, e.Nested}); open[at] {
				open[at] = false
				count(e, Score{Precise: 1, Recalled: 1})
			}
		}
		docs = append(docs, scores)
	}
	return newReport(names, docs), nil
}

// FromEntities returns the mentions of entities in order of the text. Those
// that lie inside another are nested.
func FromEntities(es []entities.Entity) []corpus.Entity {
	var out []corpus.Entity
	for _, e := range es {
		for _, m := range e.Mentions {
			c := corpus.Entity{Span: m.Span, Label: e.Label.String()}
			switch m.Form {
			case entities.Part:
				c.Form = corpus.Part
			case entities.Derived:
				c.Form = corpus.Derived
			}
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b corpus.Entity) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	end := 0
	for i := range out {
		out[i].Nested = out[i].End <= end
		end = max(end, out[i].End)
	}
	return out
}
