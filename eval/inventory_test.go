package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

const town = "Anna Meier aus Bern. Meiers Berner Bären AG schwieg, die BAG auch."

// entity is mentioned where the text has the words for the first time; words with a ~ are
// made of the name.
func entity(label entities.Label, name string, words ...string) entities.Entity {
	e := entities.Entity{Name: name, Label: label}
	for _, w := range words {
		word, derived := strings.CutPrefix(w, "~")
		start := strings.Index(town, word)
		m := entities.Mention{Span: span(start, start+len(word))}
		if derived {
			m.Form = entities.FormDerived
		}
		e.Mentions = append(e.Mentions, m)
	}
	return e
}

// naming is the town's article with entities.
func naming(es ...entities.Entity) *laut.Article {
	a := &laut.Article{Document: extract.Parse(town)}
	for i, e := range es {
		e.ID = entities.ID(i + 1)
		a.Entities = append(a.Entities, e)
	}
	return a
}

func TestInventory(t *testing.T) {
	type list = []entities.Entity
	meier, bern := entity(entities.PER, "Anna Meier", "Anna Meier", "Meiers"), entity(entities.LOC, "Bern", "Bern", "~Berner")
	company := entity(entities.ORG, "Berner Bären AG", "Berner Bären AG", "BAG")
	for _, c := range []struct {
		why             string
		got, want       list
		found, labelled Score
		split           int
	}{
		{"all", list{meier, bern, company}, list{meier, bern, company}, Score{3, 3, 3, 3}, Score{3, 3, 3, 3}, 0},
		{"one of two, and one that is none", list{meier, company}, list{meier, bern}, Score{1, 2, 1, 2}, Score{1, 2, 1, 2}, 0},
		{"found under another label", list{entity(entities.ORG, "Bern", "Bern")}, list{bern}, Score{1, 1, 1, 1}, Score{0, 1, 0, 1}, 0},
		{"a genitive s does not count", list{entity(entities.PER, "Meiers", "Meiers")}, list{entity(entities.PER, "Meier", "Meier")}, Score{1, 1, 1, 1}, Score{1, 1, 1, 1}, 0},
		{"the company is two: one of two is it, the other a part of it", list{entity(entities.ORG, "Berner Bären AG", "Berner Bären AG"), entity(entities.ORG, "BAG", "BAG")},
			list{company}, Score{1, 2, 1, 1}, Score{1, 2, 1, 1}, 1},
		{"that of the right label first, though the other has more spellings",
			list{entity(entities.LOC, "Berner Bären AG", "Berner Bären AG", "BAG"), entity(entities.ORG, "BAG", "BAG")}, list{company}, Score{1, 2, 1, 1}, Score{1, 2, 1, 1}, 1},
		{"words made of a name count on neither side", list{entity(entities.LOC, "Bern", "~Berner")}, list{entity(entities.LOC, "Bern", "~Berner"), meier}, Score{0, 0, 0, 1}, Score{0, 0, 0, 1}, 0},
		{"listed by its name alone", list{bern}, list{{Name: "Bern", Label: entities.LOC}}, Score{1, 1, 1, 1}, Score{1, 1, 1, 1}, 0},
	} {
		got := compared(t, naming(c.got...), naming(c.want...))
		if diff := cmp.Diff([]any{c.found, c.labelled, c.split}, []any{got.Entities, got.Labelled, got.Split}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
	// By label: Bern as ORG is one ORG too many and one LOC too few.
	got := compared(t, naming(meier, entity(entities.ORG, "Bern", "Bern")), naming(meier, bern))
	if diff := cmp.Diff(map[entities.Label]Score{entities.PER: {1, 1, 1, 1}, entities.ORG: {0, 1, 0, 0}, entities.LOC: {0, 0, 0, 1}}, got.Labels); diff != "" {
		t.Errorf("by label (-want +got):\n%s", diff)
	}
}
