package tagger

import (
	"strings"

	"github.com/laut-nlp/laut/internal/lexicon"
)

// swissLemma returns the lemma of a noun that the Swiss write like another one, such as
// Busse, buses and a fine: that with ß where only it agrees with what stands beside it. It
// is empty of all others.
func (s *Scratch) swissLemma(i int) string {
	w := &s.words[i]
	if !strings.Contains(w.form, "ss") || !w.entry.Exact() || w.mask.HasAny(lexicon.Feminine) {
		return ""
	}
	sharp := strings.Replace(w.form, "ss", "ß", 1)
	e := lexicon.Lookup(sharp)
	number := lexicon.Singular
	switch f := e.Features(); {
	case !e.Exact() || !f.Has(lexicon.Noun|lexicon.Feminine):
		return ""
	case f.HasAny(lexicon.Singular):
		if !s.singular(i) {
			return ""
		}
	case w.mask.HasAny(lexicon.Nominative|lexicon.Accusative) || s.mayBeDative(i): // Er zahlt Bussen
		return ""
	default:
		number = lexicon.Plural
	}
	for r := range e.Readings() {
		if r.Features.Has(lexicon.Noun | number) {
			return r.Lemma(sharp)
		}
	}
	return ""
}

// beforeNoun returns the word before noun i and its adjectives, -1 if there is none.
func (s *Scratch) beforeNoun(i int) int {
	for i--; i >= 0 && in(s.labels[i], setAdjective); i-- {
	}
	return i
}

// singular reports whether what stands beside noun i makes it a singular.
func (s *Scratch) singular(i int) bool {
	if k := s.beforeNoun(i); k >= 0 && in(s.labels[k], setDeterminer) {
		switch strings.ToLower(s.words[k].form) {
		case "eine", "einer", "jede", "jeder":
			return true
		}
	}
	if i+1 < len(s.labels) && in(s.labels[i+1], setFinite) {
		m := s.words[i+1].mask
		return m.HasAny(lexicon.Singular) && !m.HasAny(lexicon.Plural)
	}
	return false
}

// mayBeDative reports whether a preposition or a determiner before noun i may govern a dative.
func (s *Scratch) mayBeDative(i int) bool {
	k := s.beforeNoun(i)
	if k < 0 {
		return false
	}
	low := strings.ToLower(s.words[k].form)
	switch {
	case in(s.labels[k], setPreposition):
		return low != "für" && low != "gegen" && low != "ohne" && low != "durch" && low != "um"
	case in(s.labels[k], setDeterminer):
		return strings.HasSuffix(low, "en")
	}
	return false
}
