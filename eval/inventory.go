package eval

import (
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/overlap"
)

// entities compares who is named at all.
func (c *comparer) entities() {
	got, want := inventory(c.got), inventory(c.want)
	var candidates []overlap.Candidate
	for i := range got {
		for j := range want {
			n := share(got[i].spellings, want[j].spellings)
			if n == 0 {
				continue
			}
			v := float64(n)
			if got[i].Label == want[j].Label {
				v += 1e6 // whatever the spellings
			}
			candidates = append(candidates, overlap.Candidate{Got: i, Want: j, Value: v})
		}
	}
	ofGot, ofWant := overlap.Pairs(len(got), len(want), candidates)
	further := make(map[int]bool)
	for _, p := range candidates {
		if ofGot[p.Got] < 0 {
			further[p.Got] = true
		}
	}
	c.out.Split += len(further)
	for i, g := range got {
		s, labelled := Score{System: 1}, Score{System: 1}
		switch j := ofGot[i]; {
		case j < 0:
			c.differ(AspectEntity, g.Name, g.first, g.Label.String(), "")
		case g.Label != want[j].Label:
			s.Precise = 1
			c.differ(AspectLabel, want[j].Name, want[j].first, g.Label.String(), want[j].Label.String())
		default:
			s.Precise, labelled.Precise = 1, 1
		}
		c.out.Entities.Add(s)
		c.out.Labelled.Add(labelled)
		addTo(&c.out.Labels, g.Label, labelled)
	}
	for j, w := range want {
		s, labelled := Score{Gold: 1}, Score{Gold: 1}
		switch i := ofWant[j]; {
		case i < 0:
			c.differ(AspectEntity, w.Name, w.first, "", w.Label.String())
		case got[i].Label != w.Label:
			s.Recalled = 1
		default:
			s.Recalled, labelled.Recalled = 1, 1
		}
		c.out.Entities.Add(s)
		c.out.Labelled.Add(labelled)
		addTo(&c.out.Labels, w.Label, labelled)
	}
}

// named is an entity with its spellings.
type named struct {
	entities.Entity
	spellings set
	first     extract.Span
}

// inventory returns the entities of an article but for those that only words made of their
// names mention. An entity without any mention is one that somebody has listed by its name.
func inventory(a *laut.Article) (out []named) {
	text := a.Document.String()
	for _, e := range a.Entities {
		n := named{Entity: e, spellings: set{}}
		for _, m := range e.Mentions {
			if m.Form == entities.FormDerived {
				continue
			}
			if len(n.spellings) == 0 {
				n.first = m.Span
			}
			n.spellings[spelling(text[m.Start:m.End])] = true
		}
		if len(n.spellings) > 0 || len(e.Mentions) == 0 {
			n.spellings[spelling(e.Name)] = true
			out = append(out, n)
		}
	}
	return out
}

// spelling returns a spelling as it is compared, without genitive s.
func spelling(s string) string {
	return strings.TrimRight(strings.TrimSuffix(strings.Join(strings.Fields(s), " "), "s"), "'’")
}
