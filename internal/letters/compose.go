package letters

import (
	"strings"
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
	if r < utf8.RuneSelf && size < len(s) && (s[size] == 0xCC || s[size] == 0xCD) { // where marks begin
		mark, n := utf8.DecodeRuneInString(s[size:])
		if c := compose(r, mark); c != 0 {
			return c, size + n
		}
	}
	return r, size
}

// compositions lists for each mark the letters that take it and what they become. A dot
// on an i makes no other letter: so it is left of a Turkish İ in small letters.
var compositions = [...]struct {
	mark             rune
	letters, becomes string
}{
	{'\u0308', "aoueiy", "äöüëïÿ"},
	{'\u0300', "aeiou", "àèìòù"},
	{'\u0301', "aceilnorsuyz", "áćéíĺńóŕśúýź"},
	{'\u0302', "aceghijosuwy", "âĉêĝĥîĵôŝûŵŷ"},
	{'\u0303', "ainou", "ãĩñõũ"},
	{'\u0304', "aeiou", "āēīōū"},
	{'\u0306', "aegiou", "ăĕğĭŏŭ"},
	{'\u0307', "cegiz", "ċėġiż"},
	{'\u030a', "au", "åů"},
	{'\u030b', "ou", "őű"},
	{'\u030c', "cdelnrstz", "čďěľňřšťž"},
	{'\u0327', "cgklnrst", "çģķļņŗşţ"},
	{'\u0328', "aeiu", "ąęįų"},
}

// compose returns the letter that an ASCII letter and a mark make, 0 if there is none.
func compose(letter, mark rune) rune {
	small := Lower(letter)
	for _, c := range &compositions {
		if c.mark != mark {
			continue
		}
		k := strings.IndexRune(c.letters, small)
		switch {
		case k < 0:
			return 0
		case small == letter:
			return []rune(c.becomes)[k]
		}
		return Upper([]rune(c.becomes)[k])
	}
	return 0
}
