package who

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/discourse"
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
			if q.nounKind&discourse.KindSpeaksFor != 0 {
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

// agrees tells how a figure agrees with the words: 0 not, 1 where that is not known, 2 where its
// gender is not, 3 that it does.
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
	best := 0
	if g.class == several {
		return
	}
	if g.entity < 0 {
		best = discourse.Alike(q.stem, g.stem)
	} else {
		e := &f.Text.Entities[g.entity]
		near, _ := slices.BinarySearchFunc(e.Roles, f.Words[q.noun].Start, func(r entities.Role, at int) int { return r.Start - at })
		for i := max(0, near-mostRoles); i < min(len(e.Roles), near+mostRoles); i++ {
			r := &e.Roles[i]
			a := discourse.Alike(q.stem, discourse.Stem(r.Lemma))
			if a > 0 && r.Noun.Start < f.Words[q.noun].Start {
				a += 4
			}
			best = max(best, a)
		}
		if g.class == namedPerson && len(q.words) <= 2 && q.noun >= 0 {
			if i := strings.LastIndexByte(e.Name, ' '); i >= 0 && (f.Words[q.noun].Text == e.Name[i+1:] || f.Words[q.noun].Text == e.Name[i+1:]+"s") {
				best = 20
			}
		}
		if g.class == namedBody {
			if alike, ok := f.OfficeAlike(q.stem, g.entity); ok {
				best = max(best, 8+alike)
			}
		}
	}
	row[gAlike] = uint8(best)
	if of := f.PhraseOf(q.noun).Of; of >= 0 {
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

func kindClass(k discourse.Kind) uint8 {
	for i := range 9 {
		if k&(1<<i) != 0 {
			return uint8(i) + 1
		}
	}
	return 0
}
