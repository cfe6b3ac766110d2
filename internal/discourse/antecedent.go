package discourse

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// pronoun returns the agreement of a personal pronoun that takes up somebody, 0 of
// other words.
func (x *Discourse) pronoun(t int) nouns.Agreement {
	w := &x.Words[t]
	if w.Kind != extract.Word || x.Tags[t].POS != extract.PRON && w.Function != syntax.Pronoun {
		return 0
	}
	switch w.Lower() {
	case "er", "ihn":
		return nouns.Masculine
	case "ihm":
		return nouns.Masculine | nouns.Neuter
	case "sie":
		if w.Text == "Sie" && x.addresses(t) {
			return 0
		}
		return x.NumberOfSie(t)
	case "es":
		if x.saying[t] {
			return nouns.Neuter
		}
	case "dieser":
		return nouns.Masculine
	case "diese":
		return x.NumberOfSie(t)
	}
	return 0
}

// addresses reports whether "Sie" within a sentence speaks to somebody.
func (x *Discourse) addresses(t int) bool {
	first := t == 0 || x.Sentence[t-1] != x.Sentence[t]
	return !first && x.Words[t-1].Kind != extract.OpenQuote && !x.Text.IsPunct(t-1, ":")
}

// NumberOfSie tells whether "sie" at token t is one or several, by the verb beside
// it, else by that of its clause.
func (x *Discourse) NumberOfSie(t int) nouns.Agreement {
	for _, v := range [...]int{t + 1, t - 1} {
		if v >= 0 && v < len(x.Words) && x.Words[v].Finite && x.Sentence[v] == x.Sentence[t] {
			return sieBy(x.Tags[v].Number)
		}
	}
	for v := t + 1; v < len(x.Words) && v < t+4*LongPhrase && x.Sentence[v] == x.Sentence[t] && !x.Text.IsPunct(v, ",;:"); v++ {
		if x.Tags[v].VerbForm == extract.Finite {
			return sieBy(x.Tags[v].Number)
		}
	}
	return nouns.Feminine | nouns.Plural
}

func sieBy(n extract.Number) nouns.Agreement {
	switch n {
	case extract.Singular:
		return nouns.Feminine
	case extract.Plural:
		return nouns.Plural
	}
	return nouns.Feminine | nouns.Plural
}

// byPronoun returns the referent of a pronoun that speaks, or -1.
func (x *Discourse) byPronoun(t int, l look) int {
	w := &x.Words[t]
	if x.Relative(t) {
		return x.headOfRelative(t)
	}
	switch s := w.Lower(); s {
	case "der", "dieser", "letzterer":
		return x.choose(t, nouns.Masculine, look{without: l.without, recent: true})
	case "die", "diese", "letztere":
		return x.choose(t, x.NumberOfSie(t), look{without: l.without, recent: true})
	case "das", "dieses":
		return x.choose(t, nouns.Neuter, look{without: l.without, near: true})
	case "beide", "beiden":
		return x.choose(t, nouns.Plural, look{without: l.without, near: true, persons: true})
	case "es":
		return x.choose(t, nouns.Neuter, look{without: l.without, near: true, organised: true})
	}
	agr := x.pronoun(t)
	if agr == 0 {
		return -1
	}
	return x.choose(t, agr, l)
}

// Relative reports whether a relative clause begins with token t.
func (x *Discourse) Relative(t int) bool {
	w := &x.Words[t]
	if w.Function != syntax.Relative && w.Function != syntax.Interrogative || t < 2 {
		return false
	}
	k := t - 1
	if x.Words[k].Function == syntax.Preposition {
		k--
	}
	return x.Text.IsPunct(k, ",") && x.Sentence[k] == x.Sentence[t]
}

// headOfRelative returns the referent of the noun or name that a relative clause
// belongs to: the nearest before its comma that agrees. It is -1 if that is a thing.
func (x *Discourse) headOfRelative(t int) int {
	agr := x.AgreementOfRelative(t)
	if agr == 0 {
		return -1
	}
	for i := t - 1; i >= 0 && i > t-LongPhrase && x.Sentence[i] == x.Sentence[t]; i-- {
		if x.Words[i].Finite && !x.Words[i].Capital {
			return -1
		}
		if m := x.NameAt(i); m != nil {
			if x.Referents[m.Entity].Agreement&agr != 0 {
				return m.Entity
			}
			i = m.First
			continue
		}
		if p := x.PlaceAt(i); p != nil && x.NounAt(i) != nil {
			if p.Agreement&agr != 0 {
				return int(p.Referent)
			}
			continue
		}
		if x.Tags[i].POS == extract.NOUN && x.NounAgreement(i)&agr != 0 {
			return -1
		}
	}
	return -1
}

// AgreementOfRelative returns what the pronoun at token t that opens a relative clause agrees with.
func (x *Discourse) AgreementOfRelative(t int) nouns.Agreement {
	if agr := x.Reader.Owner(x.Words[t].Text); agr != 0 {
		return agr
	}
	return (x.Reader.Determiner(x.Words[t].Text) & nouns.Nominative).Genders()
}

// LongPhrase bounds every search within a phrase or a clause, in tokens, which keeps the time
// linear.
const LongPhrase = 24

// NounAgreement returns what a common noun can agree with, by the lexicon.
func (x *Discourse) NounAgreement(t int) nouns.Agreement {
	f := nouns.Features(x.Words[t].Text)
	agr := nouns.Genders(f)
	if f.HasAny(lexicon.Plural) && !f.HasAny(lexicon.Singular) {
		return nouns.Plural
	}
	if f.HasAny(lexicon.Plural) {
		agr |= nouns.Plural
	}
	return agr
}

// Owner returns the entity that the possessive word at token t means, or -1: seine Meinung.
func (x *Discourse) Owner(t int) int { return x.entityOf(x.Possessor(t)) }

// Possessor returns the number of the referent that the possessive word at token t means, or -1.
func (x *Discourse) Possessor(t int) int {
	ref, ok := x.byPossessive(t, look{})
	if !ok {
		return -1
	}
	return ref
}

// Meaning returns the number of the referent that a noun, a pronoun or "beide" at token t means, or -1.
func (x *Discourse) Meaning(t int) int {
	if p := x.PlaceAt(t); p != nil {
		return int(p.Referent)
	}
	if x.Both(t) {
		return x.byPronoun(t, look{})
	}
	return -1
}

// Both reports whether token t is "beide" or a form of it.
func (x *Discourse) Both(t int) bool { return strings.HasPrefix(x.Words[t].Lower(), "beide") }

// byPossessive returns the referent of a possessive word that stands before what
// somebody says: seine Meinung, eigene Angaben, deren Aussage; ok is false for
// other words.
func (x *Discourse) byPossessive(t int, l look) (ref int, ok bool) {
	s := strings.ToLower(x.Words[t].Text)
	agr := x.Reader.Owner(s)
	switch {
	case x.Reader.Own.Has(s):
		return x.ownSubject(t), true
	case agr == 0:
		return -1, false
	case x.Relative(t):
		return x.headOfRelative(t), true
	case x.Reader.Determiner(s) == 0: // deren, dessen
		l = look{without: l.without, recent: true}
	default:
		l.own = true
	}
	return x.choose(t, agr, l), true
}

// ownSubject returns the referent of the subject of the clause that token t is in.
func (x *Discourse) ownSubject(t int) int {
	if first, end := x.SubjectBeside(t); end > 0 {
		return x.subjectReferent(first, end)
	}
	return -1
}

// SubjectBeside returns the subject [first, end) of the clause that token t is in, and end 0 if it
// has none but one around the token.
func (x *Discourse) SubjectBeside(t int) (first, end int) {
	for d := range LongPhrase * 2 {
		for _, i := range [...]int{t - d, t + d} {
			if i < 0 || i >= len(x.Words) || x.Sentence[i] != x.Sentence[t] || x.Clause[i] != x.Clause[t] {
				continue
			}
			if end, _ := x.Subject(i); end > 0 && (i > t || t >= end) {
				return i, end
			}
		}
	}
	return 0, 0
}

// subjectReferent returns the referent of the subject [first, end).
func (x *Discourse) subjectReferent(first, end int) int {
	for i := first; i < end; i++ {
		if m := x.NameAt(i); m != nil && (i == first || !m.Genitive) && x.Referents[m.Entity].Label != entities.MISC {
			return m.Entity
		}
		if p := x.PlaceAt(i); p != nil {
			return int(p.Referent)
		}
	}
	return -1
}
