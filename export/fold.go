package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold puts a text on one line for programs: white space becomes one space, control
// characters are left out, invalid bytes become U+FFFD. Unlike [oneLine] it keeps
// what is only invisible.
func fold(s string) string {
	changes := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == utf8.RuneError }
	if !strings.ContainsFunc(s, changes) { // a word as a rule, which needs no copy
		return s
	}
	var b strings.Builder
	space := false // white space waits to be written
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case !unicode.IsControl(r):
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// percent folds a text and encodes the space and the reserved characters as in a URL;
// others stay readable. The reserved characters are ASCII.
func percent(s, reserved string) string {
	s = fold(s)
	if reserved = " %" + reserved; !strings.ContainsAny(s, reserved) {
		return s
	}
	return percentEncoded(s, func(c byte) bool { return strings.IndexByte(reserved, c) >= 0 })
}
