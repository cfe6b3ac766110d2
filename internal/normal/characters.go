package normal

import (
	"cmp"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// What a byte may be the beginning of.
const (
	plain    = iota
	space    // a run of blanks
	notPlain // something else that is not normal
)

var kinds = func() (t [256]uint8) {
	t[' '] = space
	for _, c := range []byte("\r&<>\"") {
		t[c] = notPlain
	}
	for _, r := range "\u00a0\u0300\u0340\u061c\u1680\u2000\u2126\u3000\ufb00" {
		t[string(r)[0]] = notPlain
	}
	return t
}()

// often is how many bytes are read at most between two looks.
const often = 1 << 12

// characters changes everything but the ends of lines, between from and to.
func (b *builder) characters(from, to int) {
	text := b.text[:to]
	for i := from; i < to; {
		b.sign.Look()
		for end := min(to, i+often); i < end; {
			switch c := text[i]; kinds[c] {
			case plain:
				i++
			case space:
				if i+1 < to && (text[i+1] == ' ' || text[i+1] >= utf8.RuneSelf && isBlankAt(text[i+1:])) {
					i = b.blanks(i, to)
				} else {
					i++
				}
			default:
				if c >= utf8.RuneSelf {
					i = b.letter(text, i)
				} else {
					i = b.mark(text, i)
				}
			}
		}
	}
}

// isBlankAt reports whether a string begins with a blank other than the space and the tab.
func isBlankAt(s string) bool {
	if kinds[s[0]] == plain {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return isBlank(r)
}

// blanks makes one space of the blanks at text[i].
func (b *builder) blanks(i, to int) int {
	end := i
	for end < to {
		r, n := utf8.DecodeRuneInString(b.text[end:to])
		if r != ' ' && !isBlank(r) {
			break
		}
		end += n
	}
	if end > i && b.text[i:end] != " " {
		b.replace(i, end, " ")
	}
	return end
}

// isBlank reports whether r is a blank other than the space and the tab.
func isBlank(r rune) bool {
	switch r {
	case '\u00a0', '\u1680', '\u202f', '\u205f', '\u3000':
		return true
	}
	return '\u2000' <= r && r <= '\u200a'
}

// isInvisible reports whether r is a character that shows nothing and parts nothing.
func isInvisible(r rune) bool {
	switch r {
	case letters.SoftHyphen, '\u034f', '\u061c', '\u200c', '\u200d', '\u200e', '\u200f', '\ufeff':
		return true
	}
	return '\u202a' <= r && r <= '\u202e' || '\u2060' <= r && r <= '\u206f'
}

// letter deals with a character outside ASCII at text[i] and returns its end.
func (b *builder) letter(text string, i int) int {
	if strings.HasPrefix(text[i:], "„") || strings.HasPrefix(text[i:], "“") || strings.HasPrefix(text[i:], "–") {
		return i + len("„") // the most frequent ones
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	end := i + n
	switch {
	case letters.IsMark(r):
		if b.compose(i, end, r) {
			return end
		}
	case isBlank(r):
		return b.blanks(i, len(text))
	case r == letters.SoftHyphen && endsLine(text, end): // which the second stage deals with
	case r == '\u200d' && b.inEmoji(text, i, end):
	case isInvisible(r):
		b.replace(i, end, "")
	default:
		if s := spelled(r); s != "" {
			b.replace(i, end, s)
		}
	}
	return end
}

// spelled returns how the normal form spells a character, "" if as it is.
func spelled(r rune) string {
	switch r {
	case '\u2010', '\u2011': // hyphen, no-break hyphen
		return "-"
	case '\u0085':
		return "\n"
	case '\u2028':
		return " "
	case '\u2029':
		return "\n\n"
	case '\u212a':
		return "K"
	case '\u212b':
		return "Å"
	case 'ﬀ':
		return "ff"
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	case 'ﬃ':
		return "ffi"
	case 'ﬄ':
		return "ffl"
	case 'ﬅ', 'ﬆ':
		return "st"
	}
	return ""
}

// endsLine reports whether a line ends at text[i] and the next one begins with a letter.
func endsLine(text string, i int) bool {
	for i < len(text) && (text[i] == ' ' || text[i] == '\r') {
		i++
	}
	if i == len(text) || text[i] != '\n' {
		return false
	}
	for i++; i < len(text) && (text[i] == ' ' || text[i] == '\t'); {
		i++
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return letters.Is(r)
}

// inEmoji reports whether a joiner text[i:end] binds pictographs.
func (b *builder) inEmoji(text string, i, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return isPicture(before) || isPicture(after)
}

// isPicture reports whether r is beyond the blocks of letters and their marks.
func isPicture(r rune) bool { return r >= 0x2190 && r != utf8.RuneError && !unicode.IsLetter(r) }

// compose puts a mark text[i:end] on the letter before it.
func (b *builder) compose(i, end int, mark rune) bool {
	letter, n := utf8.DecodeLastRuneInString(b.text[b.done:i])
	if n == 0 {
		letter, n = utf8.DecodeLastRune(b.out[b.floor:])
	}
	r := letters.Compose(letter, mark)
	if r == 0 {
		return false
	}
	b.keep(i)
	at := len(b.out) - n
	b.out = utf8.AppendRune(b.out[:at], r)
	last := len(b.edits) - 1
	switch {
	case last >= 0 && b.edits[last].at+b.edits[last].length > at: // the letter was made
		e := &b.edits[last]
		e.to, e.length = end, len(b.out)-e.at
	case last >= 0 && b.edits[last].to > i-n: // something was left out between the two
		b.out = utf8.AppendRune(b.out[:at], letter)
		return false
	default:
		b.edits = append(b.edits, edit{i - n, end, at, len(b.out) - at})
	}
	b.done = end
	return true
}

// mark deals with an ASCII character at text[i] and returns where to go on.
func (b *builder) mark(text string, i int) int {
	switch text[i] {
	case '\r':
		if strings.HasPrefix(text[i+1:], "\n") {
			b.replace(i, i+2, "\n")
			return i + 2
		}
		b.replace(i, i+1, "\n")
	case '&':
		return b.entity(text, i)
	case '<', '>':
		return b.angle(text, i)
	case '"':
		return b.doubled(text, i)
	}
	return i + 1
}

// longestEntity is in bytes.
const longestEntity = 32

// entity deals with an HTML entity at text[i]. What was written as one twice, as &amp;uuml;,
// is one.
func (b *builder) entity(text string, i int) int {
	end := entityEnd(text, i)
	if end == 0 {
		return i + 1
	}
	s := html.UnescapeString(text[i:end])
	if utf8.RuneCountInString(s) != 1 { // none that is known, or &amp0;
		return i + 1
	}
	if s == "&" {
		if again := entityEnd("&"+text[end:min(end+longestEntity, len(text))], 0); again > 0 {
			name := "&" + text[end:end+again-1]
			if t := html.UnescapeString(name); utf8.RuneCountInString(t) == 1 {
				s, end = t, end+again-1
			}
		}
	}
	switch r, _ := utf8.DecodeRuneInString(s); {
	case letters.IsMark(r) && b.compose(i, end, r):
		return end
	case isBlank(r):
		s = " "
	case isInvisible(r):
		s = ""
	case r == '\r':
		s = "\n"
	default:
		s = cmp.Or(spelled(r), s)
	}
	b.replace(i, end, s)
	return end
}

// entityEnd returns the end of what may be an HTML entity at text[i], 0 if nothing is.
func entityEnd(text string, i int) int {
	k := i + 1
	if k < len(text) && text[k] == '#' {
		k++
	}
	from := k
	for k < len(text) && k-i < longestEntity && ('a' <= text[k]|0x20 && text[k]|0x20 <= 'z' || '0' <= text[k] && text[k] <= '9') {
		k++
	}
	if k == from || k >= len(text) || text[k] != ';' {
		return 0
	}
	return k + 1
}
