package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// word scans a token that begins with a letter at text[i].
func (s *scanner) word(i int) (int, Kind) { return s.wordFrom(i, alnum(s.text, i)) }

// wordFrom goes on with a word that begins at text[start] and is known up to
// text[i]. Most words end here, at a blank or a comma; the rest of the function
// is what German puts inside words.
func (s *scanner) wordFrom(start, i int) (int, Kind) {
	text := s.text
	for i < len(text) {
		j := i // where the word goes on
		switch c := text[i]; c {
		case ' ', '\n', ',':
			return i, Word
		case '-':
			j = s.hyphen(i, 1)
			if j < 0 {
				return i + 1, Word // Ein- und Ausfuhr
			}
		case '.':
			return s.dotted(start, i)
		case '\'', '`':
			j = s.apostrophe(i, 1)
		case '*', ':', '_', '(':
			if c == ':' && strings.HasPrefix(text[i:], "://") {
				return urlEnd(text, i+3), Link
			}
			j = genderMark(text, i)
		case '/':
			j = slash(text, start, i)
		case '&':
			if letters.IsUpper(text[start:]) && letters.IsUpper(text[i+1:]) { // C&A, AT&T
				j = i + 1
			}
		case '@':
			if end := domainEnd(text, i+1); end > 0 {
				return end, Email
			}
		case '$':
			if i-start <= 3 && letters.IsUpper(text[i-1:]) && !letterAt(text, i+1) { // US$
				return i + 1, Symbol
			}
		default:
			if c >= utf8.RuneSelf {
				j = s.wordBeyondASCII(i)
				if j < 0 {
					return i - j, Word
				}
			}
		}
		if j == i {
			break
		}
		i = alnum(text, j)
	}
	return i, Word
}

// wordBeyondASCII is wordFrom for hyphens and apostrophes outside ASCII. A
// negative result says that the word ends after that many bytes more.
func (s *scanner) wordBeyondASCII(i int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	switch r {
	case '\u2010', '\u2011': // hyphen, non-breaking hyphen
		if j := s.hyphen(i, n); j >= 0 {
			return j
		}
		return -n
	case '’', '‘', 'ʼ', '´', '′':
		return s.apostrophe(i, n)
	case '·', '•': // the gender mark: Leser·innen
		return genderMark(s.text, i)
	}
	return i
}

// hyphen returns where a word goes on after a hyphen of n bytes at text[i]: i
// if the hyphen is not part of it, -1 if it ends the word (Ein- und Ausfuhr).
func (s *scanner) hyphen(i, n int) int {
	text := s.text
	j := i + n
	switch {
	case letterAt(text, j):
		return j
	case j >= len(text):
		return i
	case text[j] == '-': // a dash typed as two hyphens
		return i
	case text[j] == '/' && j+1 < len(text) && letters.IsUpper(text[j+1:]): // Spa-/Wellness-Bereich
		return j + 1
	case text[j] == ')' && letters.IsLower(text[j+1:]): // (Uran-)Anreicherung keeps its bracket apart
		return -1
	case spaceAt(text, j), text[j] == ',', text[j] == '/', text[j] == ')', text[j] == ';', text[j] == '.', text[j] == ':':
		return -1
	}
	switch r, _ := utf8.DecodeRuneInString(text[j:]); r {
	case '„', '“', '”', '‚', '«', '»', '‹', '›', '…', '"': // Anti-„Atlas“-Bewegung
		return -1
	}
	return i
}

// apostrophe returns where a word goes on after an apostrophe of n bytes at
// text[i], i if the mark does not belong to the word.
func (s *scanner) apostrophe(i, n int) int {
	text := s.text
	j := i + n
	if letterAt(text, j) {
		if text[i] == '`' && text[j] == '`' {
			return i
		}
		return j // geht's, O'Hare, d'Hondt
	}
	// A letter is left out at the end: ich hab', heut', Grass' Roman. After an
	// open single quotation mark it is taken for the closing one.
	if s.open[single] > 0 || text[i] == '`' {
		return i
	}
	if j < len(text) && text[j] == '\'' { // the apostrophe of "Virus" and a closing mark of TeX
		if s.open[tex] > 0 && run(text, i, '\'') == i+3 {
			return j
		}
		return i
	}
	if n == 1 || text[i:j] == "’" {
		return j
	}
	switch text[i-1] {
	case 's', 'x', 'z', 'S', 'X', 'Z', 0x9F: // the last byte of ß
		return j
	}
	return i
}

// genderMark returns where a word goes on after a gender mark at text[i]:
// Bürger*innen, Wähler:innen, jede:r, Student(inn)en; i if there is none.
func genderMark(text string, i int) int {
	_, n := utf8.DecodeRuneInString(text[i:])
	j := i + n
	end := lettersEnd(text, j)
	if end == j || end-j > 40 {
		if text[i] == '_' && letterAt(text, j) { // file_2
			return j
		}
		return i
	}
	w := text[j:end]
	if !letters.IsLower(w) {
		if text[i] == '_' {
			return j
		}
		return i
	}
	switch text[i] {
	case '_':
		return j
	case '(':
		if len(w) <= 5 && end < len(text) && text[end] == ')' { // Kolleg(inn)en, Kind(er)
			return end + 1
		}
		return i
	}
	switch w {
	case "r", "n", "e", "en", "er", "es", "em", "m", "s", "a", "x", "frau", "die", "der", "ihr", "ihre", "zin", "in", "innen":
		return j
	}
	if strings.HasPrefix(w, "innen") { // Lehrer*innenmangel
		return j
	}
	return i
}

// slash returns where a word goes on after a slash at text[i]. Acronyms stand
// together (CDU/CSU-Fraktion, Maersk A/S), units (km/h) and und/oder; Union/FDP are two.
func slash(text string, start, i int) int {
	j := i + 1
	if j < len(text) && text[j] == '-' { // Bürger/-innen
		switch k := lettersEnd(text, j+1); text[j+1 : k] {
		case "in", "innen":
			return j + 1
		}
		return i
	}
	end := lettersEnd(text, j)
	if end == j {
		return i
	}
	left, right := text[start:i], text[j:end]
	if k := strings.LastIndexByte(left, '/'); k >= 0 { // CDU/CSU/FDP
		left = left[k+1:]
	}
	if left == "und" && right == "oder" || acronym(left) && acronym(right) {
		return j
	}
	if len(left) == 1 && len(right) == 1 && letters.IsUpper(left) && letters.IsUpper(right) { // A/S
		return j
	}
	switch right {
	case "in", "innen", "r", "n": // Bewerber/innen, jede/r
		if letters.IsLower(left[len(left)-1:]) && len(left) > 3 {
			return j
		}
	}
	if len(left) <= 3 && len(right) <= 3 && slices.Contains(units, left) && slices.Contains(units, right) {
		return j
	}
	return i
}

// acronym reports whether a word is two or more capitals, as CDU is.
func acronym(w string) bool {
	n := 0
	for _, r := range w {
		if r < utf8.RuneSelf && !('A' <= r && r <= 'Z' || '0' <= r && r <= '9') || r >= utf8.RuneSelf && !letters.IsUpper(string(r)) {
			return false
		}
		n++
	}
	return n >= 2
}

var units = []string{"km", "m", "cm", "mm", "g", "kg", "mg", "t", "l", "ml", "h", "s", "min", "W", "kW", "MW", "GW", "kWh", "Wh", "MB", "GB", "kB", "Mbit", "N", "J", "V", "A", "Hz"}

// innerCapital reports whether an ASCII capital follows a small letter in w, as
// in ProSieben.
func innerCapital(w string) bool {
	for i := 1; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' && 'a' <= w[i-1] && w[i-1] <= 'z' {
			return true
		}
	}
	return false
}

// isRoman reports whether w is a Roman numeral in capitals.
func isRoman(w string) bool {
	return len(w) > 0 && len(w) <= 8 && strings.Trim(w, "IVXLCDM") == ""
}
