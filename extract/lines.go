package extract

import (
	"strings"

	"github.com/laut-nlp/laut/internal/letters"
)

// wrapping says what a single line break means in a text.
type wrapping uint8

const (
	wrapUnknown wrapping = iota
	wrapNone             // a line is a paragraph
	wrapHard             // lines are cut to a width; only an empty line ends a paragraph
)

// breakBetween reports whether the white space text[i:j] ends a paragraph.
func (s *scanner) breakBetween(i, j int) bool { return paragraphBreak(s.text, i, j, &s.wrap) }

// paragraphBreak reports whether the white space text[i:j] between two tokens
// ends a paragraph: an empty line does, and so does a single line break unless
// the text is cut to a width. How the text is cut is found out once, when it is
// first asked, and kept in w.
func paragraphBreak(text string, i, j int, w *wrapping) bool {
	lines := 0
	at := 0
	for k := i; k < j; k++ {
		switch text[k] {
		case '\n':
			lines++
			at = k
		case '\f', '\v':
			return true
		case '\r':
			if k+1 >= len(text) || text[k+1] != '\n' {
				lines++
				at = k
			}
		case 0xE2:
			if strings.HasPrefix(text[k:], "\u2029") { // paragraph separator
				return true
			}
		}
	}
	if lines != 1 {
		return lines > 1
	}
	if *w == wrapUnknown {
		*w = findWrapping(text)
	}
	if *w == wrapNone {
		return true
	}
	// A short line ends a paragraph of a wrapped text as well: a heading, the
	// last line of a paragraph, verse.
	start := strings.LastIndexByte(text[max(0, at-maxWidth):at], '\n') + 1 + max(0, at-maxWidth)
	return at-start < minWidth && !letters.IsLower(text[j:])
}

// Lines of a text cut to a width have between minWidth and maxWidth bytes,
// but for the last of each paragraph.
const (
	minWidth = 40
	maxWidth = 120
)

// findWrapping looks at all lines: in a text cut to a width, every second line
// or so goes on with a lower-case word, and none is long.
func findWrapping(text string) wrapping {
	breaks, wrapped := 0, 0
	next := 0
	for line := range strings.Lines(text) {
		next += len(line)
		if n := len(line) - 1; n > 0 && next < len(text) && text[next] != '\n' && text[next] != '\r' {
			breaks++
			if n >= minWidth && n <= maxWidth && letters.IsLower(text[next:]) {
				wrapped++
			}
		}
	}
	if wrapped > 0 && wrapped*4 >= breaks {
		return wrapHard
	}
	return wrapNone
}
