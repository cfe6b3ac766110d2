package germanprose

import (
	"cmp"
	"strings"

	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
)

// cells is a set of combinations of case, gender and number: 4 · 3 · 2 bits, of which the
// lower 12 are singular.
type cells uint32

const (
	singular cells = 1<<12 - 1
	plural   cells = singular << 12
	anything       = singular | plural
	genitive cells = 7<<3 | 7<<15
)

// The order of the bits: cases, and within them genders.
var (
	caseList   = [...]lexicon.Features{lexicon.Nominative, lexicon.Genitive, lexicon.Dative, lexicon.Accusative}
	genderList = [...]lexicon.Features{lexicon.Masculine, lexicon.Feminine, lexicon.Neuter}
)

// cellsOf returns what a reading can be. What it does not tell may be anything.
func cellsOf(f lexicon.Features) (c cells) {
	for i, k := range caseList {
		for j, g := range genderList {
			if (f&lexicon.Cases == 0 || f.Has(k)) && (f&lexicon.Genders == 0 || f.Has(g)) {
				c |= 1 << (3*i + j)
			}
		}
	}
	both := c | c<<12
	switch f & lexicon.Numbers {
	case lexicon.Singular:
		return both & singular
	case lexicon.Plural:
		return both & plural
	}
	return both
}

// possible returns what a form can be as one of the given parts of speech, and anything if
// the lexicon does not know it as one.
func possible(e lexicon.Entry, class lexicon.Features) (c cells) {
	for r := range e.Readings() {
		if r.Features.HasAny(class) {
			c |= cellsOf(r.Features)
		}
	}
	return cmp.Or(c, anything)
}

// farthest is how many tokens before its noun a determiner is looked for.
const farthest = 8

// noun returns NN or NNS: by the form where it leaves no choice, else by what agrees with
// it (der Lehrer, den Lehrern, drei Lehrer, wegen der Lehrer).
func (w *words) noun(i int) string {
	entry := nouns.Entry(w.form(i))
	set := possible(entry, lexicon.Noun)
	bare := true
	if set&singular != 0 && set&plural != 0 {
		set, bare = w.agree(i, set)
	}
	switch {
	case set&plural == 0:
		return "NN"
	case set&singular == 0:
		return "NNS"
	case bare && entry.Known() && w.plain(i):
		return "NNS" // Lehrer fordern mehr Geld
	}
	return "NN"
}

// plain reports whether a noun stands for itself: it is not the title of a name (Sprecher
// Hans Meier).
func (w *words) plain(i int) bool { return i+1 >= len(w.tags) || w.tags[i+1].STTS() != "NE" }

// agree narrows what a noun can be by the words of its phrase before it. bare says that it
// has no determiner.
func (w *words) agree(i int, set cells) (narrowed cells, bare bool) {
	narrow := func(c cells) {
		if set&c != 0 { // else somebody is wrong: keep what the noun itself says
			set &= c
		}
	}
	j, last := i-1, max(0, i-farthest)
	for ; j >= last; j-- {
		switch entry := lexicon.Lookup(w.lower(j)); w.tags[j].STTS() {
		case "ADJA":
			narrow(possible(entry, lexicon.Adjective))
			continue
		case "ADV", "ADJD", "KON", "$,": // sehr große, große und kleine, alte, graue
			if w.tags[j+1].STTS() == "ADJA" {
				continue
			}
			return set, true
		case "CARD":
			if form := w.lower(j); form == "1" || strings.HasPrefix(form, "ein") {
				narrow(singular)
			} else {
				narrow(plural)
			}
			continue
		case "ART":
			narrow(possible(entry, lexicon.Article))
		case "PDAT", "PDS", "PIAT", "PIDAT", "PIS", "PPOSAT":
			if !whose(w.lower(j)) {
				narrow(possible(entry, lexicon.Pronoun))
			}
		case "PRELAT", "PWAT":
		case "APPRART":
			narrow(possible(entry, lexicon.Preposition) & singular)
			return set, false
		case "APPR":
			narrow(possible(entry, lexicon.Preposition))
			return set, true
		case "NE":
			return set, !strings.HasSuffix(w.form(j), "s") // Altmans Lehrer
		default:
			return set, true
		}
		break
	}
	// The word before the determiner.
	switch {
	case j < last:
		return set, true
	case j == 0:
	case w.tags[j-1].STTS() == "APPR":
		narrow(possible(lexicon.Lookup(w.lower(j-1)), lexicon.Preposition))
	case w.tags[j-1].STTS() == "NN": // der Sprecher der Lehrer
		narrow(genitive)
	}
	return set, false
}

// degree returns JJ, JJR or JJS. A form that may be of two degrees is taken for the lower.
// Adjectives that are not declined have readings of their own ("er kommt später", but
// "später Abend").
func (w *words) degree(i int) string {
	form, bare := w.form(i), w.tags[i].STTS() == "ADJD"
	entry := lexicon.Lookup(form)
	if !entry.Features().HasAny(lexicon.Adjective) {
		entry = lexicon.Lower(form)
	}
	if !entry.Features().HasAny(lexicon.Adjective) {
		entry = lexicon.Head(form)
	}
	tag := ""
	for r := range entry.Readings() {
		switch {
		case !r.Features.HasAny(lexicon.Adjective), bare && !r.Features.HasAny(lexicon.Predicative):
		case r.Features.Has(lexicon.Superlative):
			if tag == "" {
				tag = "JJS"
			}
		case r.Features.Has(lexicon.Comparative):
			if tag != "JJ" {
				tag = "JJR"
			}
		default:
			return "JJ"
		}
	}
	return cmp.Or(tag, "JJ")
}
