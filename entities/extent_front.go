package entities

import (
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// mostBefore is how many words of a name the model may have cut off.
const mostBefore = 2

// addFront begins a name with the adjective in capitals before it, and where the abbreviation
// behind it says: "den Freunden Emdens (FE)" begins with Freunden. from is the first token that
// no name before it has.
func (e *extents) addFront(x *extent, from int) {
	if before := x.first - 1; x.Label == ORG && before > from && e.Determiners.Has(e.text(before-1)) && weakAdjective(e.text(before)) != "" && !e.isNamed(before) {
		x.first, x.Start = before, e.d.Tokens()[before].Start // die Vereinigten Kranwerke
	}
	short := e.text(x.last + 1)
	if x.Label != ORG || e.text(x.last) != "(" || e.text(x.last+2) != ")" || wordlist.Form(short)&wordlist.AllCaps == 0 {
		return
	}
	for first := x.first - 1; first >= max(from, x.first-mostBefore); first-- {
		if !letters.IsUpper(e.text(first)) {
			return
		}
		if e.initialsAre(first, x.last, short) {
			x.first, x.Start = first, e.d.Tokens()[first].Start
			return
		}
	}
}

// isNamed reports whether a token is a name by itself: den Grünen Nordstadt.
func (e *extents) isNamed(i int) bool { return len(e.Names[wordlist.KeyOf(e.text(i))]) > 0 }

// initialsAre reports whether the words with a capital begin with the letters of an
// abbreviation.
func (e *extents) initialsAre(first, last int, short string) bool {
	for i := first; i < last; i++ {
		w := e.text(i)
		if !letters.IsUpper(w) {
			continue
		}
		a, n := utf8.DecodeRuneInString(w)
		b, m := utf8.DecodeRuneInString(short)
		if a != b || n == 0 {
			return false
		}
		short = short[m:]
	}
	return short == ""
}
