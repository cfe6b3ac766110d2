package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// traits are what a word's form and the lexica say of it.
type traits uint32

const (
	capital   traits = 1 << iota // begins with a capital letter
	allCaps                      // two letters or more, all capitals: SPD
	camel                        // a capital behind a small letter: OpenAI, iPhone
	numeric                      // has a digit
	opening                      // first word of a sentence, a quotation or behind a colon
	letterDot                    // W.
	roman                        // XIV, II.
	noun                         // an ordinary noun
	compound                     // an ordinary noun by its parts
	odd                          // ends like a noun, but what stands before is no German word: Softbank
	adjective                    // a declined adjective, written with a capital letter
	function                     // an article, pronoun, preposition, adverb, finite verb
	onlyName                     // the lexicon knows it as a name and as nothing else
	nameToo                      // the lexicon knows it as a name, and as a noun
	unknown                      // no list has it
	lastToo                      // the lexicon's surnames
	placeToo                     // the lexicon's places
	firstToo                     // the lexicon's first names
	begins                       // first token of a sentence
)

// A word is a token with what is known of it before its neighbours are asked.
type word struct {
	extract.Token
	text  string
	plain string // text without genitive s where that makes a known name, in capitals and small letters
	is    traits
	gaz   gazetteer.Classes
	class class
	rank  rank
}

// rank says how likely a word is a name or a part of one.
type rank uint8

const (
	never  rank = iota // no name
	inside             // only beside other names: initials, Roman numerals
	weak               // a name if something supports it: Fischer
	likely             // unknown, and no German noun by its form
	sure               // a known name, and nothing else
)

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// readWord fills in what is known of the word. shouting is true in a sentence
// in capitals, where capitals mean nothing.
func (l *lists) readWord(w *word, first, shouting bool) {
	if len(w.text) > longestWord {
		return
	}
	w.is = form(w.text)
	if first {
		w.is |= opening
	}
	w.plain = w.text
	if shouting && w.is&allCaps != 0 {
		w.plain = title(w.text)
		w.is &^= allCaps
	}
	w.class = l.capitals[w.plain]
	if w.Kind == extract.Abbreviation && w.class == 0 {
		w.class = l.capitals[strings.TrimSuffix(w.plain, ".")] & legalForm
	}
	if w.is&(capital|camel) == 0 {
		return
	}
	w.readLexica()
	if w.is&(noun|compound|odd|unknown|adjective) != 0 && w.is&allCaps == 0 || w.is&nameToo != 0 {
		w.class |= l.nounClass(w.plain)
	}
	w.rank = w.rankOf()
	if w.is&(unknown|odd) != 0 && w.rank > weak {
		if c := l.exactClass(w.plain); c&(person|orgNoun|workNoun|placeNoun|placeHead|orgHead) != 0 {
			w.rank = weak // a noun that the lexicon lacks
		}
	}
	l.readPlace(w)
}

// readPlace marks the places that only the lists of the package have.
func (l *lists) readPlace(w *word) {
	base := w.plain
	if !l.places.has(base) && !l.world.has(base) {
		var ok bool
		if base, ok = genitive(base); !ok || !l.places.has(base) && !l.world.has(base) {
			return
		}
	}
	if w.class&neverName != 0 {
		return
	}
	w.is |= placeToo
	if w.is&noun != 0 && !l.places.has(base) {
		return // Essen
	}
	w.plain = base
	w.is &^= unknown | odd | compound
	w.rank = max(w.rank, likely)
	if w.is&(noun|nameToo) == 0 {
		w.is |= onlyName
		w.rank = sure
	}
}

// form reads the traits that the letters show.
func form(s string) (is traits) {
	letters, capitals, lower := 0, 0, false
	onlyRoman := true
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			if i == 0 {
				is |= capital
			} else if lower && s[i-1] != '-' && s[i-1] != '/' {
				is |= camel
			}
			capitals++
			letters++
			onlyRoman = onlyRoman && strings.ContainsRune("IVXLC", r)
		case unicode.IsLetter(r):
			lower = true
			letters++
		case unicode.IsDigit(r):
			is |= numeric
			onlyRoman = false
		case r != '.':
			onlyRoman = false
		}
		if r == '-' || r == '/' {
			lower = false
		}
	}
	if capitals == letters && letters >= 2 {
		is |= allCaps
	}
	if is&capital == 0 {
		return is
	}
	if letters == 1 && len(s) > utf8.RuneLen(firstRune(s)) && s[len(s)-1] == '.' {
		is |= letterDot
	}
	if onlyRoman && capitals == letters && (letters > 1 || s == "I" || s == "V" || s == "I." || s == "V.") {
		is |= roman
	}
	return is
}

// readLexica asks the lexicon and the gazetteer.
func (w *word) readLexica() {
	e := lexicon.Lookup(w.plain)
	f := e.Features()
	w.gaz, w.plain = inGazetteer(w.plain)
	if w.gaz == 0 && w.is&allCaps != 0 && len(w.text) > 4 {
		w.gaz, _ = inGazetteer(title(w.text)) // a name in capitals: MERKEL
	}
	for _, t := range [...]struct {
		f lexicon.Features
		t traits
	}{{lexicon.LastName, lastToo}, {lexicon.PlaceName, placeToo}, {lexicon.FirstName, firstToo}} {
		if f.HasAny(t.f) {
			w.is |= t.t
		}
	}
	const functions = lexicon.Article | lexicon.Pronoun | lexicon.Adverb | lexicon.Preposition | lexicon.Conjunction |
		lexicon.Prefix | lexicon.Negation | lexicon.Numeral | lexicon.Interjection | lexicon.Verb
	switch {
	case !e.Known():
		w.readUnknown()
	case f.HasAny(lexicon.Name) && f.HasAny(lexicon.Noun):
		w.is |= nameToo
	case f.HasAny(lexicon.Name):
		w.is |= onlyName
	case f.HasAny(lexicon.Noun):
		w.is |= noun
	case f.HasAny(functions | lexicon.Adjective):
		w.is |= function
	}
	if f.HasAny(lexicon.Adjective) && !e.Exact() || f.HasAny(lexicon.FromAdjective) {
		w.is |= adjective
	}
	if w.is&opening != 0 {
		low := lexicon.Lower(w.plain).Features()
		// A finite verb seldom opens a sentence of news: "Fuchs lobte" has none.
		if low.HasAny(functions&^lexicon.Verb|lexicon.Adjective) || low != 0 && w.is&(onlyName|nameToo) == 0 {
			w.is |= function
		}
		if low.HasAny(lexicon.Adjective) {
			w.is |= adjective
		}
	}
}

// inGazetteer looks a name up, and if it is unknown without its genitive ending.
func inGazetteer(s string) (gazetteer.Classes, string) {
	if c := gazetteer.Lookup(s); c != 0 {
		return c, s
	}
	if base, ok := genitive(s); ok {
		if c := gazetteer.Lookup(base); c != 0 {
			return c, base
		}
	}
	return 0, s
}

// readUnknown tells a word that the lexicon lacks apart: an ordinary compound, or
// something else.
func (w *word) readUnknown() {
	if region(w.plain) {
		w.is |= onlyName | placeToo
		return
	}
	if k := strings.LastIndexByte(w.plain, '-'); k > 0 && k+1 < len(w.plain) {
		if w.gaz == 0 && (ordinary(w.plain[:k], w.plain[k+1:]) || words().capitals[w.plain[:k]]&neverName != 0) {
			w.is |= compound
		} else {
			w.is |= unknown
		}
		return
	}
	if h := lexicon.Head(w.plain); h.Known() {
		front := strings.TrimSuffix(w.plain[:h.HeadStart()], "-")
		switch {
		case known(front) || nounEnd(w.plain):
			w.is |= compound
		default:
			w.is |= odd
		}
		return
	}
	if w.gaz == 0 && w.is&(allCaps|camel) == 0 && (nounEnd(w.plain) || shortHead(w.plain) || len(w.plain) > longestUnknown && words().townEnd(w.plain) <= 3) {
		w.is |= compound
		return
	}
	w.is |= unknown
}

// rankOf weighs what is known of a word.
func (w *word) rankOf() rank {
	isWord := w.gaz&gazetteer.Word != 0
	switch {
	case w.class&neverName != 0 && w.is&letterDot == 0 || w.text[len(w.text)-1] == '-':
		return never
	case w.is&(letterDot|roman) != 0:
		return inside
	case w.is&capital == 0 && len(w.text) < 4 || acronyms(w.text): // kHz, SNPs
		return never
	case w.Kind != extract.Word && w.Kind != extract.Abbreviation, len(w.text) == utf8.RuneLen(firstRune(w.text)):
		return never
	case w.is&opening != 0 && w.is&function != 0:
		if w.gaz&gazetteer.FirstName != 0 {
			return inside
		}
		return never
	case w.is&allCaps != 0:
		if w.is&function != 0 || len(w.text) > 6 && w.is&noun != 0 {
			return never
		}
		return likely
	case w.is&onlyName != 0:
		return sure
	case w.is&nameToo != 0:
		if w.is&(placeToo|firstToo) != 0 {
			return likely
		}
		return weak
	case w.is&function != 0:
		if w.gaz&(gazetteer.FirstName|gazetteer.Surname) != 0 {
			return inside
		}
		return never
	case w.is&noun != 0:
		if w.gaz != 0 {
			return weak
		}
		return never
	case w.gaz&^(gazetteer.Company|gazetteer.Word) != 0 && !isWord:
		return sure
	case w.is&compound != 0 || w.is&adjective != 0:
		if w.gaz != 0 {
			return weak
		}
		return never
	case w.is&odd != 0:
		if w.gaz != 0 {
			return likely
		}
		return weak
	case w.Kind == extract.Abbreviation:
		return never
	}
	return likely
}
