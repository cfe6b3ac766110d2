package ner

import (
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// word is what is known of a token.
type word struct {
	form  string // as it would be written outside of a headline
	token *Token
	looked
	listed uint8
	gap    int // tokens since the last word that anchors
}

// looked is what is looked up of a form.
type looked struct {
	kind   uint64
	traits traits
	class  wordlist.Class
	gaz    gazetteer.Classes
	entry  lexicon.Entry
	seen   [2]uint64 // what the form was labelled in raw text, and the same, coarser
	plain  bool      // an ordinary noun, and hardly ever part of a name in raw text
	key    uint64    // by which the labels of the document are counted
}

// traits are what the lexicon and the lists say of a form as a whole. The lowest
// bits are wordlist.Traits.
type traits uint32

const (
	noun     traits = 1 << (iota + 8) // an ordinary noun
	compound                          // an ordinary noun by its parts
	odd                               // ends like a noun, but what stands before is no German word: Softbank
	declined                          // a declined adjective, written with a capital letter
	function                          // an article, pronoun, preposition, adverb, finite verb
	onlyName                          // the lexicon knows it as a name and as nothing else
	nameToo                           // the lexicon knows it as a name, and as a noun
	unknown                           // no list has it
	lastToo                           // the lexicon's surnames
	placeToo                          // the lexicon's places
	firstToo                          // the lexicon's first names
	ofPlace                           // made of the name of a place: deutsch, Berliner
	townEnd                           // unknown, and ends like a town
)

const functions = lexicon.Article | lexicon.Pronoun | lexicon.Adverb | lexicon.Preposition | lexicon.Conjunction |
	lexicon.Prefix | lexicon.Negation | lexicon.Numeral | lexicon.Interjection | lexicon.Verb

// look fills in a word.
func (r *Recogniser) look(w *word, t *Token, form string, start bool) {
	*w = word{form: form, token: t}
	kind, numeric := kindOf(form)
	w.kind = kind
	if numeric && kind > digits {
		w.kind |= withDigits
	}
	if start {
		w.kind |= atStart
	}
	r.seen.Of(form, w.seen[:])
	if kind == signs || len(form) > wordlist.LongestWord {
		return
	}
	w.class = r.lists.Capitals[form]
	if form[len(form)-1] == '.' && w.class == 0 {
		w.class = r.lists.Capitals[form[:len(form)-1]] & wordlist.LegalForm
	}
	w.entry = lexicon.Lookup(form)
	if kind == small || kind == digits {
		if _, ok := r.adjectivePlace(form); ok {
			w.traits |= ofPlace
		}
		return
	}
	r.lookCapital(w, start)
}

// lookCapital fills in a word with capital letters.
func (r *Recogniser) lookCapital(w *word, start bool) {
	w.traits |= traits(wordlist.Form(w.form))
	plain := r.readNames(w)
	if w.traits&(noun|compound|odd|unknown|declined) != 0 && w.traits&traits(wordlist.AllCaps) == 0 || w.traits&nameToo != 0 {
		w.class |= r.lists.NounClass(plain)
	}
	if start {
		w.readStart()
	}
	if (r.lists.Places.Has(plain) || r.lists.World.Has(plain)) && w.class&wordlist.NeverName == 0 {
		w.traits |= placeToo
	}
	if r.placeOf(w) {
		w.traits |= ofPlace
	}
	// What was seen follows the guide of newspapers: Euro is a name in GermEval.
	w.plain = r.guide == News && w.traits&noun != 0 && w.traits&(placeToo|ofPlace) == 0 && w.seen[0] == SeenOutside
}

// SeenOutside is the number of a form in the table of what was seen that was
// outside of names at 98 of 100 places or more, and not at 2 or more in one class
// of names (see internal/train/ner).
const SeenOutside = 236

// readNames asks lexicon and gazetteer and returns the form, without genitive
// ending if that makes a known name.
func (r *Recogniser) readNames(w *word) (plain string) {
	plain = w.form
	e := w.entry
	if w.gaz = gazetteer.Lookup(plain); w.gaz == 0 {
		if base, ok := wordlist.Genitive(plain); ok {
			if w.gaz = gazetteer.Lookup(base); w.gaz != 0 {
				plain = base
			} else if r.lists.Places.Has(base) || r.lists.World.Has(base) {
				plain = base
			}
		}
	}
	f := e.Features()
	for _, t := range [...]struct {
		f lexicon.Features
		t traits
	}{{lexicon.LastName, lastToo}, {lexicon.PlaceName, placeToo}, {lexicon.FirstName, firstToo}} {
		if f.HasAny(t.f) {
			w.traits |= t.t
		}
	}
	switch {
	case !e.Known():
		r.readUnknown(w, plain)
	case f.HasAny(lexicon.Name) && f.HasAny(lexicon.Noun):
		w.traits |= nameToo
	case f.HasAny(lexicon.Name):
		w.traits |= onlyName
	case f.HasAny(lexicon.Noun):
		w.traits |= noun
	case f.HasAny(functions | lexicon.Adjective):
		w.traits |= function
	}
	if f.HasAny(lexicon.Adjective) && !e.Exact() || f.HasAny(lexicon.FromAdjective) {
		w.traits |= declined
	}
	return plain
}

// readStart marks what a word with a capital at the start of a sentence may be
// with a small letter.
func (w *word) readStart() {
	low := lexicon.Lower(w.form).Features()
	// A finite verb seldom opens a sentence of news: "Fuchs lobte" has none.
	if low.HasAny(functions&^lexicon.Verb|lexicon.Adjective) || low != 0 && w.traits&(onlyName|nameToo) == 0 {
		w.traits |= function
	}
	if low.HasAny(lexicon.Adjective) {
		w.traits |= declined
	}
}

// inGazetteer returns the classes of a name, also of its genitive.
func inGazetteer(s string) gazetteer.Classes {
	if c := gazetteer.Lookup(s); c != 0 {
		return c
	}
	if base, ok := wordlist.Genitive(s); ok {
		return gazetteer.Lookup(base)
	}
	return 0
}

// longestUnknown is in bytes: an unknown word that is longer is a compound.
const longestUnknown = 14

// readUnknown tells a word that the lexicon lacks apart: an ordinary compound, or
// something else.
func (r *Recogniser) readUnknown(w *word, s string) {
	if isRegion(s) {
		w.traits |= onlyName | placeToo
		return
	}
	town := 0
	for i := range s {
		if i >= 3 && r.lists.TownEnds.Has(s[i:]) {
			town = len(s) - i
			w.traits |= townEnd
			break
		}
	}
	if k := strings.LastIndexByte(s, '-'); k > 0 && k+1 < len(s) {
		if w.gaz == 0 && (r.isNoun(s[:k], s[k+1:]) || r.lists.Capitals[s[:k]]&wordlist.NeverName != 0) {
			w.traits |= compound
		} else {
			w.traits |= unknown
		}
		return
	}
	if h := lexicon.Head(s); h.Known() {
		if isWord(strings.TrimSuffix(s[:h.HeadStart()], "-")) || nounEnd(s) {
			w.traits |= compound
		} else {
			w.traits |= odd
		}
		return
	}
	if w.gaz == 0 && w.traits&traits(wordlist.AllCaps|wordlist.Camel) == 0 && (nounEnd(s) || shortHead(s) || len(s) > longestUnknown && town <= 3) {
		w.traits |= compound
		return
	}
	w.traits |= unknown
}

// adjectivePlace returns the place of an adjective in small letters.
func (r *Recogniser) adjectivePlace(s string) (string, bool) {
	if !strings.Contains(s, "sch") {
		return "", false
	}
	return r.lists.People(s)
}

// placeOf reports whether a word with a capital is made of the name of a place. It
// is the gazetteer that knows the town of an -er form, so a word that is an ordinary
// noun too must be of a town that the lexicon has.
func (r *Recogniser) placeOf(w *word) bool {
	if _, ok := r.lists.People(w.form); ok {
		return true
	}
	s := w.form
	if w.traits&traits(wordlist.Capital) == 0 || len(s) < 6 || w.traits&function != 0 && w.kind&atStart != 0 {
		return false
	}
	for _, e := range [...]string{"innen", "in", "n", "s"} {
		if base, ok := strings.CutSuffix(s, e); ok && strings.HasSuffix(base, "er") {
			s = base
			break
		}
	}
	stem, ok := strings.CutSuffix(s, "er")
	if !ok || len(stem) < 3 || !utf8.ValidString(stem) {
		return false
	}
	ordinary := w.traits&(noun|compound|nameToo) != 0
	for _, e := range [...]string{"", "en", "e"} {
		if e == "en" && strings.HasSuffix(stem, "n") {
			continue
		}
		town := stem + e
		f := lexicon.Mask(town)
		if f.HasAny(lexicon.Town|lexicon.Region|lexicon.Country) && (!ordinary || !f.HasAny(lexicon.Noun) || w.gaz == 0) && !f.HasAny(lexicon.Verb) {
			return true
		}
		if !ordinary && w.traits&onlyName == 0 && e == "" && gazetteer.Lookup(town)&(gazetteer.Town|gazetteer.Word) == gazetteer.Town && w.gaz&gazetteer.Surname == 0 {
			return true
		}
	}
	return false
}
