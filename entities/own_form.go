package entities

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// appendPlain appends s, in the normal form of texts, as names are compared where capitals
// count: without blanks, hyphens, dots and apostrophes, ß as ss.
func appendPlain(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			dst = append(dst, s[i])
		case r == 'ß':
			dst = append(dst, "ss"...)
		case r == 'ẞ':
			dst = append(dst, "SS"...)
		case r == '.' || isHyphen(r) || isApostrophe(r) || unicode.IsSpace(r):
		default:
			dst = utf8.AppendRune(dst, r)
		}
		i += n
	}
	return dst
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// spellingKey returns what two spellings have in common that no text tells apart.
func spellingKey(name string, pieces []piece) string {
	var key []byte
	for i, p := range pieces {
		if i > 0 && p.sep == slash {
			key = append(key, '/')
		} else if i > 0 {
			key = append(key, ' ')
		}
		key = appendPlain(key, name[p.Start:p.End])
	}
	return string(key)
}

// ownForm is what may be done to a name of a list.
type ownForm struct {
	label    Label
	pieces   int
	ordinary bool // one ordinary word, with an article or without
	freeCase bool // may be in capitals
	spaced   bool // the piece that is looked at is several words
}

func newOwnForm(name string, label Label, pieces []piece) ownForm {
	f := ownForm{label: label, pieces: len(pieces)}
	words := 0
	ordinary := true
	for i := 0; i < len(pieces); i++ {
		start := pieces[i].Start
		for i+1 < len(pieces) && pieces[i+1].token == pieces[i].token {
			i++
		}
		w := name[start:pieces[i].End]
		if words == 0 && i+1 < len(pieces) && lexicon.Mask(w).Has(lexicon.Article) {
			continue
		}
		words++
		ordinary = isOrdinary(w)
	}
	f.ordinary = ordinary && words <= 1
	n := letters.Count(name)
	f.freeCase = n.Upper > 0 && n.Upper+n.Lower+n.Other >= 4 && !f.ordinary
	return f
}

// isCamel reports whether a word has capitals as no ordinary word has: iPhone.
func isCamel(w string) bool {
	_, n := utf8.DecodeRuneInString(w)
	return strings.ContainsFunc(w[n:], unicode.IsUpper) && strings.ContainsFunc(w, unicode.IsLower)
}

// isPlain reports whether a text has a piece of a name as it is.
func isPlain(name, text string) bool {
	var a, b [longestPiece]byte
	return name == text || bytes.Equal(appendPlain(a[:0], name), appendPlain(b[:0], text))
}

// takesPiece reports whether a piece of a text is a form of piece i of a name.
func (f ownForm) takesPiece(name, text string, i int) bool {
	var a, b [longestPiece]byte
	n, t := appendPlain(a[:0], name), appendPlain(b[:0], text)
	f.spaced = strings.ContainsFunc(name, func(r rune) bool { return isHyphen(r) || unicode.IsSpace(r) })
	if f.cased(n, t, i) {
		return true
	}
	for _, e := range [...]string{"s", "es", "n"} {
		k := len(t) - len(e)
		if k < 1 || !strings.EqualFold(string(t[k:]), e) || !f.cased(n, t[:k], i) || !sameEndCase(n, t[:k], t[k:]) {
			continue
		}
		if f.takes(e, name, text, i) {
			return true
		}
	}
	if f.pieces > 1 && f.label != PER && !f.ordinary {
		a, b := adjectiveStem(n), adjectiveStem(t)
		if a > 0 && b > 0 && f.cased(n[:a], t[:b], i) && sameEndCase(n[:a], t[:b], t[b:]) &&
			(lexicon.Mask(name) | lexicon.Lower(name).Features()).Has(lexicon.Adjective) {
			return true
		}
	}
	return false
}

// takes reports whether piece i of a name may have an ending.
func (f ownForm) takes(ending, name, text string, i int) bool {
	last := f.pieces - 1
	switch {
	case f.ordinary:
		return ending == "s" && i == last && isGenitive(text, name)
	case ending == "s" && i == last:
		return !sibilant(name) || strings.ContainsFunc(text, isApostrophe)
	case f.label == PER:
		return false
	case ending == "n":
		return last > 0 && nounOf(text).Has(lexicon.Dative|lexicon.Plural)
	default: // des Bundesgerichtshofes, des Bundes der Steuerzahler
		return nounOf(text).Has(lexicon.Noun | lexicon.Genitive)
	}
}

// isGenitive reports whether the genitive of a noun has this form: Spiegels, but
// Bundes is not of Bunde.
func isGenitive(form, noun string) bool {
	for r := range lexicon.Lookup(form).Readings() {
		if r.Features.Has(lexicon.Noun|lexicon.Genitive) && r.Lemma(form) == noun {
			return true
		}
	}
	return false
}

// isOrdinary reports whether a word is more than a name.
func isOrdinary(w string) bool {
	return lexicon.IsWord(w) && !isCamel(w)
}

// nounOf returns the features of a noun or of the head of a compound.
func nounOf(word string) lexicon.Features {
	return lexicon.Mask(word) | lexicon.Head(word).Features()
}

// sibilant reports whether a name has no genitive s.
func sibilant(name string) bool { return strings.TrimRight(name, "sßxzSXZ") != name }

// adjectiveStem returns where the ending of an adjective begins, or 0.
func adjectiveStem(w []byte) int {
	n := len(w)
	if n > 3 && w[n-1]|0x20 == 'e' {
		return n - 1
	}
	if n > 4 && w[n-2]|0x20 == 'e' {
		switch w[n-1] | 0x20 {
		case 'm', 'n', 'r', 's':
			return n - 2
		}
	}
	return 0
}

// cased reports whether a text is a piece of a name but for capitals, and may
// have those that it has.
func (f ownForm) cased(name, text []byte, i int) bool {
	switch {
	case bytes.Equal(name, text):
		return true
	case !f.freeCase || !bytes.EqualFold(name, text):
		return false
	case !bytes.ContainsFunc(text, unicode.IsLower):
		return true
	}
	_, a := utf8.DecodeRune(name)
	_, b := utf8.DecodeRune(text)
	inside := bytes.ContainsFunc(text[b:], unicode.IsUpper)
	switch {
	case !bytes.ContainsFunc(text[:b], unicode.IsUpper):
		if !inside {
			return false
		}
	case i == 0 && bytes.Equal(name[a:], text[b:]): // Von der Leyen begins the sentence
		return true
	}
	// Nvidia and Tiktok, SoftBank for Softbank, but not Openai for Open AI
	return !f.spaced && len(name) > 3 && (inside || bytes.ContainsFunc(name[a:], unicode.IsUpper))
}

// sameEndCase reports whether the ending of a text is written as its name is:
// SAPs and RHEINMETALLS, but SAPS is not SAP, which has a capital in the list.
func sameEndCase(name, text, ending []byte) bool {
	if !bytes.ContainsFunc(ending, unicode.IsUpper) {
		return true
	}
	return !bytes.ContainsFunc(text, unicode.IsLower) && bytes.ContainsFunc(name, unicode.IsLower)
}
