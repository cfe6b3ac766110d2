package wordlist

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
	letters, capitals, lower := 0, 0, false
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
			letters++
			onlyRoman = onlyRoman && strings.ContainsRune("IVXLC", r)
		case unicode.IsLetter(r):
			lower = true
			letters++
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
	if capitals == letters && letters >= 2 {
		is |= AllCaps
	}
	if is&Capital == 0 {
		return is
	}
	if letters == 1 && len(s) > utf8.RuneLen(FirstRune(s)) && s[len(s)-1] == '.' {
		is |= LetterDot
	}
	if onlyRoman && capitals == letters && (letters > 1 || s == "I" || s == "V" || s == "I." || s == "V.") {
		is |= Roman
	}
	return is
}

// IsLetter reports whether r is a letter or a mark on one.
func IsLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }
