package extract

import (
	"slices"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

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
			i = max(i-1, 0) // the letter before a mark
			return appendStemLetters(dst[:n+i], word[i:])
		}
		w[i] = byte(letters.Lower(rune(c)))
	}
	return dst
}

// appendStemLetters is appendStemWord for words with letters that are not ASCII.
func appendStemLetters(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		r, n := letters.Next(word[i:])
		if r == utf8.RuneError {
			dst = append(dst, word[i:i+n]...)
		} else {
			dst = appendStemLetter(dst, letters.Lower(r))
		}
		i += n
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
	case '\u00ad', '\u200c', '\u200d', '\u2060', '\ufeff': // soft hyphen, zero-width (non-)joiner, word joiner
		return dst
	case '’', '‘', 'ʼ', '´', '′':
		return append(dst, '\'')
	}
	return utf8.AppendRune(dst, r)
}
