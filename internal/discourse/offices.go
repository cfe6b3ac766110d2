package discourse

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// office is what somebody is or is called: a role's noun, or a word of the name of
// an organisation.
type office struct {
	entity int
	stem   string
	of     int // the entity that it is in or for, or -1
}

// findOffices collects what entities are and are called.
func (x *Discourse) findOffices() {
	x.offices = make(map[string][]office)
	for i := range x.Text.Entities {
		x.Text.Sign.Look()
		e := &x.Text.Entities[i]
		for _, r := range e.Roles {
			if r.Kind != entities.RoleAffiliation {
				x.addOffice(office{i, Stem(r.Lemma), r.Of.Index()})
			}
		}
		if e.Label == entities.ORG {
			for w := range strings.FieldsSeq(e.Name) {
				if len(w) >= 4 && letters.IsUpper(w) {
					x.addOffice(office{i, Stem(w), -1})
					if base, ok := wordlist.Genitive(w); ok && len(base) >= 4 {
						x.addOffice(office{i, Stem(base), -1})
					}
				}
			}
		}
	}
}

func (x *Discourse) addOffice(o office) {
	for _, end := range officeEnds(o.stem) {
		if list := x.offices[end]; len(list) < mostOffices {
			x.offices[end] = append(list, o)
		}
	}
}

// officeEnds returns the keys of a stem: of its last letters, and of the words that
// mean the same.
func officeEnds(stem string) []string {
	ends := []string{stem[max(0, len(stem)-3):]}
	for _, w := range holders().same[holders().office(stem)] {
		if e := w[max(0, len(w)-3):]; !slices.Contains(ends, e) {
			ends = append(ends, e)
		}
	}
	return ends
}

// mostOffices bounds how many offices of like words are compared with a noun, which
// keeps the time linear.
const mostOffices = 64

// isOffice reports whether the name of an organisation ends with a noun.
func (x *Discourse) isOffice(stem string) bool {
	for _, o := range x.offices[stem[max(0, len(stem)-3):]] {
		if x.Text.Entities[o.entity].Label == entities.ORG && Alike(stem, o.stem) > 1 && len(stem) <= len(o.stem) {
			return true
		}
	}
	return false
}

// byOffice returns the entity that the text gives the noun's office to, or whose
// name holds the noun: the best match, of equals the one spoken of last.
func (x *Discourse) byOffice(t int, n *nouns.Noun, p OwnedPhrase) int {
	stem := Stem(n.Lemma)
	best, bestScore, bestAt := -1, 0, int32(-1)
	for _, end := range officeEnds(stem) {
		for _, o := range x.offices[end] {
			e := &x.Text.Entities[o.entity]
			if (e.Label == entities.PER) != (n.Kind == nouns.Person) || p.Determination == nouns.Possessed && o.of != p.Of {
				continue
			}
			if e.Label == entities.PER && x.Referents[o.entity].Agreement&x.AgreementOf(n) == 0 {
				continue
			}
			score := Alike(stem, o.stem)
			if score == 0 || p.Of >= 0 && o.of >= 0 && p.Of != o.of {
				continue
			}
			score *= 2
			if p.Of >= 0 && p.Of == o.of {
				score++
			}
			at := x.lastAt[o.entity]
			if at == 0 && score < 6 {
				continue // not spoken of yet
			}
			if at > 0 {
				score += 2
			}
			if score > bestScore || score == bestScore && at > bestAt {
				best, bestScore, bestAt = o.entity, score, at
			}
		}
	}
	return best
}

// OfficeAlike returns how well a noun, by its stem, goes together with the offices and the words
// of the name of an entity, as [Alike] does; ok is false if none of them has its ending.
func (x *Discourse) OfficeAlike(stem string, entity int) (alike int, ok bool) {
	for _, o := range x.offices[stem[max(0, len(stem)-3):]] {
		if o.entity == entity {
			alike, ok = max(alike, Alike(stem, o.stem)), true
		}
	}
	return alike, ok
}
