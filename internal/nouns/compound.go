package nouns

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/memo"
)

// seenNouns are those looked up last, and what they stand for.
var seenNouns memo.Table[seenNoun]

// seenNoun is what a noun stands for, and where the word that tells it begins.
type seenNoun struct {
	sense senses
	forms Agreement
	head  int
}

// senseOf returns what a noun stands for, which forms it can be, and where the
// word that tells it begins: at the end of a compound.
func (w *Words) senseOf(s string) (sense senses, forms Agreement, head int) {
	if k := seenNouns.Get(s, 0); k != nil {
		return k.sense, k.forms, k.head
	}
	e := new(memo.Entry[seenNoun])
	sense, forms, head = w.findSense(s)
	e.Value = seenNoun{sense, forms, head}
	seenNouns.Put(s, 0, e)
	return sense, forms, head
}

func (w *Words) findSense(s string) (sense senses, forms Agreement, head int) {
	e := lexicon.Lookup(s)
	if f := e.Features(); f.HasAny(lexicon.Name) && !f.HasAny(lexicon.Noun) {
		return 0, 0, 0 // Nordrhein-Westfalen
	}
	for { // Start-up has a hyphen itself
		if sense, forms := w.whole(s[head:], e); sense != 0 {
			if head > 0 && sense&senseWhole != 0 {
				return 0, 0, 0
			}
			return sense, forms, head
		}
		k := strings.IndexByte(s[head:], '-')
		if k < 0 || head+k+1 == len(s) {
			break
		}
		head += k + 1
		e = lexicon.Lookup(s[head:])
	}
	rest := s[head:]
	if !letters.IsUpper(rest) {
		return 0, 0, 0
	}
	compound := nounForms(e)
	letters := 0
	for i := range rest {
		if letters++; letters <= 2 || len(rest)-i < 3 {
			continue
		}
		sense, forms := w.end(rest[i:])
		if sense == 0 && compound != 0 || sense&senseWhole != 0 {
			continue
		}
		end := capitalised(rest[i:])
		if !plausibleFront(rest[:i], sense != 0 && len(end) >= 6) {
			continue
		}
		switch {
		case sense&senseNeither != 0:
			return sense, forms, head + i
		case sense == 0: // Fahrzeuge in Rettungsfahrzeuge rules out Zeuge
			compound = nounForms(lexicon.Lookup(end))
			continue
		case compound != 0:
			if forms &= compound; forms == 0 {
				continue // die Heilkunde is not of der Kunde
			}
		}
		return sense, forms, head + i
	}
	return 0, 0, 0
}

// seenEnds are the ends of compounds looked up last: new nouns end as others do.
var seenEnds memo.Table[seenEnd]

// seenEnd is what a noun stands for as the end of a compound.
type seenEnd struct {
	sense senses
	forms Agreement
}

// end is whole for the end of a compound, with a small first letter.
func (w *Words) end(s string) (sense senses, forms Agreement) {
	if k := seenEnds.Get(s, 0); k != nil {
		return k.sense, k.forms
	}
	noun := capitalised(s)
	sense, forms = w.whole(noun, lexicon.Lookup(noun))
	if sense&senseWhole != 0 {
		if k := w.senses["-"+noun]; k != 0 {
			sense = k
		}
	}
	e := new(memo.Entry[seenEnd])
	e.Value = seenEnd{sense, forms}
	seenEnds.Put(s, 0, e)
	return sense, forms
}

// plausibleFront reports whether s can be the first part of a compound. Before a
// long end it may be unknown.
func plausibleFront(s string, long bool) bool {
	if !utf8.ValidString(s) {
		return false
	}
	if utf8.RuneCountInString(s) < 3 {
		return lexicon.Mask(s).HasAny(lexicon.Noun) // Ölminister
	}
	if lexicon.Lookup(s).Known() || lexicon.Head(s).Known() {
		return true
	}
	for _, e := range [...]string{"s", "n", "en", "es", "er", "e", "ens", "-"} {
		if base, ok := strings.CutSuffix(s, e); ok && len(base) >= 3 && (lexicon.Lookup(base).Known() || lexicon.Head(base).Known()) {
			return true
		}
	}
	return lexicon.Lookup(s+"e").Known() || lexicon.Lookup(s+"en").Known() || long && len(s) >= 4 && strings.ContainsAny(s, "aeiouäöüAEIOUÄÖÜ")
}

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
