package wordlist

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold appends to dst the spelling that names are compared in: small letters
// and digits alone, without blanks, hyphens, apostrophes, dots and soft hyphens,
// ß as ss, umlauts composed.
func Fold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '&' || c == '+':
				dst = append(dst, c)
			case 'A' <= c && c <= 'Z':
				dst = append(dst, c+'a'-'A')
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == 'ß' || r == 'ẞ':
			dst = append(dst, "ss"...)
		case r == '\u0308':
			dst = Diaeresis(dst)
		case r == utf8.RuneError && n == 1:
			dst = append(dst, c) // an invalid byte stays itself, or different names would be one
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
		i += n
	}
	return dst
}

// Diaeresis puts the two dots on the last letter of dst.
func Diaeresis(dst []byte) []byte {
	if len(dst) == 0 {
		return dst
	}
	last := len(dst) - 1
	switch dst[last] {
	case 'a':
		return append(dst[:last], "ä"...)
	case 'o':
		return append(dst[:last], "ö"...)
	case 'u':
		return append(dst[:last], "ü"...)
	}
	return dst
}

// Folded returns what Fold appends.
func Folded(s string) string { return string(Fold(nil, s)) }

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

// FirstRune returns the first character of s.
func FirstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// IsUpper reports whether s begins with a capital letter.
func IsUpper(s string) bool { return unicode.IsUpper(FirstRune(s)) }

// Title returns an all-capital word with a capital first letter only, as the
// gazetteer has it: MERKEL, Merkel; BADEN-BADEN, Baden-Baden.
func Title(s string) string {
	var b strings.Builder
	up := true
	for _, r := range s {
		if up {
			b.WriteRune(unicode.ToUpper(r))
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		up = r == '-'
	}
	return b.String()
}

// Genitive cuts a genitive ending: s, 's, or the apostrophe behind an s.
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
