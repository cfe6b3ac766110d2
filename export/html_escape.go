package export

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape returns s as the text of an element or the value of a quoted attribute. A
// carriage return is escaped because parsers make a line feed of a bare one.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !strings.ContainsRune("\t\n\f\r", r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
	return strings.ReplaceAll(html.EscapeString(s), "\r", "&#13;")
}

// The columns of what is shortened: some five lines of a claim, one of a name.
const (
	claimColumns = 400
	nameColumns  = 80
)

// excerpt puts parts on one line of at most columns, escaped. It looks at no more than
// it needs: claims may be as long as the text, and lie in one another by the thousand.
func excerpt(columns int, s string) string {
	if room := utf8.UTFMax * columns; len(s) > room {
		s = s[:runeStart(s, room)]
	}
	return escape(oneLine(columns, s))
}

// runeStart returns the start of the rune that the byte at an offset is part of.
func runeStart(s string, at int) int {
	for i := at - 1; i >= 0 && i > at-utf8.UTFMax && at < len(s); i-- {
		if _, size := utf8.DecodeRuneInString(s[i:]); i+size > at {
			return i
		}
	}
	return at
}
