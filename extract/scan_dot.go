package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// longestDotted is how many bytes of a word may stand before a dot that is part
// of it. It keeps the work at each dot of a pathological text bounded.
const longestDotted = 80

// dotted ends a word in front of a full stop at text[i]: the full stop of an
// abbreviation or of an ordinal in Roman numerals, a dot inside a web address
// or a name (ver.di), or the end of a sentence, which stays apart.
func (s *scanner) dotted(start, i int) (int, Kind) {
	text := s.text
	w := text[start:i]
	j := i + 1
	if len(w) > longestDotted {
		return i, Word
	}
	if letterAt(text, j) {
		return s.dotInside(start, i)
	}
	if j < len(text) && text[j] == '.' { // Omissis: "Also..."
		return i, Word
	}
	if j < len(text) && text[j] == '-' && letterAt(text, j+1) && compoundStop(w) { // St.-Pauli-Spieler, K.-o.-Schlag
		return s.wordFrom(start, alnum(text, j+1))
	}
	a := abbreviation(w)
	if k := strings.LastIndex(w, ".-"); a == 0 && k >= 0 { // 2-Zi.-Whg.
		a = abbreviation(w[k+len(".-"):])
	}
	if a == 0 && s.opensSentence(start) {
		a = openingAbbreviation(w)
	}
	if a != 0 {
		if a != beforeNumber || s.numberFollows(j) || s.goesOn(j) {
			return j, Abbreviation
		}
		return i, Word
	}
	if !isRoman(w) {
		return i, Word
	}
	// "Ludwig XIV. regierte" against "unter Ludwig XIV. Der König …".
	next, at := s.peekWord(j)
	if next == "" || breakBetween(s.text, j, at) {
		if j < len(text) && text[j] == ',' { // Heinrich IV., König von Navarra
			return j, Ordinal
		}
		return i, Word
	}
	if letters.IsLower(next) || !starters[next] || s.atStart(start) { // I. Einleitung
		return j, Ordinal
	}
	return i, Word
}

// goesOn reports whether a word with a small letter follows text[:i] in the same paragraph.
func (s *scanner) goesOn(i int) bool {
	next, at := s.peekWord(i)
	return letters.IsLower(next) && !breakBetween(s.text, i, at)
}

// opensSentence reports whether a token that begins at text[i] is the first word of its
// paragraph, of a sentence or of what is quoted or in brackets.
func (s *scanner) opensSentence(i int) bool {
	return s.prev.Kind == OpenQuote || s.prev.Kind == Dash || s.prev.Kind == Punctuation && s.text[s.prev.Start] == '(' || s.atStart(i)
}

// longestStop is how many bytes may stand before the full stop of a part of a compound that
// no list has: Kfz.-Mechaniker.
const longestStop = 4

// compoundStop reports whether a full stop behind w, with a hyphen and a letter after it, is
// inside a compound: that of an abbreviation, an initial or a Roman numeral.
func compoundStop(w string) bool {
	part := w[strings.LastIndexAny(w, "-.")+1:]
	return len(part) <= longestStop || abbreviation(w) != 0 || abbreviation(part) != 0 || isRoman(part)
}

// femaleEnd returns the end of a title whose form for women stands behind its full stop, at
// text[i]: Mag.a, Dr.in, Prof.innen; i if there is none.
func femaleEnd(text, w string, i int) int {
	j := lettersEnd(text, i+1)
	switch text[i+1 : j] {
	case "a", "in", "innen", "ae":
		switch w {
		case "Mag", "Dr", "Prof", "Ing", "Abg", "Bgm", "DDr", "DI":
			return j
		}
	}
	return i
}

// dotInside handles a dot between letters or digits: z.B., tagesschau.de,
// ver.di, E.ON, SAT.1, Nr.5, and the missing blank in "war so.Das".
func (s *scanner) dotInside(start, i int) (int, Kind) {
	text := s.text
	w := text[start:i]
	if isDigit(text[i+1]) {
		if abbreviation(w) != 0 { // Nr.5
			return i + 1, Abbreviation
		}
		if acronym(w) || innerCapital(w) { // SAT.1, ProSiebenSat.1
			return s.wordFrom(start, alnum(text, i+1))
		}
		return i, Word
	}
	if utf8.RuneCountInString(w) == 1 {
		return s.chain(start, i)
	}
	if end := femaleEnd(text, w, i); end > i {
		return end, Abbreviation
	}
	if letters.IsUpper(text[i+1:]) {
		if next := text[i+1 : lettersEnd(text, i+1)]; acronym(next) && acronym(w[strings.LastIndexByte(w, '.')+1:]) { // IT.NRW
			return s.wordFrom(start, i+1+len(next))
		}
		if abbreviation(w) != 0 { // Dr.Meier
			return i + 1, Abbreviation
		}
		return i, Word // war so.Das
	}
	if end := domainEnd(text, start); end > i {
		return urlEnd(text, end), Link
	}
	if k := emailEnd(text, i+1); k > 0 {
		return k, Email
	}
	if abbreviation(w) != 0 { // evtl.auch
		return i + 1, Abbreviation
	}
	return s.wordFrom(start, alnum(text, i+1)) // ver.di
}

// chain scans single letters with dots: z.B., e.V., U.S.A., E.ON.
func (s *scanner) chain(start, i int) (int, Kind) {
	text := s.text
	for i < len(text) && text[i] == '.' {
		j := lettersEnd(text, i+1)
		if j == i+1 {
			if j < len(text) && text[j] == '-' && letterAt(text, j+1) { // U.S.-Armee
				return s.wordFrom(start, alnum(text, j+1))
			}
			return i + 1, Abbreviation
		}
		n := utf8.RuneCountInString(text[i+1 : j])
		if n > 1 {
			if j < len(text) && text[j] == '.' && n <= 3 { // m.E., v.Chr., i.d.R.
				i = j
				continue
			}
			if end := domainEnd(text, start); end > i {
				return urlEnd(text, end), Link
			}
			if k := emailEnd(text, i+1); k > 0 {
				return k, Email
			}
			if next := text[i+1 : j]; acronym(next) || letters.IsLower(next) && i-start == 1 { // E.ON, s.oliver
				return s.wordFrom(start, j)
			}
			return i + 1, Abbreviation // J.F.Kennedy, z.B.auch
		}
		i = j
	}
	// The chain ended without a dot: "z.B" is as good as "z.B.".
	return s.wordFrom(start, i)
}

// numberFollows reports whether a number, or a Roman numeral or a single
// letter that counts, comes next after white space: Art. 5, Abs. II, Nr. 3.
func (s *scanner) numberFollows(i int) bool {
	text := s.text
	for i < len(text) {
		c, n := classAt(text, i)
		switch c {
		case space:
			if text[i] == '\n' && breakBetween(s.text, i, i+1) {
				return false
			}
			i += n
			continue
		case digit:
			return true
		case letter:
			return isRoman(text[i:lettersEnd(text, i)])
		}
		return false
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// topLevel holds the top-level domains and file endings that German news
// print. A name of another ending needs a scheme to be taken for an address.
var topLevel = strings.Fields(`de at ch li lu eu com org net info biz io tv uk fr it nl be dk pl cz es ru us
	gov edu int berlin hamburg koeln bayern wien swiss ai app dev news online shop blog me cc fm asia
	html htm pdf jpg png txt php`)

// domainEnd returns the end of a domain name at text[i], -1 if there is none.
func domainEnd(text string, i int) int {
	end, labels := -1, 0
	for i < len(text) {
		j := i
		for j < len(text) && j-i <= 63 {
			c, n := classAt(text, j)
			if c != letter && c != digit && text[j] != '-' && text[j] != '_' {
				break
			}
			j += n
		}
		if j == i || j-i > 63 {
			return end
		}
		labels++
		if labels > 1 && j-i <= 8 && slices.ContainsFunc(topLevel, func(t string) bool { return strings.EqualFold(t, text[i:j]) }) {
			end = j
		}
		if j >= len(text) || text[j] != '.' || labels > 8 {
			return end
		}
		i = j + 1
	}
	return end
}

// emailEnd returns the end of an e-mail address whose local part goes on at
// text[i], -1 if there is none.
func emailEnd(text string, i int) int {
	for n := 0; i < len(text) && n < 64; n++ {
		switch c := text[i]; {
		case c == '@':
			return domainEnd(text, i+1)
		case c < utf8.RuneSelf && (asciiClass[c] == letter || asciiClass[c] == digit), c == '.', c == '-', c == '_', c == '+':
			i++
		default:
			return -1
		}
	}
	return -1
}

// urlEnd returns the end of a web address whose host ends at text[i], without
// the punctuation of the sentence after it.
func urlEnd(text string, i int) int {
	if i < len(text) && text[i] != '/' && text[i] != '?' && text[i] != '#' && text[i] != ':' && i > 0 && text[i-1] != '/' {
		return i
	}
	depth := 0
	end := i
	for i < len(text) {
		c := text[i]
		if c <= ' ' || strings.IndexByte("\"<>|\\^`{}", c) >= 0 {
			break
		}
		if c >= utf8.RuneSelf {
			k, n := classAt(text, i)
			if k != letter {
				break
			}
			i += n
			end = i
			continue
		}
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return end
			}
		}
		i++
		if strings.IndexByte(".,;:!?'", c) < 0 {
			end = i
		}
	}
	return end
}
