package nouns

import (
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/memo"
)

// Agreement is a set of forms that a word or a noun phrase can be: each of the four
// cases (nominative, accusative, dative, genitive) of masculine, feminine, neuter and
// plural.
type Agreement uint16

const (
	mascNom Agreement = 1 << iota
	mascAcc
	mascDat
	mascGen
	femNom
	femAcc
	femDat
	femGen
	neutNom
	neutAcc
	neutDat
	neutGen
	plurNom
	plurAcc
	plurDat
	plurGen
)

// Unions of forms.
const (
	Masculine  = mascNom | mascAcc | mascDat | mascGen
	Feminine   = femNom | femAcc | femDat | femGen
	Neuter     = neutNom | neutAcc | neutDat | neutGen
	Plural     = plurNom | plurAcc | plurDat | plurGen
	Singular   = Masculine | Feminine | Neuter
	Nominative = mascNom | femNom | neutNom | plurNom

	dative  = mascDat | femDat | neutDat | plurDat
	anyForm = Singular | Plural
)

// One returns Masculine, Feminine, Neuter or Plural if all forms of a are of that one,
// else 0.
func (a Agreement) One() Agreement {
	for _, g := range [...]Agreement{Masculine, Feminine, Neuter, Plural} {
		if a != 0 && a&^g == 0 {
			return g
		}
	}
	return 0
}

// Genders returns all forms of the genders that a has a form of, and of the plural.
func (a Agreement) Genders() (all Agreement) {
	for _, g := range [...]Agreement{Masculine, Feminine, Neuter, Plural} {
		if a&g != 0 {
			all |= g
		}
	}
	return all
}

// Genders returns the genders of a noun's features, in all cases of the singular.
func Genders(f lexicon.Features) (a Agreement) {
	if f.HasAny(lexicon.Masculine) {
		a |= Masculine
	}
	if f.HasAny(lexicon.Feminine) {
		a |= Feminine
	}
	if f.HasAny(lexicon.Neuter) {
		a |= Neuter
	}
	return a
}

// Entry returns what the lexicon has of a noun, or else of the end of a compound.
func Entry(noun string) lexicon.Entry {
	if e := seenEntries.Get(noun, 0); e != nil {
		return *e
	}
	e := &memo.Entry[lexicon.Entry]{Value: lexicon.Lookup(noun)}
	if !e.Value.Features().HasAny(lexicon.Noun) {
		e.Value = lexicon.Head(noun)
	}
	seenEntries.Put(noun, 0, e)
	return e.Value
}

// seenEntries are those looked up last.
var seenEntries memo.Table[lexicon.Entry]

// Features returns the features of a noun's entry.
func Features(noun string) lexicon.Features { return Entry(noun).Features() }

// Forms returns the forms that a reading of a noun is.
func Forms(f lexicon.Features) Agreement {
	var cases Agreement
	for i, c := range [...]lexicon.Features{lexicon.Nominative, lexicon.Accusative, lexicon.Dative, lexicon.Genitive} {
		if f.HasAny(c) {
			cases |= 1 << i
		}
	}
	if f.HasAny(lexicon.Plural) {
		return cases << 12
	}
	var a Agreement
	for i, g := range [...]lexicon.Features{lexicon.Masculine, lexicon.Feminine, lexicon.Neuter} {
		if f.HasAny(g) {
			a |= cases << (4 * i)
		}
	}
	return a
}

// nounForms returns the forms that a word can be as a noun, 0 if it is none.
func nounForms(e lexicon.Entry) (forms Agreement) {
	for x := range e.Readings() {
		if x.Features.HasAny(lexicon.Noun) {
			forms |= Forms(x.Features)
		}
	}
	return forms
}
