package main

import (
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// choose returns the names worth keeping with their classes. The rules hold for
// whole lists; what they were weighed against is the share of an entry's
// occurrences in GermEval 2014 (train) that are annotated with its class: by
// list about 0.9 for first names that the lexicon has as names, 0.7 for those
// that it lacks, 0.07 for those that it has as nouns only, and 0.03, 0.07, 0.04
// and 0.06 for surnames, towns, landscape and companies that are nouns.
func choose(l *lists, u *usage) map[string]byte {
	c := chooser{l, u}
	names := make(map[string]byte)
	for s, gender := range l.given {
		if c.personOrTown(s) || gender != 0 && !isFunction(s) {
			if gender == 0 {
				gender = male | female
			}
			names[s] |= gender
		}
	}
	for s := range l.surnames {
		if c.personOrTown(s) {
			names[s] |= surname
		}
	}
	for s := range l.towns {
		if c.personOrTown(s) {
			names[s] |= town
		}
	}
	for s := range l.countries {
		names[s] |= country
	}
	for s := range l.landscape {
		if c.landscape(s) {
			names[s] |= landscape
		}
	}
	for s, classes := range l.lexicon {
		names[s] |= classes
		if gender := classes & (male | female); gender != 0 { // the first list's "unknown" gives way
			names[s] = names[s]&^(male|female) | l.given[s] | gender
		}
	}
	for s := range l.companies {
		if c.company(s, names) {
			names[s] |= company
		}
	}
	for s := range names {
		if !strings.Contains(s, " ") && (isNoun(s) || isSmall(s) || u.common(s)) {
			names[s] |= word
		}
	}
	return names
}

type chooser struct {
	*lists
	*usage
}

func (c *chooser) name(s string) bool { return c.lists.lexicon[s] != 0 }

// isNoun reports whether the lexicon has s as a noun.
func isNoun(s string) bool {
	e := lexicon.Lookup(s)
	return e.Exact() && e.Features().Has(lexicon.Noun)
}

// isSmall reports whether the lexicon has s with a small first letter.
func isSmall(s string) bool { return lexicon.Lower(s).Known() }

// isFunction reports whether s is a function word when written small.
func isFunction(s string) bool {
	return lexicon.Lower(s).Features().HasAny(lexicon.Article | lexicon.Pronoun | lexicon.Adverb | lexicon.Preposition |
		lexicon.Conjunction | lexicon.Prefix | lexicon.Negation | lexicon.Numeral | lexicon.Auxiliary | lexicon.Modal)
}

// ordinary reports whether s is a word of the dictionary, or made of two.
func (c *chooser) ordinary(s string) bool {
	return !c.name(s) && (isNoun(s) || isSmall(s) || c.common(s) || compound(s))
}

// compound reports whether s is made of two or more words of the lexicon, the
// last of them a noun, but for what joins them.
func compound(s string) bool {
	for i := range s {
		front, head := s[:i], s[i:]
		if utf8.RuneCountInString(front) < 3 || utf8.RuneCountInString(head) < 3 {
			continue
		}
		if !isNoun(letters.UpperFirst(head)) {
			continue
		}
		front = strings.TrimSuffix(front, "-")
		for _, join := range []string{"", "s", "n", "en", "es", "er", "e"} {
			if f, ok := strings.CutSuffix(front, join); ok && f != "" && (lexicon.Lookup(f).Known() || compound(f)) {
				return true
			}
		}
	}
	return false
}

// personOrTown drops function words and the nouns that text uses as nouns.
func (c *chooser) personOrTown(s string) bool {
	switch {
	case c.name(s):
		return true
	case strings.Contains(s, " "):
		return !c.phraseOfWords(s)
	case isFunction(s):
		return false
	case isNoun(s):
		return !c.common(s) && !c.determined(s)
	}
	return !c.common(s) || !c.determined(s)
}

// landscape drops every word of the dictionary: mountains and rivers take an
// article, so their use does not tell them from nouns.
func (c *chooser) landscape(s string) bool {
	switch {
	case c.name(s):
		return true
	case strings.Contains(s, " "):
		return len(tokens(s)) <= 3 && !c.phraseOfWords(s)
	}
	return !isNoun(s) && !isSmall(s) && !c.common(s) && len(s) > 2
}

// company keeps invented words, and names of several words that text or at
// least three entries of the list attest. A surname must be used in text as no
// person is named, and five entries must begin with it: a chain.
func (c *chooser) company(s string, names map[string]byte) bool {
	words := tokens(s)
	switch {
	case names[s]&company != 0:
		return true
	case c.place(s) || isFunction(words[0]):
		return false
	case len(words) > 1:
		_, given := c.given[words[0]]
		person := given && c.surnames[words[len(words)-1]]
		return names[s] == 0 && !person && !c.phraseOfWords(s) && (c.phrases[s].capital > 0 || c.prefixes[s] >= 3)
	case c.ordinary(s) || c.determined(s):
		return false
	case names[s] == surname:
		return c.unborne(s) && c.prefixes[s] >= 5
	}
	bearer := strings.TrimSuffix(s, "s") // Schröders: the shop of one Schröder
	return names[s] == 0 && !c.surnames[bearer] && names[bearer]&(male|female) == 0
}

// phraseOfWords reports whether all words of s are ordinary ones.
func (c *chooser) phraseOfWords(s string) bool {
	for _, w := range tokens(s) {
		w = strings.Trim(w, ".&+'-")
		if c.name(w) || w != "" && !c.ordinary(w) && !isFunction(w) && !lexicon.Lookup(w).Exact() {
			return false
		}
	}
	return true
}
