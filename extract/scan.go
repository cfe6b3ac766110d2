package extract

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/normal"
)

// Tokens yields the tokens of a text from left to right, in one pass, without
// allocation if the text is in its normal form ([Document.Normal]). The direction of a quotation mark that may open or close is
// decided by its neighbours and by what is open in the same paragraph; Parse
// decides the same way.
func Tokens(text string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		form := normal.Of(text, nil)
		s := scanner{text: form.Form}
		for {
			t, ok := s.next()
			if ok && !form.Same() {
				t.Span = Span(form.Given(normal.Span(t.Span)))
			}
			if !ok || !yield(t) {
				return
			}
		}
	}
}

// scanner cuts a text into tokens. It looks back at one token and ahead at one
// word, so its time is linear in the text.
type scanner struct {
	text string
	pos  int
	prev Token           // the token before pos; its Kind is 0 at the start of the text
	open [families]uint8 // how many marks of each family are open in this paragraph
}

// next returns the next token; false at the end of the text.
func (s *scanner) next() (Token, bool) {
	text := s.text
	i := s.pos
	for i < len(text) {
		c, n := asciiClass[text[i]&0x7F], 1
		if text[i] >= utf8.RuneSelf {
			c, n = classAt(text, i)
		}
		switch c {
		case space, joiner:
			i += n
			continue
		}
		if s.open != ([families]uint8{}) && s.prev.Kind != 0 && breakBetween(s.text, s.prev.End, i) {
			s.open = [families]uint8{}
		}
		var end int
		var kind Kind
		switch c {
		case letter:
			end, kind = s.word(i)
		case digit:
			end, kind = s.number(i, i)
		case invalid:
			if text[i] >= 0xC0 && letterAt(text, i+1) { // a Latin-1 letter in front of others
				end, kind = s.word(i)
			} else {
				end, kind = i+1, Symbol
			}
		default:
			end, kind = s.mark(i, n)
		}
		t := Token{Span{i, end}, kind}
		s.prev, s.pos = t, end
		return t, true
	}
	s.pos = i
	return Token{}, false
}

// letterAt reports whether a letter or digit begins at text[i].
func letterAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	c, _ := classAt(text, i)
	return c == letter || c == digit
}

// spaceAt reports whether white space or the end of the text is at text[i].
func spaceAt(text string, i int) bool {
	if i >= len(text) {
		return true
	}
	c, _ := classAt(text, i)
	return c == space
}

// digits returns the end of the run of ASCII digits at text[i].
func digits(text string, i int) int {
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	return i
}

// lettersEnd returns the end of the run of letters at text[i].
func lettersEnd(text string, i int) int { return classEnd(text, i, letter) }

// classEnd returns the end of the run of characters of one class at text[i].
func classEnd(text string, i int, of class) int {
	for i < len(text) {
		c, n := classAt(text, i)
		if c != of {
			break
		}
		i += n
	}
	return i
}

// alnum returns the end of the run of letters and digits at text[i], with the
// soft hyphens and joiners between them.
func alnum(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if asciiClass[c]&^1 != letter&^1 { // letter and digit differ in the last bit only
				break
			}
			i++
			continue
		}
		c, n := classAt(text, i)
		switch {
		case c == letter || c == digit:
			i += n
			continue
		case c == joiner:
			if j := classEnd(text, i, joiner); letterAt(text, j) {
				i = j
				continue
			}
		case c == invalid:
			if text[i] >= 0xC0 {
				i++
				continue
			}
		case c == other && (raised(text[i:]) > 0 || lost(text, i)):
			i += n
			continue
		}
		break
	}
	return i
}

// lost reports whether at text[i] stands what a bad decoder left of a letter in
// front of another: the replacement character.
func lost(text string, i int) bool {
	return strings.HasPrefix(text[i:], "\uFFFD") && letterAt(text, i+len("\uFFFD"))
}

// raised returns the length of the raised or lowered digit or the fraction that
// s begins with, as in km², CO₂ and 3½; 0 if there is none.
func raised(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '²', '³', '¹', '¼', '½', '¾':
		return n
	}
	if r >= 0x2070 && r <= 0x2089 || r >= 0x2150 && r <= 0x215E {
		return n
	}
	return 0
}

// peekWord returns the run of letters that follows text[i:] after white space,
// and where it begins; an empty word if something else comes first.
func (s *scanner) peekWord(i int) (word string, at int) {
	for i < len(s.text) {
		c, n := classAt(s.text, i)
		switch c {
		case space, joiner:
			i += n
			continue
		case letter:
			return s.text[i:lettersEnd(s.text, i)], i
		}
		break
	}
	return "", i
}

// prevWord returns the text of the token before the one being scanned.
func (s *scanner) prevWord() string { return s.text[s.prev.Start:s.prev.End] }

// atStart reports whether a token that begins at text[i] is the first of its
// paragraph or of a sentence.
func (s *scanner) atStart(i int) bool {
	if s.prev.Kind == 0 || breakBetween(s.text, s.prev.End, i) {
		return true
	}
	switch s.text[s.prev.End-1] {
	case '.', '!', '?', ':':
		return s.prev.Kind == Punctuation
	}
	return false
}

// class is what the scanner needs to know of a character. ASCII is looked up
// in a table; everything else is decoded, with a short way for the German
// letters.
type class uint8

const (
	other   class = iota // punctuation and symbols
	space                // white space, control characters, invisible marks
	letter               // letters and combining marks
	digit                // decimal digits
	joiner               // invisible inside a word: soft hyphen, zero-width (non-)joiner
	invalid              // a byte that is not UTF-8
)

var asciiClass = func() (t [utf8.RuneSelf]class) {
	for c := range t {
		switch {
		case c <= ' ' || c == 0x7F:
			t[c] = space
		case '0' <= c && c <= '9':
			t[c] = digit
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			t[c] = letter
		}
	}
	return t
}()

// classAt returns the class and the length in bytes of the character at
// text[i]. i must be in range.
func classAt(text string, i int) (class, int) {
	c := text[i]
	if c < utf8.RuneSelf {
		return asciiClass[c], 1
	}
	// ä ö ü ß é and the like: U+00C0 to U+00FF but × and ÷.
	if c == 0xC3 && i+1 < len(text) {
		if d := text[i+1]; d&0xC0 == 0x80 && d != 0x97 && d != 0xB7 {
			return letter, 2
		}
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return classOf(r, n), n
}

func classOf(r rune, n int) class {
	switch {
	case r == utf8.RuneError && n <= 1:
		return invalid
	case r < utf8.RuneSelf:
		return asciiClass[r]
	case r == letters.SoftHyphen, r == '\u200C', r == '\u200D':
		return joiner
	case r >= 0x2000 && r <= 0x200F, r >= 0x2028 && r <= 0x202F, r >= 0x205F && r <= 0x206F,
		r == '\u00A0', r == '\u3000', r == '\uFEFF', r == '\u0085', r == '\u1680':
		return space
	case unicode.IsLetter(r), unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Variation_Selector, r), unicode.Is(unicode.Mc, r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case r < 0xA0:
		return space // C1 controls
	}
	return other
}
