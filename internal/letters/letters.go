// Package letters tells capital from small letters, changes one into the other, and
// composes letters and the marks on them: look-ups of words go through it.
//
// Small and capital letters are those of Unicode's simple mappings, so that one letter
// becomes one letter: ß has no capital here. Bytes that are not UTF-8 stay as they are.
package letters

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// First returns the first character of s, [utf8.RuneError] if s is empty.
func First(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// IsUpper reports whether s begins with a capital letter.
func IsUpper(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf {
		return 'A' <= s[0] && s[0] <= 'Z'
	}
	return unicode.IsUpper(First(s))
}

// IsLower reports whether s begins with a small letter.
func IsLower(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf {
		return 'a' <= s[0] && s[0] <= 'z'
	}
	return unicode.IsLower(First(s))
}

// Is reports whether r is a letter or a mark on one.
func Is(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// Lower returns the small letter of r.
func Lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case 'À' <= r && r <= 'ÿ':
		if r <= 'Þ' && r != '×' {
			r += 'à' - 'À'
		}
		return r
	}
	return unicode.ToLower(r)
}

// Upper returns the capital letter of r.
func Upper(r rune) rune { return unicode.ToUpper(r) }

// LowerFirst returns s with a small first letter.
func LowerFirst(s string) string { return changeFirst(s, Lower) }

// UpperFirst returns s with a capital first letter.
func UpperFirst(s string) string { return changeFirst(s, Upper) }

func changeFirst(s string, change func(rune) rune) string {
	r, n := utf8.DecodeRuneInString(s)
	if c := change(r); c != r {
		return string(c) + s[n:]
	}
	return s
}

// AppendLower appends s in small letters to dst.
func AppendLower(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		dst = Append(dst, Lower(r), s[i:i+n])
		i += n
	}
	return dst
}

// Append appends r, which was made of the bytes of from, to dst; bytes that are not UTF-8
// as they are.
func Append(dst []byte, r rune, from string) []byte {
	if r == utf8.RuneError {
		return append(dst, from...)
	}
	return utf8.AppendRune(dst, r)
}

// Title returns a word in capitals with a capital first letter only: MERKEL, Merkel;
// BADEN-BADEN, Baden-Baden.
func Title(s string) string {
	var b strings.Builder
	up := true
	for _, r := range s {
		if up {
			b.WriteRune(Upper(r))
		} else {
			b.WriteRune(Lower(r))
		}
		up = r == '-'
	}
	return b.String()
}

// Counts are how many letters of each kind a word has.
type Counts struct {
	Upper, Lower int
	Other        int // without case
	Digits       int
	First        bool // a capital letter stands first
}

// Count counts the letters and digits of s.
func Count(s string) (c Counts) {
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			c.Upper++
			c.First = c.First || i == 0
		case unicode.IsLower(r):
			c.Lower++
		case unicode.IsDigit(r):
			c.Digits++
		case unicode.IsLetter(r):
			c.Other++
		}
	}
	return c
}

// Prefix returns the first n characters of s, or s if it has fewer.
func Prefix(s string, n int) string {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		i++
		for i < len(s) && !utf8.RuneStart(s[i]) {
			i++
		}
	}
	return s[:i]
}

// Suffix returns the last n characters of s, or s if it has fewer.
func Suffix(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		i--
		for i > 0 && !utf8.RuneStart(s[i]) {
			i--
		}
	}
	return s[i:]
}

// Shape returns the sequence of character classes in s, runs of the same class
// cut to two, as one number: "Berlin" and "Bonn" are equal, "BERLIN" and
// "Open-AI" are others. Classes beyond the twentieth are left out. The shape of
// the empty string is 0.
func Shape(s string) uint64 {
	const width, most = 3, 20
	var shape uint64
	last, run, n := uint64(0), 0, 0
	for _, r := range s {
		c := charClass(r)
		if c == last {
			run++
		} else {
			last, run = c, 1
		}
		if run > 2 {
			continue
		}
		shape = shape<<width | c
		if n++; n == most {
			break
		}
	}
	return shape
}

// charClass returns a class from 1 to 7.
func charClass(r rune) uint64 {
	switch {
	case 'a' <= r && r <= 'z':
		return 1
	case 'A' <= r && r <= 'Z':
		return 2
	case '0' <= r && r <= '9':
		return 3
	case r == '-' || r == '\u2010' || r == '\u2011':
		return 4
	case r == '.' || r == ',' || r == '\'' || r == '\u2019':
		return 5
	case r < utf8.RuneSelf:
		return 6
	case unicode.IsLower(r):
		return 1
	case unicode.IsUpper(r):
		return 2
	case unicode.IsDigit(r):
		return 3
	case unicode.IsLetter(r):
		return 7
	}
	return 6
}
