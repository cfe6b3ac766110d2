package entities

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/stop"
)

// mentionOf is a mention of an entity.
type mentionOf struct {
	Mention
	entity int
}

// roleFinder finds the roles of a document's entities.
type roleFinder struct {
	*nouns.Reader
	d        *extract.Document
	tags     []extract.Tag
	es       []Entity
	sign     *stop.Sign
	mentions []mentionOf // in order of the text, names first
	name     []int32     // for each token: 1 + the mention whose name covers it
	inside   []int32     // for each token: 1 + the first Part or Derived mention in it
	nounOf   []int32     // for each token: 1 + its noun
	list     []nouns.Noun
	first    int // the sentence
	last     int
}

// nounAt returns the noun at token t of the sentence, nil if there is none.
func (f *roleFinder) nounAt(t int) *nouns.Noun {
	if t < f.first || t >= f.last || f.nounOf[t] == 0 {
		return nil
	}
	return &f.list[f.nounOf[t]-1]
}

// nameAt returns the mention by name that covers token t, nil if there is none.
func (f *roleFinder) nameAt(t int) *mentionOf {
	if t < f.first || t >= f.last || f.name[t] == 0 {
		return nil
	}
	return &f.mentions[f.name[t]-1]
}

func (f *roleFinder) text(i int) string { return f.d.Slice(f.d.Tokens()[i].Span) }

func (f *roleFinder) is(t int, texts ...string) bool {
	return t >= f.first && t < f.last && slices.Contains(texts, f.text(t))
}

// mention looks for the roles that stand around one mention.
func (f *roleFinder) mention(m *mentionOf) {
	label := f.es[m.entity].Label
	if label == MISC || label < PER {
		return
	}
	if f.genitive(m) {
		return // der Sprecher Merkels
	}
	start := f.title(m)
	end := f.brackets(m)
	if label == LOC {
		return
	}
	if start == m.First {
		f.titleWithComplement(m)
		start = f.Before(m.First, f.first).First // der 45-jährige Paul Horn
	}
	if f.is(end, ",") {
		f.apposition(m, end+1, f.last, false, start == f.first)
	}
	if label == PER {
		f.from(m, start, end)
	}
	if f.opensClause(start) {
		f.predicate(m, end)
	}
}

// genitive reports whether a mention is in the genitive, which its entity's name is not.
func (f *roleFinder) genitive(m *mentionOf) bool {
	return nouns.Genitive(f.d.Slice(m.Span), f.es[m.entity].Name)
}

// isPerson reports whether token t is part of a person's name.
func (f *roleFinder) isPerson(t int) bool {
	m := f.nameAt(t)
	return m != nil && f.es[m.entity].Label == PER
}

// opensClause reports whether a phrase that begins at token t stands where the
// subject of a main clause can: nothing of the clause is before it.
func (f *roleFinder) opensClause(t int) bool {
	return t == f.first || f.d.Tokens()[t-1].Kind == extract.OpenQuote || f.is(t-1, "und", "aber", "doch", "denn", "–", ":", ",", ")") && !f.IsNoun(max(f.first, t-2))
}

// suits reports whether a noun can stand for what an entity is.
func (f *roleFinder) suits(n *nouns.Noun, entity int) bool {
	switch f.es[entity].Label {
	case PER:
		return n.Person()
	case ORG:
		return n.Body()
	case LOC:
		return n.Place() || n.Person() && n.Body() // Gastgeber Italien
	}
	return false
}

// fits reports whether noun and first name agree in gender as well. Directly
// before a name the noun is right and the list of names is not: der Italiener
// Andrea Rossi.
func (f *roleFinder) fits(n *nouns.Noun, entity int) bool {
	if !f.suits(n, entity) || f.es[entity].Label != PER || n.Kind != nouns.Person || n.Gender == 0 {
		return f.suits(n, entity)
	}
	g := f.genderOf(entity)
	return g == GenderUnknown || g == genders[n.Gender]
}

// genderOf returns the gender that a person's first name tells. A title tells it
// too, but may be the noun that is to be judged.
func (f *roleFinder) genderOf(entity int) Gender {
	first, _, more := strings.Cut(f.es[entity].Name, " ")
	if !more {
		return GenderUnknown
	}
	return genderOfGiven(first)
}

// add gives an entity a role: a noun and the span of what belongs to it.
func (f *roleFinder) add(entity int, k RoleKind, n *nouns.Noun, first, last, of int) {
	if of == entity {
		of = -1
	}
	ts := f.d.Tokens()
	f.es[entity].Roles = append(f.es[entity].Roles, Role{
		Span: extract.Span{Start: ts[first].Start, End: ts[last-1].End}, Kind: k, Noun: n.Span, Lemma: n.Lemma, Of: ID(of + 1),
	})
}

func (f *roleFinder) affiliate(entity int, s extract.Span, of int) {
	f.es[entity].Roles = append(f.es[entity].Roles, Role{Span: s, Kind: RoleAffiliation, Noun: extract.Span{Start: s.Start, End: s.Start}, Lemma: f.d.Slice(s), Of: ID(of + 1)})
}

// ownerBefore returns the entity that what stands before or in a noun names,
// and the first token of the role: the part of a compound, a genitive, an
// adjective of a place.
func (f *roleFinder) ownerBefore(n *nouns.Noun, p nouns.Phrase) (of, first int) {
	of, first = -1, p.Adjectives
	for t := n.Token; t >= p.Adjectives; t-- {
		if k := f.inside[t]; k != 0 {
			m := &f.mentions[k-1]
			if t < n.Token && m.Form == FormPart {
				continue
			}
			if t == n.Token && m.Form == FormDerived && m.End == n.End {
				continue // der Franzose is not of Frankreich, but from there
			}
			of = m.entity
			break
		}
	}
	if p.Article == "" {
		if m := f.nameAt(p.First - 1); m != nil && m.Last == p.First && f.genitive(m) {
			first = m.First
			if of < 0 || f.inside[n.Token] == 0 {
				of = m.entity
			}
		}
	}
	return of, first
}

// pick prefers the owner in the compound to the one after it, and that one to
// what stands before.
func pick(inside bool, before, behind int) int {
	if behind < 0 || inside && before >= 0 {
		return before
	}
	return behind
}

// singularHere reports whether a noun that looks like a plural can be a
// singular: in an apposition it mostly is.
func (f *roleFinder) singularHere(n *nouns.Noun) bool { return n.Forms&nouns.Singular != 0 }
