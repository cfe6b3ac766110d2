package lexicon

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// maxForm is the length of the longest spelling that is looked up, in bytes.
// The longest form of the lexicon is shorter.
const maxForm = 120

// A spelling says how a form is changed before it is looked up. The steps are
// applied in the order of the constants.
type spelling uint8

const (
	asWritten spelling = 0

	firstSmall   spelling = 1
	firstCapital spelling = 2
	allSmall     spelling = 3
	onlyFirst    spelling = 4 // capital first letter, the others small
	caseMask     spelling = 7

	sharpAll   spelling = 1 << 3 // every ss becomes ß
	sharpFirst spelling = 2 << 3 // the first only
	sharpLast  spelling = 3 << 3 // the last only
	sharpNone  spelling = 4 << 3 // every ß becomes ss
	sharpMask  spelling = 7 << 3
)

// A shape says which spellings of a form are worth a try.
type shape uint8

const (
	capital    shape = 1 << iota // the first letter is a capital
	allCapital                   // there are two letters or more and all are capitals
	doubleS                      // there is ss, or SS in a form of capitals
	severalS                     // there is more than one ss
	eszett                       // there is ß
	sharp      = doubleS | eszett
)

func shapeOf(form string) (s shape) {
	n, double := 0, 0
	small, afterS := false, false
	for _, r := range form {
		if isS := r == 's' || r == 'S'; isS && afterS {
			double++
			afterS = false // sss holds one ss
		} else {
			afterS = isS
		}
		if r == 'ß' || r == 'ẞ' {
			s |= eszett
		}
		if !unicode.IsLetter(r) {
			continue
		}
		n++
		if !unicode.IsUpper(r) {
			small = true
		} else if n == 1 {
			s |= capital
		}
	}
	if n > 1 && !small {
		s |= allCapital
	}
	if double > 0 {
		s |= doubleS
	}
	if double > 1 {
		s |= severalS
	}
	return s
}

var (
	sharpsNone    = []spelling{0}
	sharpsDouble  = []spelling{0, sharpAll}
	sharpsSeveral = []spelling{0, sharpFirst, sharpLast, sharpAll}
	sharpsEszett  = []spelling{0, sharpNone}
	casesNone     = []spelling{0}
	casesCapital  = []spelling{0, firstSmall}
	casesAllCaps  = []spelling{onlyFirst, allSmall}
	casesSmall    = []spelling{firstSmall, allSmall}
)

// sharps and cases return the spellings to try, in order.
func sharps(s shape) []spelling {
	switch {
	case s&severalS != 0:
		return sharpsSeveral
	case s&doubleS != 0:
		return sharpsDouble
	case s&eszett != 0:
		return sharpsEszett
	}
	return sharpsNone
}

func cases(s shape) []spelling {
	switch {
	case s&allCapital != 0:
		return casesAllCaps
	case s&capital != 0:
		return casesCapital
	}
	return casesNone
}

// appendSpelled appends form in the given spelling to dst. It fails if the
// result is longer than any form that could be found.
func appendSpelled(dst []byte, form string, sp spelling) (_ []byte, ok bool) {
	start := len(dst)
	first := true
	for i := 0; i < len(form); {
		r, n := utf8.DecodeRuneInString(form[i:])
		from := form[i : i+n]
		i += n
		switch sp & caseMask {
		case firstSmall:
			if first {
				r = letters.Lower(r)
			}
		case firstCapital:
			if first {
				r = letters.Upper(r)
			}
		case allSmall:
			r = letters.Lower(r)
		case onlyFirst:
			if !first {
				r = letters.Lower(r)
			}
		}
		first = false
		dst = letters.Append(dst, r, from)
	}
	dst = resharpen(dst, start, sp&sharpMask)
	return dst, len(dst)-start <= maxForm
}

// resharpen changes ss to ß or ß to ss in dst[start:]; ss and ß are two bytes
// each, so nothing moves.
func resharpen(dst []byte, start int, sp spelling) []byte {
	from, to := "ss", "ß"
	b := dst[start:]
	switch sp {
	case 0:
		return dst
	case sharpNone:
		from, to = to, from
	case sharpLast:
		b = b[max(0, bytes.LastIndex(b, []byte(from))):]
	}
	for i := bytes.Index(b, []byte(from)); i >= 0; i = bytes.Index(b, []byte(from)) {
		copy(b[i:], to)
		b = b[i+len(to):]
		if sp == sharpFirst || sp == sharpLast {
			break
		}
	}
	return dst
}

// recase changes the case of the first letter of dst[start:].
func recase(dst []byte, start int, change func(rune) rune) []byte {
	r, n := utf8.DecodeRune(dst[start:])
	c := change(r)
	if c == r || utf8.RuneLen(c) != n {
		return dst // no letter with a counterpart of its size in German
	}
	utf8.EncodeRune(dst[start:], c)
	return dst
}

// Standard returns a form that is spelled with ss, in the Swiss way, as the lexicon spells
// it: with ß. It is empty where the lexicon has the form as it is, or does not have it.
func Standard(form string) string {
	if !strings.Contains(form, "ss") {
		return ""
	}
	e := Lookup(form)
	if !e.Known() {
		e = Lower(form)
	}
	sharp := e.spelling & sharpMask
	if sharp == 0 || sharp == sharpNone {
		return ""
	}
	b, _ := appendSpelled(nil, form, sharp)
	return string(b)
}
