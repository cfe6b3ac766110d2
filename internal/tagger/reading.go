package tagger

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// reading returns the form that a form is read as, "" if as it is: without what is written
// for brevity, for both genders, or as the Swiss do. start says that a capital letter means
// nothing.
func reading(form string, start bool) string {
	read := form
	if i := strings.IndexFunc(form, isJoint); i > 0 {
		if r := bothGenders(form, i); r != "" {
			read = r
		} else if r := shortened(form, start); r != "" {
			read = r
		}
	} else if front, back, end, ok := letters.BothGenders(form); ok {
		if r := front + back + end; lexicon.Lookup(r).Known() || lexicon.Head(r).Known() { // not LinkedIn
			read = r
		}
	}
	if r := lexicon.Standard(read); r != "" && (start || !letters.IsUpper(r) || isCommonNoun(r)) {
		read = r
	}
	if read == form {
		return ""
	}
	return read
}

// isCommonNoun reports whether the lexicon has a form as it is for a noun and not for a name:
// Herr Weiss is no Weiß.
func isCommonNoun(form string) bool {
	e := lexicon.Lookup(form)
	return e.Exact() && e.Features().HasAny(lexicon.Noun) && !e.Features().HasAny(lexicon.Name)
}

// isJoint reports whether r may stand inside a word and make it another.
func isJoint(r rune) bool {
	switch r {
	case '*', ':', '_', '·', '•', '/', '(', '\'', '’', '‘', 'ʼ', '´', '`', '′':
		return true
	}
	return false
}

// bothGenders returns the form of a word that names both genders as it is said: that of the
// women, Lehrerinnen for Lehrer*innen, that with its ending, jeder for jede*r, and of two
// words the first. form[i:] begins with a mark. It is empty if the word is none.
func bothGenders(form string, i int) string {
	if front, back, end, ok := letters.BothGenders(form); ok {
		return front + back + end
	}
	r, n := utf8.DecodeRuneInString(form[i:])
	front, back := form[:i], form[i+n:]
	if !strings.ContainsRune("*:_·•", r) || !letters.IsLower(back) || strings.IndexFunc(back, isJoint) >= 0 {
		return ""
	}
	switch back {
	case "die", "der", "ihr", "ihre", "sie", "er":
		if lexicon.Mask(front).HasAny(lexicon.Pronoun | lexicon.Article) {
			return front
		}
	}
	switch {
	case utf8.RuneCountInString(back) > 2:
	case lexicon.Lookup(front+back).Known() || lexicon.Lower(front+back).Known():
		return front + back
	case lexicon.Lookup(front).Known() || lexicon.Lower(front).Known():
		return front
	}
	return ""
}

// shortened returns the word whose es or e an apostrophe stands for, without es: geht for
// geht's, wäre for wär'. It is empty of genitives, and where the lexicon knows no such word.
func shortened(form string, start bool) string {
	base := strings.TrimSuffix(form, "s")
	cut := strings.TrimRightFunc(base, func(r rune) bool { return isJoint(r) && r > ' ' && !strings.ContainsRune("*:_·•/(", r) })
	if cut == base || cut == "" || strings.IndexFunc(cut, isJoint) >= 0 {
		return ""
	}
	withEs := len(base) < len(form)
	if small := letters.LowerFirst(cut); withEs && (start || small == cut) && lexicon.Mask(small).HasAny(lexicon.Conjunction|lexicon.Pronoun) { // wie's, weil's
		return cut
	}
	if letters.IsUpper(cut) {
		if !start || !withEs && isCommonNoun(cut) && !lexicon.Lower(cut+"e").Features().HasAny(lexicon.Auxiliary|lexicon.Modal) {
			return ""
		}
		if r := shortVerb(letters.LowerFirst(cut), withEs, start); r != "" {
			return letters.UpperFirst(r)
		}
		return ""
	}
	if r := shortVerb(cut, withEs, start); r != "" {
		return r
	}
	switch {
	case withEs && lexicon.Lookup(cut+"s").Known(): // auf's
		return cut + "s"
	case !withEs && lexicon.Lookup(cut).Known(): // the mark closes a quotation
		return cut
	case !withEs && lexicon.Lookup(cut+"e").Known(): // heut'
		return cut + "e"
	case withEs && lexicon.Lookup(cut).Known(): // wenn's
		return cut
	}
	return ""
}

// shortVerb returns the finite verb that a form in small letters is, or is with an e.
func shortVerb(cut string, withEs, start bool) string {
	bare, full := lexicon.Mask(cut), lexicon.Mask(cut+"e")
	isBare, isFull := bare.Has(lexicon.Verb) && bare.HasAny(finite), full.Has(lexicon.Verb) && full.HasAny(finite)
	switch {
	case withEs && isBare:
		return cut
	case isBare && !full.HasAny(lexicon.Auxiliary|lexicon.Modal): // 'er geht' is quoted
		return ""
	case withEs && start && bare.Has(lexicon.Verb|lexicon.Imperative): // Sag's ihm!
		return cut
	case isFull:
		return cut + "e"
	}
	return ""
}

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

// behindSingular reports whether word i is a noun that may be an infinitive, after a word that
// only a masculine or neuter in the singular has.
func (s *Scratch) behindSingular(i int) bool {
	if !in(s.labels[i], setCommon) || !s.words[i].mask.HasAny(lexicon.FromVerb) {
		return false
	}
	k := s.beforeNoun(i)
	return k >= 0 && in(s.labels[k], setDeterminer|setPreposition) && singulars[strings.ToLower(s.words[k].form)]
}

var singulars = setOf("das dem des ein einem eines kein keinem keines dies dieses diesem jenes jenem jedes jedem " +
	"mein dein sein ihr unser euer meinem deinem seinem ihrem unserem eurem im beim zum vom am ins ans aufs fürs")
