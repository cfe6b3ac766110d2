package letters

import (
	"slices"
	"unicode/utf8"
)

// SoftHyphen says where a word may be cut at the end of a line.
const SoftHyphen = '\u00ad'

// IsMark reports whether r is a mark that may be on a letter: those of Unicode's block of
// combining diacritical marks.
func IsMark(r rune) bool { return '\u0300' <= r && r <= '\u036f' }

// Next returns the first character of s and the bytes it takes. A letter and the mark
// after it are one character, where there is such a letter.
func Next(s string) (r rune, size int) {
	r, size = utf8.DecodeRuneInString(s)
	for size < len(s) && (s[size] == 0xCC || s[size] == 0xCD) { // where marks begin
		mark, n := utf8.DecodeRuneInString(s[size:])
		c := Compose(r, mark)
		if c == 0 {
			break
		}
		r, size = c, size+n
	}
	return r, size
}

// Compose returns the letter that a letter and a mark make, 0 if there is none. A dot
// on an i makes no other letter: so it is left of a Turkish İ in small letters.
func Compose(letter, mark rune) rune {
	i, ok := slices.BinarySearchFunc(compositions[:], mark, func(c composition, m rune) int { return int(c.mark - m) })
	if !ok {
		return 0
	}
	c := &compositions[i]
	n := 0
	for _, r := range c.letters {
		if r == letter {
			break
		}
		n++
	}
	for _, r := range c.becomes {
		if n == 0 {
			return r
		}
		n--
	}
	return 0
}
