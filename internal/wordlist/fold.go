package wordlist

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// Fold appends to dst the spelling that names are compared in: small letters
// and digits alone, without blanks, hyphens, apostrophes, dots and soft hyphens,
// ß as ss, umlauts composed.
func Fold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		r, n := letters.Next(s[i:])
		switch {
		case r == 'ß' || r == 'ẞ':
			dst = append(dst, "ss"...)
		case r == utf8.RuneError && n == 1:
			dst = append(dst, s[i]) // an invalid byte stays itself, or different names would be one
		case r == '&' || r == '+' || unicode.IsLetter(r) || unicode.IsDigit(r):
			dst = utf8.AppendRune(dst, letters.Lower(r))
		}
		i += n
	}
	return dst
}

// Folded returns what Fold appends.
func Folded(s string) string {
	var buf [64]byte
	return string(Fold(buf[:0], s))
}

// Bare cuts a genitive s and then the ending of an adjective from a folded word,
// so that "Vereinigten Staaten" and "Vereinigte Staaten" are compared alike.
// Short words stay.
func Bare(w []byte) []byte {
	if n := len(w) - 1; n >= 4 && w[n] == 's' {
		w = w[:n]
	}
	for _, e := range [...]string{"en", "em", "er", "e", "n"} {
		if n := len(w) - len(e); n >= 4 && string(w[n:]) == e {
			return w[:n]
		}
	}
	return w
}

// Genitive cuts a genitive ending: s, 's, or the apostrophe after an s.
func Genitive(s string) (string, bool) {
	for _, e := range [...]string{"'s", "’s", "'", "’"} {
		if base, ok := strings.CutSuffix(s, e); ok && len(base) > 1 {
			return base, true
		}
	}
	if n := len(s) - 1; n >= 3 && s[n] == 's' && s[n-1] != 's' {
		return s[:n], true
	}
	return s, false
}

// Traits are what the letters of a word show.
type Traits uint16

// The traits.
const (
	Capital   Traits = 1 << iota // begins with a capital letter
	AllCaps                      // two letters or more, all capitals: SPD
	Camel                        // a capital behind a small letter: OpenAI, iPhone
	Numeric                      // has a digit
	LetterDot                    // W.
	Roman                        // XIV, II.
)

// Form reads the traits that the letters show.
func Form(s string) (is Traits) {
	n, capitals, lower := 0, 0, false
	onlyRoman := true
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			if i == 0 {
				is |= Capital
			} else if lower && s[i-1] != '-' && s[i-1] != '/' {
				is |= Camel
			}
			capitals++
			n++
			onlyRoman = onlyRoman && strings.ContainsRune("IVXLC", r)
		case unicode.IsLetter(r):
			lower = true
			n++
		case unicode.IsDigit(r):
			is |= Numeric
			onlyRoman = false
		case r != '.':
			onlyRoman = false
		}
		if r == '-' || r == '/' {
			lower = false
		}
	}
	if capitals == n && n >= 2 {
		is |= AllCaps
	}
	if is&Capital == 0 {
		return is
	}
	if n == 1 && len(s) > utf8.RuneLen(letters.First(s)) && s[len(s)-1] == '.' {
		is |= LetterDot
	}
	if onlyRoman && capitals == n && (n > 1 || s == "I" || s == "V" || s == "I." || s == "V.") {
		is |= Roman
	}
	return is
}
