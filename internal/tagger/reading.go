package tagger

import (
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
