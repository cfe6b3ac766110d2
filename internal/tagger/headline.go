package tagger

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// leastCapitals is how many words in capitals stand together in a headline in capitals.
const leastCapitals = 2

// withoutCapitals returns forms with what is all in capitals between two marks in capitals
// and small letters, as far as the lexicon knows the words: forms themselves if there is no
// such thing.
func withoutCapitals(forms []string) []string {
	changed := false
	for first := 0; first < len(forms); {
		last, words, small := first, 0, false
		for ; last < len(forms); last++ {
			f := forms[last]
			if c := f[len(f)-1]; 'a' <= c && c <= 'z' {
				small = true
				continue
			}
			if c := f[0] | 0x20; small && 'a' <= c && c <= 'z' {
				continue
			}
			n := letters.Count(f)
			if n.Upper+n.Lower+n.Digits+n.Other == 0 {
				break
			}
			if n.Lower > 0 {
				small = true
			} else if n.Upper > 1 {
				words++
			}
		}
		if !small && words >= leastCapitals {
			if !changed {
				forms, changed = slices.Clone(forms), true
			}
			lower(forms[first:last])
		}
		first = last + 1
	}
	return forms
}

// What a form is if it is no noun, and what if it is no finite verb.
const (
	notNoun = lexicon.Pronoun | lexicon.Article | lexicon.Preposition | lexicon.Conjunction | lexicon.Negation | lexicon.Auxiliary | lexicon.Modal
	notVerb = lexicon.Adjective | lexicon.PastParticiple
)

// lower changes a headline in capitals. A form that is a noun and a verb, SUCHT, is the verb
// where its subject stands before it and there is no finite verb so far, or at the end behind
// a modal or zu.
func lower(forms []string) {
	finiteSeen, modal := false, false
	for _, f := range forms {
		if m := lexicon.Mask(strings.ToLower(f)); m.HasAny(finite) && !isNoun(f) && !m.HasAny(notVerb) {
			finiteSeen = true
			modal = modal || m.HasAny(lexicon.Modal)
		}
	}
	afterSubject := false
	for i, f := range forms {
		if letters.Count(f).Upper == 0 {
			afterSubject = false
			continue
		}
		small, title := strings.ToLower(f), letters.Title(f)
		m, noun := lexicon.Mask(small), isNoun(f)
		word := m.HasAny(^(lexicon.Noun | lexicon.Name))
		last := i+1 == len(forms)
		switch {
		case lexicon.Lookup(f).Exact() && !word: // SPD
			forms[i] = f
		case !noun && !word:
			if lexicon.Head(title).Known() {
				forms[i] = title
			}
		case !noun, m.HasAny(notNoun):
			forms[i] = small
		case m.HasAny(finite) && afterSubject && !finiteSeen:
			finiteSeen = true
			forms[i] = small
		case m.HasAny(lexicon.Infinitive) && last && (modal || i > 0 && strings.EqualFold(forms[i-1], "zu")):
			forms[i] = small
		case m.HasAny(lexicon.Adjective) && !last && isNoun(forms[i+1]) && (finiteSeen || !lexicon.Mask(strings.ToLower(forms[i+1])).HasAny(finite)):
			forms[i] = small
		default:
			forms[i] = title
		}
		afterSubject = noun && forms[i] == title && !lexicon.Mask(title).HasAny(lexicon.FirstName) || m.HasAny(lexicon.Personal)
		if i == 0 && forms[i] == small {
			forms[i] = letters.UpperFirst(small)
		}
	}
}

// isNoun reports whether a form in capitals may be a noun or a name.
func isNoun(form string) bool {
	title := letters.Title(form)
	return lexicon.Lookup(title).Exact() && lexicon.Mask(title).HasAny(lexicon.Noun|lexicon.Name)
}
