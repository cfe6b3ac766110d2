package who

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
	w := &x.ws[t]
	if w.Kind != extract.Word || x.tags[t].POS != extract.PRON && w.Function != syntax.Pronoun {
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
		return x.numberOfSie(t)
	case "es":
		if _, ok := x.subjects[t]; ok && x.saying[t] {
			return nouns.Neuter
		}
	case "dieser":
		return nouns.Masculine
	case "diese":
		return x.numberOfSie(t)
	}
	return 0
}

// addresses reports whether "Sie" within a sentence speaks to somebody.
func (x *Discourse) addresses(t int) bool {
	first := t == 0 || x.sentence[t-1] != x.sentence[t]
	return !first && x.ws[t-1].Kind != extract.OpenQuote && !x.text.IsPunct(t-1, ":")
}

// numberOfSie tells whether "sie" at token t is one or several, by the verb beside
// it, else by that of its clause.
func (x *Discourse) numberOfSie(t int) nouns.Agreement {
	for _, v := range [...]int{t + 1, t - 1} {
		if v >= 0 && v < len(x.ws) && x.ws[v].Finite && x.sentence[v] == x.sentence[t] {
			return sieBy(x.tags[v].Number)
		}
	}
	for v := t + 1; v < len(x.ws) && v < t+4*longPhrase && x.sentence[v] == x.sentence[t] && !x.text.IsPunct(v, ",;:"); v++ {
		if x.tags[v].VerbForm == extract.Finite {
			return sieBy(x.tags[v].Number)
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
	w := &x.ws[t]
	if x.relative(t) {
		return x.headOfRelative(t)
	}
	switch s := w.Lower(); s {
	case "der", "dieser", "letzterer":
		return x.choose(t, nouns.Masculine, look{without: l.without, recent: true})
	case "die", "diese", "letztere":
		return x.choose(t, x.numberOfSie(t), look{without: l.without, recent: true})
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

// relative reports whether a relative clause begins with token t.
func (x *Discourse) relative(t int) bool {
	w := &x.ws[t]
	if w.Function != syntax.Relative && w.Function != syntax.Interrogative || t < 2 {
		return false
	}
	k := t - 1
	if x.ws[k].Function == syntax.Preposition {
		k--
	}
	return x.text.IsPunct(k, ",") && x.sentence[k] == x.sentence[t]
}

// headOfRelative returns the referent of the noun or name that a relative clause
// belongs to: the nearest before its comma that agrees. It is -1 if that is a thing.
func (x *Discourse) headOfRelative(t int) int {
	agr := x.reader.Owner(x.ws[t].Text)
	if agr == 0 {
		agr = (x.reader.Determiner(x.ws[t].Text) & nouns.Nominative).Genders()
	}
	if agr == 0 {
		return -1
	}
	for i := t - 1; i >= 0 && i > t-longPhrase && x.sentence[i] == x.sentence[t]; i-- {
		if x.ws[i].Finite && !x.ws[i].Capital {
			return -1
		}
		if k := x.nameOf[i]; k != 0 {
			m := &x.names[k-1]
			if x.refs[m.entity].agr&agr != 0 {
				return m.entity
			}
			i = m.first
			continue
		}
		if k := x.placeAt[i]; k != 0 && x.nounOf[i] != 0 {
			if p := &x.places[k-1]; p.agr&agr != 0 {
				return int(p.ref)
			}
			continue
		}
		if x.tags[i].POS == extract.NOUN && x.nounAgreement(i)&agr != 0 {
			return -1
		}
	}
	return -1
}

// longPhrase bounds every search within a phrase or a clause, in tokens, which keeps the time
// linear.
const longPhrase = 24

// nounAgreement returns what a common noun can agree with, by the lexicon.
func (x *Discourse) nounAgreement(t int) nouns.Agreement {
	f := nouns.Features(x.ws[t].Text)
	agr := nouns.Genders(f)
	if f.HasAny(lexicon.Plural) && !f.HasAny(lexicon.Singular) {
		return nouns.Plural
	}
	if f.HasAny(lexicon.Plural) {
		agr |= nouns.Plural
	}
	return agr
}

// byPossessive returns the referent of a possessive word that stands before what
// somebody says: seine Meinung, eigene Angaben, deren Aussage; ok is false for
// other words.
func (x *Discourse) byPossessive(t int, l look) (ref int, ok bool) {
	s := strings.ToLower(x.ws[t].Text)
	agr := x.reader.Owner(s)
	switch {
	case x.reader.Own.Has(s):
		return x.ownSubject(t), true
	case agr == 0:
		return -1, false
	case x.relative(t):
		return x.headOfRelative(t), true
	case x.reader.Determiner(s) == 0: // deren, dessen
		l = look{without: l.without, recent: true}
	default:
		l.own = true
	}
	return x.choose(t, agr, l), true
}

// ownSubject returns the referent of the subject of the clause that token t is in.
func (x *Discourse) ownSubject(t int) int {
	for d := range longPhrase * 2 {
		for _, i := range [...]int{t - d, t + d} {
			if i < 0 || i >= len(x.ws) || x.sentence[i] != x.sentence[t] || x.clause[i] != x.clause[t] {
				continue
			}
			end, ok := x.subjects[i]
			if !ok || i <= t && t < end {
				continue
			}
			return x.subjectReferent(i, end)
		}
	}
	return -1
}

// subjectReferent returns the referent of the subject [first, end).
func (x *Discourse) subjectReferent(first, end int) int {
	for i := first; i < end; i++ {
		if k := x.nameOf[i]; k != 0 && (i == first || !x.names[k-1].genitive) && x.refs[x.names[k-1].entity].label != entities.MISC {
			return x.names[k-1].entity
		}
		if k := x.placeAt[i]; k != 0 {
			return int(x.places[k-1].ref)
		}
	}
	return -1
}
