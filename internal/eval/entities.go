package eval

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// All is the row of the report of [Entities] over all labels.
const All = "all"

const nestedRow = "nested"

// Entities measures mentions by exact span and label, as CoNLL 2003 does. Rows
// PER, ORG, LOC and MISC, "all", and "nested" for mentions inside others, which
// count in no other row. Only mentions of form Name count, on both sides: who
// gives "deutsch" as a name of a place is wrong, who gives it as derived is
// neither right nor wrong. A mention given twice is right once.
func Entities(gold []corpus.Document, system [][]corpus.Entity) (*Report, error) {
	type key struct {
		extract.Span
		label  string
		nested bool
	}
	return measure(append(slices.Clone(corpus.Labels), All, nestedRow), len(gold), len(system), func(i int, s sheet) error {
		count := func(e corpus.Entity, t Score) {
			if e.Nested {
				s.add(nestedRow, t)
				return
			}
			s.add(All, t)
			s.add(e.Label, t)
		}
		open := map[key]bool{}
		for _, e := range gold[i].Entities {
			if e.Scored() {
				open[key{e.Span, e.Label, e.Nested}] = true
				count(e, Score{Gold: 1})
			}
		}
		for k, e := range system[i] {
			if err := outside(e.Span, gold[i].Text); err != nil {
				return fmt.Errorf("%s: mention %d %w", gold[i].ID, k, err)
			}
			if !e.Scored() {
				continue
			}
			count(e, Score{System: 1})
			if at := (key{e.Span, e.Label, e.Nested}); open[at] {
				open[at] = false
				count(e, right)
			}
		}
		return nil
	})
}

// FromEntities returns the mentions of entities in order of the text. Those
// that lie inside another are nested.
func FromEntities(es []entities.Entity) []corpus.Entity {
	var out []corpus.Entity
	for _, e := range es {
		for _, m := range e.Mentions {
			c := corpus.Entity{Span: m.Span, Label: e.Label.String()}
			switch m.Form {
			case entities.FormPart:
				c.Form = corpus.Part
			case entities.FormDerived:
				c.Form = corpus.Derived
			}
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b corpus.Entity) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	end := 0
	for i := range out {
		out[i].Nested = out[i].End <= end
		end = max(end, out[i].End)
	}
	return out
}
