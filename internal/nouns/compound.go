package nouns

import (
	"strings"
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
