package wordlist

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

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
