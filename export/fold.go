package export

import (
	"fmt"
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

// The letters of IRIs are judged here and not by packages regexp and net/url, which nothing
// else here needs: a browser would have to load 155 KB more (examples/wasm, with gzip).

// source returns the IRI of an article. An id that is a web address is the IRI; any other
// is percent-encoded, but for its slashes, and appended to base, or to a URN where there
// is none.
func source(base string, id ID) string {
	s := id.String()
	if isWebAddress(s) {
		return s
	}
	if base == "" {
		base = "urn:laut:article:" // a URN must not end after its namespace, and the id may be empty
	}
	return base + percentEncoded(s, func(c byte) bool { return !isUnreserved(c) && c != '/' })
}

// percentEncoded returns s with some of its bytes encoded.
func percentEncoded(s string, some func(byte) bool) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if some(s[i]) {
			b = fmt.Appendf(b, "%%%02X", s[i])
		} else {
			b = append(b, s[i])
		}
	}
	return string(b)
}

// isWebAddress reports whether s is an http or https address that is written as an IRI must
// be and has no fragment, so that one can be appended.
func isWebAddress(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	for i, r := range rest {
		switch {
		case r == '%':
			ok = ok && i+2 < len(rest) && isHex(rest[i+1]) && isHex(rest[i+2])
		case r >= utf8.RuneSelf:
			ok = ok && unicode.In(r, unicode.L, unicode.M, unicode.N)
		case !isUnreserved(byte(r)) && !strings.ContainsRune(":/?[]@!$&'()*+,;=", r):
			return false
		}
	}
	return ok && rest != ""
}

// isUnreserved reports whether a byte stands for itself wherever it is (RFC 3986, 2.3).
func isUnreserved(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }
