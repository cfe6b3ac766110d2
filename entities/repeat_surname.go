package entities

import (
	"slices"

	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// noteSurname notes the surname of a person that is an ordinary noun too: Kern, Sommer.
func (r *repeater) noteSurname(n Named) {
	first, last := r.d.TokensIn(n.Span)
	if n.Label != PER || last-first < 2 {
		return
	}
	if w := r.d.Slice(r.d.Tokens()[last-1].Span); lexicon.Mask(w).HasAny(lexicon.Noun) {
		if r.surnames == nil {
			r.surnames = wordlist.Set{}
		}
		r.surnames[w] = struct{}{}
	}
}

// isSurname reports whether a token is such a surname, once the text has the full name. It
// is where a verb stands beside it and nothing before it that a noun would have: "sagte
// Kern", "Kern hofft", but not "der Kern der Sache", "tritt in Kraft".
func (r *repeater) isSurname(i int, form string) bool {
	if len(r.surnames) == 0 {
		return false
	}
	genitive := !r.surnames.Has(form)
	if genitive {
		base, ok := wordlist.Genitive(form)
		if !ok || !r.surnames.Has(base) {
			return false
		}
	}
	sentence, ok := r.d.SentenceAt(r.d.Tokens()[i].Start)
	if !ok {
		return false
	}
	s := r.d.Sentences()[sentence]
	tags := r.d.Tags()
	before, after, second := "", "", ""
	if i > s.First {
		before = tags[i-1].STTS()
		if slices.Contains(ofPersons, r.d.Slice(r.d.Tokens()[i-1].Span)) {
			return true
		}
	}
	if i+1 < s.Last {
		after = tags[i+1].STTS()
	}
	if i+2 < s.Last {
		second = tags[i+2].STTS()
	}
	if genitive {
		return after == "NN" // Kerns Mannschaft
	}
	switch before {
	case "", "$(", "$,", "KON", "KOUS", "ADV", "PAV", "PROAV", "KOKOM":
		return finite(after) && second != "PPER" // Glück hatte sie
	}
	return finite(before) && !finite(after) && after != "NN" && after != "ART"
}

// ofPersons are words between which and a noun without article there is a name.
var ofPersons = []string{"laut", "Laut", "so", "Herr", "Frau", "Herrn"}

func finite(stts string) bool { return stts == "VVFIN" || stts == "VAFIN" || stts == "VMFIN" }
