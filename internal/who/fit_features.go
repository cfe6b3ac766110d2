package who

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/nouns"
)

// fits tells whether a figure is of the class that the noun of the words tells: 1 not, 2
// where that is not known, 3 that it is.
func (f *figures) fits(q *question, g *figure) uint8 {
	if q.own < 0 {
		switch q.kind {
		case wordsEr, wordsSie, wordsIch:
			if g.class == namedPerson || g.class == somePerson {
				return 3
			}
			return 2
		}
		return 0
	}
	own := f.list[q.own].class
	if f.list[q.own].description {
		own = somePerson
	}
	switch own {
	case somePerson:
		switch g.class {
		case namedPerson, somePerson:
			return 3
		case namedBody, someBody:
			if q.nounKind&kindSpeaksFor != 0 {
				return 2
			}
		}
		return 1
	case someBody:
		switch g.class {
		case namedBody, someBody:
			return 3
		case namedPlace, namedThing:
			return 2
		}
		return 1
	case somePlace:
		switch g.class {
		case namedPlace, somePlace:
			return 3
		case namedBody, someBody:
			return 2
		}
		return 1
	}
	return 2
}

func (f *figures) agrees(q *question, g *figure) uint8 {
	switch {
	case q.agr == 0 || g.agr == 0:
		return 1
	case q.agr&g.agr == 0:
		return 0
	case g.agr.One() == 0 && g.agr.Genders() != q.agr.Genders():
		return 2
	}
	return 3
}

// mostRoles is how many roles before and behind a noun are compared with it, so that the time
// stays linear.
const mostRoles = 16

func (f *figures) fillOffice(row []uint8, q *question, g *figure) {
	if q.stem == "" {
		return
	}
	x := f.Discourse
	best := 0
	if g.class == several {
		return
	}
	if g.entity < 0 {
		best = holders().alike(q.stem, g.stem)
	} else {
		e := &x.text.Entities[g.entity]
		near, _ := slices.BinarySearchFunc(e.Roles, x.ws[q.noun].Start, func(r entities.Role, at int) int { return r.Start - at })
		for i := max(0, near-mostRoles); i < min(len(e.Roles), near+mostRoles); i++ {
			r := &e.Roles[i]
			a := holders().alike(q.stem, stemOf(r.Lemma))
			if a > 0 && r.Noun.Start < x.ws[q.noun].Start {
				a += 4
			}
			best = max(best, a)
		}
		if g.class == namedPerson && len(q.words) <= 2 && q.noun >= 0 {
			if i := strings.LastIndexByte(e.Name, ' '); i >= 0 && (x.ws[q.noun].Text == e.Name[i+1:] || x.ws[q.noun].Text == e.Name[i+1:]+"s") {
				best = 20
			}
		}
		if g.class == namedBody {
			for _, o := range x.offices[q.stem[max(0, len(q.stem)-3):]] {
				if o.entity == g.entity {
					best = max(best, 8+holders().alike(q.stem, o.stem))
				}
			}
		}
	}
	row[gAlike] = uint8(best)
	if of := x.phraseOf(q.noun).of; of >= 0 {
		row[gOf] = 1
		if of == g.entity {
			row[gOf] = 2
		}
	}
}

func agrClass(a nouns.Agreement) uint8 {
	c := uint8(0)
	for i, g := range [...]nouns.Agreement{nouns.Masculine, nouns.Feminine, nouns.Neuter, nouns.Plural} {
		if a&g != 0 {
			c |= 1 << i
		}
	}
	return c
}

func kindClass(k nounKind) uint8 {
	for i := range 9 {
		if k&(1<<i) != 0 {
			return uint8(i) + 1
		}
	}
	return 0
}
