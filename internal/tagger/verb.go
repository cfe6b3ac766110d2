package tagger

import (
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
