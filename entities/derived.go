package entities

import (
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// derived finds words made of the names of places: deutsch, Chinesen, Berliner,
// and each side of "deutsch-französische".
func (t *tagger) derived(i int) bool {
	w := &t.words[i]
	if w.Kind != extract.Word || len(w.text) < 3 {
		return false
	}
	if t.places.has(w.text) && !t.determined(i) {
		return false // in Schweden, but die Schweden
	}
	if place := t.placeOf(w); place != "" {
		if t.prev(i).class&personTitle != 0 {
			return false // Frau Schweizer
		}
		t.addDerived(i, 0, len(w.text), place)
		return true
	}
	if !strings.ContainsRune(w.text, '-') || !strings.Contains(w.text, "sch") {
		return false
	}
	found := false
	start := 0
	for start < len(w.text) {
		n := strings.IndexByte(w.text[start:], '-')
		if n < 0 {
			n = len(w.text) - start
		}
		if place, ok := t.people(w.text[start : start+n]); ok && n > 0 {
			t.addDerived(i, start, start+n, place)
			found = true
		}
		start += n + 1
	}
	return found
}

func (t *tagger) addDerived(i, from, to int, place string) {
	c := t.add(i, i+1, LOC)
	c.Start, c.End = t.words[i].Start+from, t.words[i].Start+to
	c.form = Derived
	c.place = place
}

// placeOf returns the place that a word is made of.
func (t *tagger) placeOf(w *word) string {
	if w.is&capital == 0 && !strings.Contains(w.text, "sch") {
		return ""
	}
	if place, ok := t.people(w.text); ok {
		return place
	}
	return t.townOf(w)
}

// townOf returns the town of which a word is the -er form: Berliner, Münchner,
// Bremerinnen. It is the gazetteer that knows the town, so a word that is an
// ordinary noun too must be of a town that the lexicon has.
func (t *tagger) townOf(w *word) string {
	s := w.text
	if w.is&capital == 0 || len(s) < 6 || w.is&opening != 0 && w.is&function != 0 {
		return ""
	}
	for _, e := range [...]string{"innen", "in", "n", "s"} {
		if base, ok := strings.CutSuffix(s, e); ok && strings.HasSuffix(base, "er") {
			s = base
			break
		}
	}
	stem, ok := strings.CutSuffix(s, "er")
	if !ok || len(stem) < 3 || !utf8.ValidString(stem) {
		return ""
	}
	ordinary := w.is&(noun|compound|nameToo) != 0
	for _, e := range [...]string{"", "en", "e"} {
		town := stem + e
		if e == "en" && strings.HasSuffix(stem, "n") {
			continue
		}
		f := lexicon.Mask(town)
		if f.HasAny(lexicon.Town|lexicon.Region|lexicon.Country) && (!ordinary || !f.HasAny(lexicon.Noun) || w.gaz == 0) && !f.HasAny(lexicon.Verb) {
			return town
		}
		if !ordinary && w.is&onlyName == 0 && e == "" && gazetteer.Lookup(town)&(gazetteer.Town|gazetteer.Word) == gazetteer.Town && w.gaz&gazetteer.Surname == 0 {
			return town
		}
	}
	return ""
}
