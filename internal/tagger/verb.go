package tagger

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// verbFeatures returns tense, subjunctive, person and number of a finite verb:
// of the readings with its mood, those that agree with a pronoun of the clause,
// else the third person, else the first reading.
func (s *Scratch) verbFeatures(i int) lexicon.Features {
	y, w := s.labels[i], &s.words[i]
	var mood lexicon.Features
	switch {
	case in(y, setImperative):
		mood = lexicon.Imperative
	case !in(y, setFinite):
		return 0
	case s.Words[i].Subjunctive:
		mood = subjunctive
	default:
		mood = lexicon.Indicative
	}
	person := s.person(i)
	best, score := lexicon.Features(0), 0
	for _, e := range [...]lexicon.Entry{w.entry, w.lower, w.head} {
		for r := range e.Readings() {
			f := r.Features
			if !f.HasAny(lexicon.Verb) || !f.HasAny(mood) {
				continue
			}
			n := 1
			switch {
			case person != 0 && f&(lexicon.Persons|lexicon.Numbers)&^person == 0:
				n = 3
			case f.HasAny(lexicon.Person3):
				n = 2
			}
			if n > score {
				best, score = f, n
			}
		}
	}
	return best & (lexicon.Persons | lexicon.Numbers | lexicon.Present | lexicon.Past | lexicon.Indicative | subjunctive | lexicon.Imperative)
}

// person returns person and number of a pronoun that is the subject of verb i
// more likely than not: the one next to it, or the only kind in its clause.
func (s *Scratch) person(i int) lexicon.Features {
	if i+1 < len(s.words) {
		if p := personOf(s.words[i+1].form); p != 0 {
			return personFeatures[p]
		}
	}
	return personFeatures[s.clauseOf(i).person]
}

// personFeatures are the features of the results of personOf. "sie" is
// singular or plural.
var personFeatures = [...]lexicon.Features{
	ichForm: lexicon.Person1 | lexicon.Singular,
	duForm:  lexicon.Person2 | lexicon.Singular,
	erForm:  lexicon.Person3 | lexicon.Singular,
	wirForm: lexicon.Person1 | lexicon.Plural,
	sieForm: lexicon.Person3 | lexicon.Singular | lexicon.Plural,
	ihrForm: lexicon.Person2 | lexicon.Plural,
}

// join finds the verbs of separated prefixes: the nearest finite verb before
// the prefix. Beyond a comma it must make a verb of the lexicon with the prefix
// ("warf ihr, wie es hiess, Betrug vor"), and beyond a semicolon or colon there
// is none.
func (t *Tagger) join(s *Scratch) {
	for p, y := range s.labels {
		if !in(y, setPrefix) {
			continue
		}
		comma := false
	scan:
		for i := p - 1; i >= 0; i-- {
			switch {
			case s.words[i].form == ";" || s.words[i].form == ":":
				break scan
			case s.words[i].form == ",":
				comma = true
			case in(s.labels[i], setPrefix) && s.Words[i].Partner >= 0 && !comma:
				break scan
			case in(s.labels[i], setFinite|setImperative) && s.Words[i].Partner < 0:
				if comma && !t.joined(s, i, p) {
					continue
				}
				s.Words[i].Partner, s.Words[p].Partner = p, i
				break scan
			}
		}
	}
}

// joined reports whether the lexicon knows the verb that prefix p and verb i
// make.
func (t *Tagger) joined(s *Scratch, i, p int) bool {
	var buf [64]byte
	b := letters.AppendLower(buf[:0], s.words[p].form)
	b = s.words[i].appendLemma(b, t, s.labels[i], s.Words[i].Subjunctive)
	return lexicon.Mask(string(b)).Has(lexicon.Verb | lexicon.Infinitive)
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
