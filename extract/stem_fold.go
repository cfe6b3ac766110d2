package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// asciiLower maps the capitals of ASCII to small letters.
var asciiLower = func() (t [utf8.RuneSelf]byte) {
	for i := range t {
		t[i] = byte(unicode.ToLower(rune(i)))
	}
	return t
}()

// appendStemWord appends the word in the spelling that the stemmer works on: small
// letters, the marks of NFD joined to their letters, no soft hyphens, one kind of
// apostrophe, and the letters of German in one byte each.
func appendStemWord(dst []byte, word string) []byte {
	n := len(dst)
	dst = slices.Grow(dst, len(word))[:n+len(word)]
	w := dst[n:]
	for i := range w {
		c := word[i]
		if c >= utf8.RuneSelf {
			return appendStemLetters(dst[:n+i], word, i)
		}
		w[i] = asciiLower[c]
	}
	return dst
}

// appendStemLetters is appendStemWord for the rest of a word, word[i:].
func appendStemLetters(dst []byte, word string, i int) []byte {
	for i < len(word) {
		if c := word[i]; c < utf8.RuneSelf {
			dst = append(dst, asciiLower[c])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		if r == utf8.RuneError && size == 1 {
			dst = append(dst, word[i])
			i++
			continue
		}
		if r < 'ß' || r > 'ÿ' { // those are small letters
			r = unicode.ToLower(r)
		}
		if i > 0 && word[i-1] < utf8.RuneSelf {
			if c := composeMark(asciiLower[word[i-1]], r); c != 0 {
				dst = dst[:len(dst)-1]
				r = c
			}
		}
		dst = appendStemLetter(dst, r)
		i += size
	}
	return dst
}

func appendStemLetter(dst []byte, r rune) []byte {
	switch r {
	case 'ä':
		return append(dst, aUmlaut)
	case 'ö':
		return append(dst, oUmlaut)
	case 'ü':
		return append(dst, uUmlaut)
	case 'ß':
		return append(dst, "ss"...)
	case '\u00ad', '\u200c', '\u200d': // soft hyphen, zero-width (non-)joiner
		return dst
	case '’', '‘', 'ʼ', '´', '′':
		return append(dst, '\'')
	}
	return utf8.AppendRune(dst, r)
}

// markCompositions lists, for each combining mark, the letters that take it and what
// they become, all of two bytes. A Turkish İ is a small i in the end, and so is
// I with its dot apart.
var markCompositions = []struct {
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
	{'\u0307', "cegz", "ċėġż"},
	{'\u030a', "au", "åů"},
	{'\u030b', "ou", "őű"},
	{'\u030c', "cdelnrstz", "čďěľňřšťž"},
	{'\u0327', "cgklnrst", "çģķļņŗşţ"},
	{'\u0328', "aeiu", "ąęįų"},
}

// composeMark returns the letter that a small letter and a combining mark make, 0 if
// the rune is no such mark.
func composeMark(letter byte, mark rune) rune {
	if mark < '\u0300' || mark > '\u036f' {
		return 0
	}
	if letter == 'i' && mark == '\u0307' {
		return 'i'
	}
	for _, c := range markCompositions {
		if c.mark != mark {
			continue
		}
		if i := strings.IndexByte(c.letters, letter); i >= 0 {
			r, _ := utf8.DecodeRuneInString(c.becomes[2*i:])
			return r
		}
	}
	return 0
}
