package entities

import (
	"strings"

	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// building finds one-word names of streets and buildings.
func (t *tagger) building(i, end int) int {
	w := &t.words[i]
	if w.is&(compound|odd|unknown) == 0 || w.is&allCaps != 0 {
		return i
	}
	if k := strings.LastIndexByte(w.text, '-'); k > 0 && k+1 < len(w.text) {
		c := t.nounClass(w.text[k+1:])
		front, _, _ := strings.Cut(w.text, "-")
		named := t.namePart(front) && isUpper(w.text[k+1:])
		switch {
		case c&placeHead != 0 && named:
			j := t.number(i+1, end)
			t.add(i, j, LOC)
			return j
		case c&nameHead != 0 && named && !t.isListed(front):
			t.add(i, i+1, ORG)
			return i + 1
		}
		return i
	}
	if strings.HasPrefix(w.text, "Bundes") && federal(w.text) {
		t.add(i, i+1, ORG)
		return i + 1
	}
	for _, street := range [...]string{"straße", "strasse", "gasse", "allee", "chaussee"} {
		if front, ok := strings.CutSuffix(w.text, street); ok && !t.plainFronts.has(front) && !t.indefinite(i) {
			j := t.number(i+1, end)
			t.add(i, j, LOC)
			return j
		}
	}
	for _, e := range [...]string{"", "s", "es"} {
		s, ok := strings.CutSuffix(w.text, e)
		for k := range s {
			if k < 4 || !ok || t.ends[s[k:]]&placeHead == 0 {
				continue
			}
			if front := s[:k]; !known(front) && !t.plainFronts.has(front) || nameOnly(front) {
				t.add(i, i+1, LOC)
				return i + 1
			}
		}
	}
	return i
}

// nameOnly reports whether s is a name of a place and no German word.
func nameOnly(s string) bool {
	f := lexicon.Mask(s)
	return f.HasAny(lexicon.PlaceName) && (!f.HasAny(lexicon.Noun) || len(s) > 5) || gazetteer.Lookup(s)&(gazetteer.Landscape|gazetteer.Town|gazetteer.Country) != 0 && f == 0
}

// federal reports whether a word that begins with Bundes- names an authority.
func federal(s string) bool {
	for _, e := range [...]string{"ministerium", "ministeriums", "amt", "amtes", "amts", "gericht", "gerichts", "gerichtes", "gerichtshof", "anstalt", "agentur", "verband", "verbandes", "zentrale", "kanzleramt", "nachrichtendienst", "kammer"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}
