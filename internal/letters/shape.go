package letters

import (
	"unicode"
	"unicode/utf8"
)

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
