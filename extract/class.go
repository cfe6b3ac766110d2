package extract

import (
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// class is what the scanner needs to know of a character. ASCII is looked up
// in a table; everything else is decoded, with a short way for the German
// letters.
type class uint8

const (
	other   class = iota // punctuation and symbols
	space                // white space, control characters, invisible marks
	letter               // letters and combining marks
	digit                // decimal digits
	joiner               // invisible inside a word: soft hyphen, zero-width (non-)joiner
	invalid              // a byte that is not UTF-8
)

var asciiClass = func() (t [utf8.RuneSelf]class) {
	for c := range t {
		switch {
		case c <= ' ' || c == 0x7F:
			t[c] = space
		case '0' <= c && c <= '9':
			t[c] = digit
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			t[c] = letter
		}
	}
	return t
}()

// classAt returns the class and the length in bytes of the character at
// text[i]. i must be in range.
func classAt(text string, i int) (class, int) {
	c := text[i]
	if c < utf8.RuneSelf {
		return asciiClass[c], 1
	}
	// ä ö ü ß é and the like: U+00C0 to U+00FF but × and ÷.
	if c == 0xC3 && i+1 < len(text) {
		if d := text[i+1]; d&0xC0 == 0x80 && d != 0x97 && d != 0xB7 {
			return letter, 2
		}
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return classOf(r, n), n
}

func classOf(r rune, n int) class {
	switch {
	case r == utf8.RuneError && n <= 1:
		return invalid
	case r < utf8.RuneSelf:
		return asciiClass[r]
	case r == letters.SoftHyphen, r == '\u200C', r == '\u200D':
		return joiner
	case r >= 0x2000 && r <= 0x200F, r >= 0x2028 && r <= 0x202F, r >= 0x205F && r <= 0x206F,
		r == '\u00A0', r == '\u3000', r == '\uFEFF', r == '\u0085', r == '\u1680':
		return space
	case unicode.IsLetter(r), unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Variation_Selector, r), unicode.Is(unicode.Mc, r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case r < 0xA0:
		return space // C1 controls
	}
	return other
}
