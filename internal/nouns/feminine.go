package nouns

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/lexicon"
)

// hasFeminine reports whether the lexicon has the feminine of a masculine noun
// in -in: Berater, Kunde, Arzt.
func hasFeminine(lemma []byte) bool {
	var buf [72]byte
	is := func(b []byte) bool {
		f := lexicon.Mask(string(b))
		return f.Has(lexicon.Noun | lexicon.Feminine)
	}
	n := len(lemma)
	if n < 3 || n > 60 {
		return false
	}
	if is(append(append(buf[:0], lemma...), "in"...)) {
		return true
	}
	if lemma[n-1] == 'e' {
		n--
		if is(append(append(buf[:0], lemma[:n]...), "in"...)) {
			return true
		}
	}
	for i := n - 1; i >= 0; i-- { // Arzt, Ärztin
		if dots := umlauts[lemma[i]]; dots != "" {
			b := append(append(buf[:0], lemma[:i]...), dots...)
			return is(append(append(b, lemma[i+1:n]...), "in"...))
		}
	}
	return false
}

var umlauts = [256]string{'a': "ä", 'o': "ö", 'u': "ü", 'A': "Ä", 'O': "Ö", 'U': "Ü"}

// feminineSense returns what a feminine noun in -in stands for: the woman whose
// office or trade its masculine is.
func (w *Words) feminineSense(lemma []byte) senses {
	n := len(lemma) - 2
	if n < 3 || string(lemma[n:]) != "in" {
		return 0
	}
	var buf [72]byte
	base := append(buf[:0], lemma[:n]...)
	if len(base) > 60 {
		return 0
	}
	plain := []byte(withoutDots(string(base)))
	for _, b := range [...][]byte{base, append(base[:n:n], 'e'), plain, append(plain[:len(plain):len(plain)], 'e')} {
		k := w.listedSense(b)
		if k&senseNeither != 0 {
			return senseNeither
		}
		if k&sensePerson != 0 || lexicon.Mask(string(b)).Has(lexicon.Noun|lexicon.Masculine) {
			return sensePerson | senseWoman | k&senseNoRole
		}
	}
	return 0
}

// withoutDots takes the dots of the last umlaut: Ärzt, Arzt.
func withoutDots(s string) string {
	i := strings.LastIndexAny(s, "äöüÄÖÜ")
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	for c, dots := range umlauts {
		if dots == s[i:i+n] {
			return s[:i] + string(rune(c)) + s[i+n:]
		}
	}
	return s
}

// capitalised returns s with a capital first letter.
func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError || unicode.IsUpper(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
