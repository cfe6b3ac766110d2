package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// mark scans a token that begins with neither letter nor digit, at text[i],
// whose first character has n bytes.
func (s *scanner) mark(i, n int) (int, Kind) {
	text := s.text
	switch c := text[i]; c {
	case '.':
		return run(text, i, '.'), Punctuation
	case ',':
		if strings.HasPrefix(text[i:], ",,") && letterAt(text, i+2) && s.opensAt(i) {
			return i + 2, s.push(double) // a low mark typed as two commas
		}
		if letterAt(text, i+1) && i > 0 && s.prev.End < i && s.closesLater(i+1, "'") {
			return i + 1, s.push(single) // and one as a comma
		}
		return i + 1, Punctuation
	case '-':
		return s.minus(i)
	case '+':
		if i+1 < len(text) && isDigit(text[i+1]) && s.opensAt(i) {
			return s.number(i, i+1)
		}
		return i + 1, Symbol
	case '"', '\'', '`':
		return s.quote(i, rune(c), 1)
	case ':', ';', '<', '=':
		if j := emoticon(text, i); j > 0 {
			return j, Symbol
		}
		if c == ':' || c == ';' {
			return i + 1, Punctuation
		}
		return i + 1, Symbol
	case '!', '?', '(', ')', '[', ']', '{', '}', '/':
		return i + 1, Punctuation
	case '&':
		if j := entity(text, i); j > 0 {
			return j, Symbol
		}
		return i + 1, Symbol
	case '@', '#':
		j := i + 1
		for letterAt(text, j) {
			if j = alnum(text, j); j < len(text) && text[j] == '_' {
				j++
			}
		}
		if j > i+1 {
			return j, Handle
		}
		return i + 1, Symbol
	}
	if n == 1 {
		return i + 1, Symbol
	}
	switch r, _ := utf8.DecodeRuneInString(text[i:]); r {
	case '„', '“', '”', '‟', '«', '»', '‚', '‘', '’', '‛', '‹', '›', '″', '′', '´':
		return s.quote(i, r, n)
	case '–', '—', '‒', '―':
		return i + n, Dash
	case '−': // the minus sign
		if i+n < len(text) && isDigit(text[i+n]) && s.opensAt(i) {
			return s.number(i, i+n)
		}
		return i + n, Symbol
	case '‐', '‑':
		return s.minus(i)
	case '…', '¡', '¿', '、', '。':
		return i + n, Punctuation
	case '§':
		for strings.HasPrefix(text[i+n:], "§") { // §§ 211, 212
			i += n
		}
		return i + n, Symbol
	case '¼', '½', '¾', '⅓', '⅔', '⅛':
		return i + n, Numeral
	default:
		if isEmoji(r) {
			return emojiEnd(text, i+n, r), Symbol
		}
		if lost(text, i) {
			return s.word(i)
		}
	}
	return i + n, Symbol
}

// run returns the end of the run of c at text[i].
func run(text string, i int, c byte) int {
	for i < len(text) && text[i] == c {
		i++
	}
	return i
}

// opensAt reports whether a mark at text[i] stands where something can open:
// at the start, after white space or an opening mark.
func (s *scanner) opensAt(i int) bool {
	if i == 0 || s.prev.Kind == 0 || s.prev.End < i {
		return true
	}
	switch s.prev.Kind {
	case OpenQuote, Dash:
		return true
	case Punctuation:
		return strings.IndexByte("([{/", s.text[i-1]) >= 0
	}
	return false
}

// minus scans a hyphen: a sign (-12), the front of a word whose first part is
// left out (-verstecke), a dash of two or more, or a dash by itself.
func (s *scanner) minus(i int) (int, Kind) {
	text := s.text
	_, n := utf8.DecodeRuneInString(text[i:])
	j := i + n
	if j < len(text) && text[j] == '-' {
		return run(text, j, '-'), Dash
	}
	opens := s.opensAt(i)
	switch {
	case j < len(text) && isDigit(text[j]) && opens && s.prev.Kind != Numeral:
		return s.number(i, j)
	case letterAt(text, j) && !isDigit(text[j]) && (!opens || letters.IsLower(text[j:])):
		// After a closing mark ("Bild"-Zeitung) or a blank (und -gegenstände);
		// after a number or a word it would be part of that token already. A
		// blank and a capital make a dash that clings: Teil -Wie war das?
		return s.wordFrom(i, alnum(text, j))
	}
	return j, Dash
}

// entity returns the end of an HTML entity at text[i], 0 if there is none.
func entity(text string, i int) int {
	j := i + 1
	if j < len(text) && text[j] == '#' {
		j++
	}
	k := j
	for k < len(text) && k-j < 8 && text[k] < utf8.RuneSelf && (asciiClass[text[k]] == letter || asciiClass[text[k]] == digit) {
		k++
	}
	if k-j < 2 || k >= len(text) || text[k] != ';' {
		return 0
	}
	return k + 1
}

// emoticon returns the end of a smiley typed in ASCII at text[i], 0 if there
// is none: :-) ;) :D <3. Eyes, an optional nose, a mouth, and no letter after.
func emoticon(text string, i int) int {
	j := i + 1
	if text[i] == '<' {
		if j < len(text) && text[j] == '3' && !letterAt(text, j+1) {
			return j + 1
		}
		return 0
	}
	if text[i] == '=' && i > 0 && !spaceAt(text, i-1) {
		return 0
	}
	nose := false
	if j < len(text) && (text[j] == '-' || text[j] == '\'' || text[j] == 'o') {
		j, nose = j+1, true
	}
	if j >= len(text) {
		return 0
	}
	switch c := text[j]; c {
	case ')', '(', ']', '[', '/', '|', '*':
		if k := run(text, j, c); c == ')' || c == '(' || nose {
			// "siehe unten:)" closes a bracket more often than it smiles
			// only when the colon clings to a word.
			if !nose && i > 0 && !spaceAt(text, i-1) && c == '(' {
				return 0
			}
			return k
		}
	case 'D', 'P', 'p', 'O', 'o', 'S', 'X', 'x':
		if !letterAt(text, j+1) && (nose || i == 0 || spaceAt(text, i-1)) {
			return j + 1
		}
	}
	return 0
}

// isEmoji reports whether r is a pictograph. Emoji are a token each.
func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF
}

// emojiEnd returns the end of an emoji whose first character r ends at
// text[i]: with variation selectors, skin tones, the second half of a flag and
// what zero-width joiners bind to it.
func emojiEnd(text string, i int, r rune) int {
	flag := r >= 0x1F1E6 && r <= 0x1F1FF
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r >= 0xFE00 && r <= 0xFE0F, r >= 0x1F3FB && r <= 0x1F3FF, r == 0x20E3, r >= 0xE0020 && r <= 0xE007F:
			i += n
		case r == 0x200D:
			next, m := utf8.DecodeRuneInString(text[i+n:])
			if !isEmoji(next) && next != 0x2640 && next != 0x2642 {
				return i
			}
			i += n + m
		case flag && r >= 0x1F1E6 && r <= 0x1F1FF:
			i += n
			flag = false
		default:
			return i
		}
	}
	return i
}
