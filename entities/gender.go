package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// readGenders finds what stands before the names of persons: Frau Merkel, die
// Ministerin Merkel.
func (g *grouper) readGenders() {
	for i := range g.mentions {
		g.sign.Look()
		if m := &g.mentions[i]; m.title == GenderUnknown && m.Form == FormName && (m.Label == PER || m.Label == 0) {
			m.title = g.genderBefore(m)
		}
	}
}

// genderBefore returns what the noun right before a name says of its gender;
// titles that everybody may bear are passed over.
func (g *grouper) genderBefore(m *mention) Gender {
	genitive := m.name.End < m.End
	for i := m.first; i > m.from && i > m.first-4; i-- {
		w := g.token(i - 1)
		if genitive && (g.Capitals[w]&wordlist.PersonTitle == 0 || g.Determiners.Has(g.before(m, i-1))) {
			return GenderUnknown // die Sprecherin Altmans, die Frau Altmans
		}
		if c := g.Capitals[w] & wordlist.PersonTitle; c != 0 {
			if gender := genderOfTitle(c); gender != GenderUnknown {
				return gender
			}
			continue
		}
		if !letters.IsUpper(w) || i-1 == m.from && lexicon.Lower(w).Known() && g.ExactClass(w) == 0 {
			return GenderUnknown
		}
		return g.genderOfNoun(m, i-1, w)
	}
	return GenderUnknown
}

func genderOfTitle(c wordlist.Class) Gender {
	switch {
	case c&wordlist.MaleTitle != 0:
		return Masculine
	case c&wordlist.FemaleTitle != 0:
		return Feminine
	}
	return GenderUnknown
}

// genderOfNoun returns the gender of the person that a noun such as Ministerin or
// Abgeordneter stands for. A noun like Minister stands for a man: of a woman the
// news say Ministerin.
func (g *grouper) genderOfNoun(m *mention, i int, w string) Gender {
	if lexicon.Mask(w).HasAny(lexicon.FromAdjective) || lexicon.Head(w).Features().HasAny(lexicon.FromAdjective) {
		return g.genderOfArticle(m, i, w)
	}
	switch c := g.NounClass(w); {
	case c&wordlist.Woman != 0 && c&wordlist.Man == 0:
		return Feminine
	case c&(wordlist.Man|wordlist.Office) != 0 && c&wordlist.Woman == 0:
		return Masculine
	}
	for _, e := range [...]string{"erin", "istin", "antin", "entin", "ärin", "eurin", "orin", "ologin"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return Feminine // Moorschützerin
		}
	}
	return GenderUnknown
}

// genderOfArticle tells der Abgeordnete from die Abgeordnete, by the ending of
// the noun and the article before it.
func (g *grouper) genderOfArticle(m *mention, i int, w string) Gender {
	if strings.HasSuffix(w, "er") {
		return Masculine
	}
	for k := i; k > m.from && k > i-3; k-- {
		if forms := nouns.Load().Declined(w, strings.ToLower(g.token(k-1))); forms != 0 {
			return genders[forms.One()]
		}
	}
	return GenderUnknown
}

// genderOf returns the gender of a person: that of the first name, else what
// stands before the name. "Bundeskanzler Angela Merkel" is a woman.
func (g *grouper) genderOf(m *mention, n *fullName) Gender {
	if len(n.given) > 0 || n.numeral != "" {
		for i := m.first; i < m.last-1 || i == m.first; i++ {
			if gender := genderOfGiven(g.word(m, i)); gender != GenderUnknown {
				return gender
			}
		}
	} else if m.title == GenderUnknown {
		if w := g.d.Slice(m.name); !gazetteer.Lookup(w).HasAny(gazetteer.Surname) {
			return genderOfGiven(w)
		}
	}
	return m.title
}

// genderOfGiven returns the gender that a given name tells; of two joined by a hyphen the
// first does.
func genderOfGiven(w string) Gender {
	if wordlist.Form(w)&wordlist.AllCaps != 0 {
		w = letters.Title(w) // LUTZ
	}
	gender := listedGender(w)
	if first, _, joined := strings.Cut(w, "-"); joined && gender == GenderUnknown {
		return listedGender(first)
	}
	return gender
}

// listedGender returns the gender that the list of given names or the gazetteer has for a name.
func listedGender(w string) Gender {
	switch lists := wordlist.Load(); {
	case lists.GivenMen.Has(w):
		return Masculine
	case lists.GivenWomen.Has(w):
		return Feminine
	}
	switch gazetteer.Lookup(w) & gazetteer.FirstName {
	case gazetteer.Male:
		return Masculine
	case gazetteer.Female:
		return Feminine
	}
	return GenderUnknown
}

// number returns whether an entity is one or many to the grammar: die Grünen
// and die Vereinten Nationen are many.
func (g *grouper) number(m *mention, label Label) extract.Number {
	if label == PER || m.Form == FormDerived || m.End-m.Start > longestMention || m.first >= m.last {
		return extract.Singular
	}
	name := g.d.Slice(m.name)
	key := wordlist.KeyOf(withoutArticle(name))
	if g.plurals.Has(key) {
		return extract.Plural
	}
	if _, ok := g.lineOf[key]; ok || label == LOC && m.last-m.first == 1 {
		return extract.Singular
	}
	if m.last > m.first+1 && g.legal(m, m.last-1) {
		return extract.Singular // Stadtwerke Kiel GmbH
	}
	head := g.word(m, m.last-1)
	if lexicon.Mask(head).HasAny(lexicon.Name) {
		return extract.Singular
	}
	f := nouns.Features(head)
	if f.HasAny(lexicon.Noun) && f.HasAny(lexicon.Plural) && !f.HasAny(lexicon.Singular) {
		return extract.Plural
	}
	// Berliner Philharmoniker: the noun may be either, the article tells.
	if f.HasAny(lexicon.Noun) && f.Has(lexicon.Plural|lexicon.Masculine) && !f.HasAny(lexicon.Feminine|lexicon.Neuter) && label == ORG {
		switch strings.ToLower(g.before(m, m.first)) {
		case "die", "den":
			return extract.Plural
		}
	}
	return extract.Singular
}
