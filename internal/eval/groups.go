package eval

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// Grouped is a mention with the number of its entity in its document.
type Grouped struct {
	extract.Span
	Entity int
}

// Linked is the row of the report of [BCubed] over the mentions that are not
// alone in their entity.
const Linked = "linked"

// BCubed measures how mentions are grouped, by the B³ of Bagga and Baldwin
// (1998), each mention of the same weight: the precision of a mention is the part
// of its system entity that is in its gold entity too, its recall the part of its
// gold entity that is in its system entity. P is the mean over the system's
// mentions, R over the gold ones; a mention that the other side does not have
// counts 0. Mentions are equal if their spans are; one given twice counts once.
//
// Rows: "all", and "linked" over the mentions whose gold entity has two mentions or
// more, since entities of one mention are right so easily. Time is linear in
// the mentions.
func BCubed(gold, system [][]Grouped) (*Report, error) {
	return measure([]string{All, Linked}, len(gold), len(system), func(i int, sheet sheet) error {
		g, s := groupsOf(gold[i]), groupsOf(system[i])
		shared := map[[2]int]int{} // mentions by gold and system entity
		for _, span := range g.spans {
			if b, ok := s.of[span]; ok {
				shared[[2]int{g.of[span], b}]++
			}
		}
		for _, span := range g.spans {
			a := g.of[span]
			score := Score{Gold: 1}
			if b, ok := s.of[span]; ok {
				n := float64(shared[[2]int{a, b}])
				score = Score{Precise: n / float64(s.size[b]), System: 1, Recalled: n / float64(g.size[a]), Gold: 1}
			}
			sheet.add(All, score)
			if g.size[a] > 1 {
				sheet.add(Linked, score)
			}
		}
		for _, span := range s.spans {
			if _, ok := g.of[span]; !ok {
				sheet.add(All, Score{System: 1})
			}
		}
		return nil
	})
}

type groups struct {
	spans []extract.Span
	of    map[extract.Span]int
	size  map[int]int
}

func groupsOf(mentions []Grouped) groups {
	g := groups{of: map[extract.Span]int{}, size: map[int]int{}}
	for _, m := range mentions {
		if _, ok := g.of[m.Span]; !ok {
			g.spans = append(g.spans, m.Span)
			g.of[m.Span] = m.Entity
			g.size[m.Entity]++
		}
	}
	return g
}

// GroupsFromEntities returns the mentions of entities.
func GroupsFromEntities(es []entities.Entity) []Grouped {
	var out []Grouped
	for _, e := range es {
		for _, m := range e.Mentions {
			out = append(out, Grouped{m.Span, e.ID})
		}
	}
	return out
}
