package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// number scans a token whose digits begin at text[i]; start is the token's
// start, before a sign.
func (s *scanner) number(start, i int) (int, Kind) {
	text := s.text
	first := i
	i = digits(text, i)
	if i == first { // a digit outside ASCII
		return s.wordFrom(start, alnum(text, i))
	}
	if end := isoDate(text, first, i); end > 0 {
		return end, Numeral
	}
	grouped := false // by blanks: 25 000
	for i < len(text) {
		switch c := text[i]; c {
		case '.':
			if j := digits(text, i+1); j > i+1 { // 1.000, 16.30, 24.12.2024
				i = j
				continue
			}
			return s.numberDot(start, first, i)
		case ',':
			if j := digits(text, i+1); j > i+1 {
				i = j
				continue
			}
			if j := dashes(text, i+1); j > i+1 { // 20,– and 5,-
				return j, Numeral
			}
		case '\'', ':', '/':
			if j := digits(text, i+1); j > i+1 { // 1'000, 1:0, 2024/25
				i = j
				continue
			}
			if c == '\'' && !grouped && letterAt(text, i+1) { // 20'er
				return s.wordFrom(start, alnum(text, i+1))
			}
		case ' ', 0xC2, 0xE2:
			if j := s.group(first, i, grouped); j > i {
				i, grouped = j, true
				continue
			}
			if j := apostropheGroup(text, i); j > i { // 1’000
				i = j
				continue
			}
			if n := raised(text[i:]); n > 0 { // 3½, 10²
				i += n
				continue
			}
		case '-':
			if j := i + 1; j < len(text) && !isDigit(text[j]) && letterAt(text, j) { // 50-jährig, 100-Milliarden-Dollar-Offensive
				return s.wordFrom(start, alnum(text, j))
			}
			if i+1 < len(text) && spaceAt(text, i+1) && !spaceAt(text, i-1) && s.truncated(i+1) { // 27- und 16-jährig
				return i + 1, Word
			}
		case '%', '*':
			if j := s.percent(i); j > i { // 5%-Hürde, 2,6%ig
				return s.wordFrom(start, alnum(text, j))
			}
		default:
			if letterAt(text, i) { // 20er, 3D, 5G-Netz, 16jährig
				return s.wordFrom(start, alnum(text, i))
			}
		}
		break
	}
	if lettersEnd(text, i) > i {
		return s.wordFrom(start, alnum(text, i))
	}
	return i, Numeral
}

// isoDate returns the end of a date as 2024-11-23 whose year is text[first:i].
func isoDate(text string, first, i int) int {
	if i-first != 4 || len(text) < i+6 || text[i] != '-' || text[i+3] != '-' {
		return -1
	}
	if digits(text, i+1) != i+3 || digits(text, i+4) != i+6 {
		return -1
	}
	return i + 6
}

// dashes returns the end of the run of hyphens and dashes at text[i].
func dashes(text string, i int) int {
	for i < len(text) {
		if text[i] == '-' {
			i++
		} else if strings.HasPrefix(text[i:], "–") || strings.HasPrefix(text[i:], "—") {
			i += len("–")
		} else {
			break
		}
	}
	return i
}

// group returns the end of a group of three digits after a blank at text[i]:
// "25 000", with an ordinary, a no-break, a thin or a narrow no-break space. In
// front of the first blank stand one to three digits, no zero first.
func (s *scanner) group(first, i int, grouped bool) int {
	text := s.text
	if !grouped && (i-first > 3 || text[first] == '0' || first > 0 && strings.IndexByte("+/-.,", text[first-1]) >= 0) {
		return i
	}
	for k := first; k < i && !grouped; k++ {
		if !isDigit(text[k]) {
			return i
		}
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	switch text[i : i+n] {
	case " ", "\u00A0", "\u2009", "\u202F":
	default:
		return i
	}
	j := i + n
	end := digits(text, j)
	if end-j != 3 || letterAt(text, end) {
		return i
	}
	if end < len(text) && (text[end] == '-' || text[end] == '/' || text[end] == ':') { // 3 100-Meter-Läufe
		return i
	}
	// Two numbers side by side: "12 100", but not when the first is the day of
	// a date or stands after a word that is counted up to here: "Artikel 5 100".
	return end
}

func apostropheGroup(text string, i int) int {
	if strings.HasPrefix(text[i:], "’") {
		if j := digits(text, i+len("’")); j-i == len("’")+3 {
			return j
		}
	}
	return i
}

// percent returns where a word goes on after a per cent sign at text[i].
func (s *scanner) percent(i int) int {
	text := s.text
	if text[i] != '%' || i+1 >= len(text) {
		return i
	}
	if text[i+1] == '-' && letterAt(text, i+2) {
		return i + 2
	}
	if strings.HasPrefix(text[i+1:], "ig") {
		return i + 1
	}
	return i
}

// truncated reports whether "und" or the like follows: 27- und 16-jährige.
func (s *scanner) truncated(i int) bool {
	w, _ := s.peekWord(i)
	return slices.Contains(truncating, w)
}

var truncating = []string{"und", "oder", "bis", "sowie", "bzw", "beziehungsweise"}

// numberDot decides on a full stop at text[i] after a number: the ordinal's
// (am 2. März), a date's (am 1.1. war), or the sentence's.
func (s *scanner) numberDot(start, first, i int) (int, Kind) {
	text := s.text
	j := i + 1
	n := i - first
	if j < len(text) && text[j] == '-' && letterAt(text, j+1) && !isDigit(text[j+1]) { // 1.-Mai-Demonstration
		return s.wordFrom(start, alnum(text, j+1))
	}
	if k := dashes(text, j); k > j+1 && !letterAt(text, k) { // 14.--, 20.–
		return k, Numeral
	}
	if j < len(text) && text[j] == '.' { // 1990...
		return i, Numeral
	}
	if day, ok := dayMonth(text[first:i]); ok {
		if day {
			return j, Ordinal
		}
		return i, Numeral
	}
	if digits(text, first) != i { // 3,5. and 1:0. and 1.000.
		return i, Numeral
	}
	if s.ordinal(start, n, j) {
		return j, Ordinal
	}
	return i, Numeral
}

// dayMonth reports whether w has the form 24.12 and, if so, whether it can be
// a day and a month, whose full stop is the date's own.
func dayMonth(w string) (day, ok bool) {
	k := strings.IndexByte(w, '.')
	if k < 1 || k > 2 || len(w)-k-1 < 1 || len(w)-k-1 > 2 || strings.Contains(w[k+1:], ".") {
		return false, false
	}
	d, _ := strconv.Atoi(w[:k])
	m, _ := strconv.Atoi(w[k+1:])
	return d >= 1 && d <= 31 && m >= 1 && m <= 12, true
}

// ordinal decides whether the full stop before text[j] makes an ordinal of the
// n digits before it.
func (s *scanner) ordinal(start, n, j int) bool {
	text := s.text
	if n > 4 {
		return false
	}
	next, at := s.peekWord(j)
	if at > j && breakBetween(s.text, j, at) || at >= len(text) {
		return false
	}
	listed := s.atStart(start) && n <= 2 // 1. Wenn …
	if next == "" {
		switch c := text[at]; {
		case isDigit(c): // am 2. 3. 2024
			k := digits(text, at)
			if k-at == 4 && s.prev.Kind == Ordinal {
				return n <= 2
			}
			return n <= 2 && k-at <= 2 && k < len(text) && text[k] == '.'
		case c == ',' || c == ';' || c == '/':
			return n <= 3 && at == j
		case c == '-' || strings.HasPrefix(text[at:], "–"): // vom 2.–4. März, but: im Jahr 5. – Wer …
			_, w := utf8.DecodeRuneInString(text[at:])
			return n <= 2 && at == j && at+w < len(text) && isDigit(text[at+w])
		case n <= 2 && at > j && opensQuotation(text, at): // die 30. «Nacht der Museen»
			return listed || s.prev.Kind == Word && determiners[s.prevWord()]
		}
		return listed
	}
	switch {
	case letters.IsLower(next):
		return true
	case n > 3:
		return false
	case at == j: // 20.April
		return n <= 2
	case slices.Contains(months, next):
		return n <= 2
	case n == 1 && text[start] == '1' && slices.Contains(clubs, next): // der Bundesligist 1. FC Köln
		return true
	case starters[next]:
		return listed
	case listed:
		return true
	}
	return s.beforeOrdinal(n)
}

// beforeOrdinal judges an ordinal in front of a capitalised noun by the word
// before it: "im 20. Jahrhundert" against "auf Platz 3. Bayern verlor".
func (s *scanner) beforeOrdinal(n int) bool {
	switch s.prev.Kind {
	case Word:
		w := s.prevWord()
		return determiners[w] || n <= 2 && (!letters.IsUpper(w) || starters[w])
	case Abbreviation, OpenQuote, Dash, Punctuation:
		return n <= 2
	}
	return false
}

// clubs are the short forms that names of clubs have after "1.".
var clubs = []string{"FC", "FFC", "FSV", "SC", "SV", "HC", "BC", "VC", "TC"}

var months = []string{
	"Januar", "Jänner", "Jan", "Februar", "Feber", "Feb", "Febr", "März", "Mär", "Mrz", "April", "Apr", "Mai", "Juni", "Jun", "Juli", "Jul",
	"August", "Aug", "September", "Sept", "Sep", "Oktober", "Okt", "November", "Nov", "Dezember", "Dez",
}
