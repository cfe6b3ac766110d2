package extract

import (
	"strings"
	"unicode/utf8"
)

// Families of quotation marks: marks that close each other.
const (
	double    = iota // „ “ ” "
	single           // ‚ ‘ ’ '
	guillemet        // « »
	angle            // ‹ ›
	tex              // `` ''
	families
)

// quote scans a quotation mark or apostrophe r of n bytes at text[i].
//
// A low mark opens. The others open at the start of a word and close at the end
// of one; where the neighbours leave it open, as with French blanks inside the
// guillemets or a mark between two letters, what is open in the paragraph
// decides. So «Swiss», »German«, “English” and ”Swedish” marks need no setting.
func (s *scanner) quote(i int, r rune, n int) (int, Kind) {
	text := s.text
	end := i + n
	switch r {
	case '„', '‟', '‛':
		return end, s.push(double)
	case '‚':
		if letterAt(text, end) || !spaceAt(text, end) {
			return end, s.push(single)
		}
		return end, Punctuation // typed for a comma
	case '“', '”', '"', '″':
		return end, s.turn(double, i, end)
	case '«', '»':
		return end, s.turn(guillemet, i, end)
	case '‹', '›':
		return end, s.turn(angle, i, end)
	case '\'', '`':
		if end < len(text) && text[end] == text[i] { // '' and `` as TeX types them
			if end+1 < len(text) && text[end+1] == text[i] {
				return run(text, i, text[i]), Punctuation
			}
			if r == '`' {
				return end + 1, s.push(tex)
			}
			if s.open[tex] > 0 || s.open[double] > 0 {
				return end + 1, s.pop(tex)
			}
			return end + 1, s.turn(tex, i, end+1)
		}
	}
	// ‘ ’ ' ` ´ ′: a single quotation mark or an apostrophe.
	if j := s.clitic(i, end); j > 0 {
		return j, Word
	}
	if j := year(text, end); j > 0 && s.opensAt(i) { // '89, die ’68er
		if letterAt(text, j) {
			return s.wordFrom(i, alnum(text, j))
		}
		return j, Numeral
	}
	opens, closes := s.sides(i, end)
	switch {
	case s.open[single] > 0 && (closes || !opens):
		return end, s.pop(single)
	case opens && !closes && letterAt(text, end) && r != '’' && r != '´' && r != '′':
		return end, s.push(single)
	case opens && !closes && r == '’' && s.closesLater(end, "’"):
		return end, s.push(single)
	}
	return end, Punctuation
}

// clitic returns the end of a word that begins with an apostrophe: 's, 'ne,
// 'nen, 'raus; 0 if there is none.
func (s *scanner) clitic(i, end int) int {
	text := s.text
	j := lettersEnd(text, end)
	if j == end || j-end > len("runter")+1 || j < len(text) && text[j] == '-' {
		return 0
	}
	switch r, n := utf8.DecodeRuneInString(text[j:]); r {
	case '\'', '’', '‘':
		if j-end == 1 && text[end] == 'n' && text[i:end] == text[j:j+n] { // Rock 'n' Roll
			return j + n
		}
		return 0
	}
	switch text[end:j] {
	case "s", "S", "n", "ne", "nen", "nem", "ner", "m", "ran", "rauf", "raus", "rein", "rüber", "rum", "runter", "t":
		return j
	}
	return 0
}

// year returns the end of a year of two figures at text[i] whose century is
// left out; 0 if there is none, or if a closing mark follows.
func year(text string, i int) int {
	j := digits(text, i)
	if j-i != 2 {
		return 0
	}
	switch r, _ := utf8.DecodeRuneInString(text[j:]); r {
	case '\'', '’', '‘':
		return 0
	}
	return j
}

// opensQuotation reports whether a quotation mark at text[i], after a blank,
// has something right after it, so that it opens.
func opensQuotation(text string, i int) bool {
	switch r, n := utf8.DecodeRuneInString(text[i:]); r {
	case '„', '“', '"', '«', '»', '‚', '‘', '‹', '›':
		return !spaceAt(text, i+n)
	}
	return false
}

// closesLater reports whether mark follows soon, on the same line, at the end
// of a word: ’so’ is quoted, ’98 is not.
func (s *scanner) closesLater(i int, mark string) bool {
	text := s.text
	for end := min(i+200, len(text)); i < end; i++ {
		if text[i] == '\n' {
			return false
		}
		if strings.HasPrefix(text[i:], mark) && !letterAt(text, i+len(mark)) && !spaceAt(text, i-1) {
			return true
		}
	}
	return false
}

// turn decides the direction of a mark text[i:end] that may open and close.
func (s *scanner) turn(family, i, end int) Kind {
	opens, closes := s.sides(i, end)
	switch {
	case opens && !closes:
		return s.push(family)
	case closes && !opens:
		return s.pop(family)
	case s.open[family] > 0:
		return s.pop(family)
	case opens || end < len(s.text):
		return s.push(family)
	}
	return s.pop(family)
}

// sides reports whether what stands before text[i] lets a mark open there and
// whether what stands after text[end] lets it close.
func (s *scanner) sides(i, end int) (opens, closes bool) {
	text := s.text
	opens = s.opensAt(i)
	if end >= len(text) {
		return opens, true
	}
	c, n := classAt(text, end)
	switch c {
	case space:
		return opens, true
	case letter, digit, joiner, invalid:
		return opens, false
	}
	if n == 1 {
		switch text[end] {
		case '.':
			return opens, end+1 >= len(text) || text[end+1] != '.' // "...und dann" opens
		case ',', ';', ':', '!', '?', ')', ']', '}', '/', '-', '\'', '"':
			return opens, true
		}
		return opens, false
	}
	switch r, _ := utf8.DecodeRuneInString(text[end:]); r {
	case '“', '”', '«', '»', '‘', '’', '‹', '›':
		return opens, !opens
	case '–', '—':
		return opens, true
	}
	return opens, false
}

func (s *scanner) push(family int) Kind {
	if s.open[family] < 255 {
		s.open[family]++
	}
	return OpenQuote
}

func (s *scanner) pop(family int) Kind {
	if s.open[family] > 0 {
		s.open[family]--
	} else if family == tex && s.open[double] > 0 {
		s.open[double]--
	}
	return CloseQuote
}
