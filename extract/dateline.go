package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// dateline follows the first tokens of a paragraph to see whether they are a
// dateline: a place, perhaps a date, the agency in brackets, a dash; or a place
// in capitals and a dash; or a place and a dash before a word that begins sentences.
// "BERLIN (dpa) –", "Bern, 2. Februar (sda) -", "WIEN/GRAZ –", "Wien – Die".
type dateline uint8

const (
	datelineStart  dateline = iota // no token yet
	datelinePlace                  // a place so far, capitalised
	datelineJoin                   // behind "am" or the like: the place goes on
	datelineWords                  // two words side by side, which are a place only before an agency known by name
	datelineNamed                  // the bracket behind them
	datelineCaps                   // a place so far, all in capitals
	datelineAgency                 // inside the brackets
	datelineClosed                 // behind the brackets
	datelineNone                   // no dateline
)

// add takes the next token and says how a sentence ends with it if it is the dash that ends a
// dateline, else endNone.
func (d *dateline) add(t Token, w string, prev Kind) ending {
	if *d == datelineNone {
		return endNone
	}
	was := *d
	*d = datelineNone
	switch was {
	case datelineStart:
		if t.Kind == Word && letters.IsUpper(w) {
			*d = datelinePlace
			if allCaps(w) {
				*d = datelineCaps
			}
		}
	case datelineWords:
		switch {
		case w == "(":
			*d = datelineNamed
		case t.Kind == Numeral, t.Kind == Ordinal, t.Kind == Abbreviation, w == ",", t.Kind == Word && (letters.IsUpper(w) || slices.Contains(insidePlaces, w)):
			*d = datelineWords
		}
	case datelineNamed:
		if slices.Contains(agencies, w) {
			*d = datelineAgency
		}
	case datelinePlace, datelineCaps, datelineJoin:
		switch {
		case t.Kind == Dash && was == datelineCaps:
			return endDateline
		case t.Kind == Dash:
			return endPlace
		case w == "(":
			*d = datelineAgency
		case t.Kind == Word && allCaps(w):
			*d = was
		case t.Kind == Word && slices.Contains(insidePlaces, w):
			*d = datelineJoin
		case t.Kind == Word && letters.IsUpper(w) && (prev != Word || was == datelineJoin), t.Kind == Word && slices.Contains(months, w):
			*d = datelinePlace // the second of "Bern/Zürich"
		case t.Kind == Word && letters.IsUpper(w):
			*d = datelineWords
		case t.Kind == Numeral, t.Kind == Ordinal, t.Kind == Abbreviation, w == ",", w == "/", w == ".":
			*d = was
		}
	case datelineAgency:
		switch {
		case w == ")":
			*d = datelineClosed
		case t.Kind == Word && len(w) <= 8, w == "/", w == "-", t.Kind == Dash, t.Kind == Link:
			*d = datelineAgency
		}
	case datelineClosed:
		if t.Kind == Dash {
			return endDateline
		}
	}
	return endNone
}

// insidePlaces are the small words in names of places: Frankfurt am Main,
// Rothenburg ob der Tauber.
var insidePlaces = []string{"am", "an", "der", "im", "ob", "bei"}

// agencies are the names of news agencies as datelines print them.
var agencies = []string{
	"dpa", "sda", "apa", "afp", "ap", "rtr", "epd", "kna", "sid", "dapd", "ddp", "dts", "awp", "si", "reuters",
	"SDA", "APA", "AFP", "AP", "DPA", "RTR", "EPD", "KNA", "SID", "Reuters", "Keystone-SDA", "Agenturen",
}

// allCaps reports whether a word of two or more letters has no lower-case ones.
func allCaps(w string) bool {
	return utf8.RuneCountInString(w) >= 2 && !strings.ContainsFunc(w, unicode.IsLower)
}
