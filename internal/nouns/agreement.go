package nouns

import (
	"strings"

	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/memo"
	"github.com/laut-nlp/laut/internal/wordlist"
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

// The endings of der, and of adjectives. Strong are those without an article, weak
// those after one.
var (
	derEndings = map[string]Agreement{
		"er": mascNom | femDat | femGen | plurGen,
		"e":  femNom | femAcc | plurNom | plurAcc,
		"es": neutNom | neutAcc | mascGen | neutGen,
		"en": mascAcc | plurDat,
		"em": mascDat | neutDat,
	}
	strongEndings = map[string]Agreement{
		"er": mascNom | femDat | femGen | plurGen,
		"e":  femNom | femAcc | plurNom | plurAcc,
		"es": neutNom | neutAcc,
		"en": mascAcc | mascGen | neutGen | plurDat,
		"em": mascDat | neutDat,
	}
	weakEndings = map[string]Agreement{
		"er": mascNom, // ein neuer Chef
		"e":  mascNom | femNom | femAcc | neutNom | neutAcc,
		"es": neutNom | neutAcc,
		"en": anyForm &^ (mascNom | femNom | femAcc | neutNom | neutAcc),
		"em": mascDat | neutDat, // what follows a genitive: Berlins neuem Bürgermeister
	}
)

// Determination says whether a noun phrase takes up somebody known.
type Determination uint8

// The determinations.
const (
	Bare       Determination = iota // Kritiker
	Definite                        // der Minister
	Indefinite                      // ein Sprecher, mehrere Abgeordnete
	Possessed                       // sein Anwalt
)

// determiner is a word before a noun, with the forms that it stands before.
type determiner struct {
	forms Agreement
	Determination
}

// determiners returns the forms of "der", and what "zu der" has become.
func determiners() map[string]determiner {
	return map[string]determiner{
		"der": {derEndings["er"], Definite}, "die": {derEndings["e"], Definite}, "das": {neutNom | neutAcc, Definite},
		"den": {derEndings["en"], Definite}, "dem": {derEndings["em"], Definite}, "des": {mascGen | neutGen, Definite},
		"zur": {femDat, Definite},
	}
}

// determinerSections put a word of a section of words/grammar.txt among the determiners,
// in all its forms.
var determinerSections = map[string]func(w *Words, word string){
	"as dieser":      func(w *Words, stem string) { w.asDer(stem, anyForm, Indefinite) },
	"as jeder":       func(w *Words, stem string) { w.asDer(stem, Singular, Indefinite) },
	"demonstratives": func(w *Words, stem string) { w.asDer(stem, anyForm, Definite) },
	"as ein":         func(w *Words, stem string) { w.asEin(stem, Singular, Indefinite) },
	"as kein":        func(w *Words, stem string) { w.asEin(stem, anyForm, Indefinite) },
	"possessives":    func(w *Words, stem string) { w.asEin(stem, anyForm, Possessed) },
	"of him or it":   func(w *Words, stem string) { w.owner(stem, Masculine|Neuter) },
	"of her or them": func(w *Words, stem string) { w.owner(stem, Feminine|Plural) },
	"with dem":       func(w *Words, word string) { w.determiners[word] = determiner{mascDat | neutDat, Definite} },
	"with das":       func(w *Words, word string) { w.determiners[word] = determiner{neutAcc, Definite} },
	"plural":         func(w *Words, word string) { w.determiners[word] = determiner{Plural, Indefinite} },
}

func (w *Words) asDer(stem string, of Agreement, d Determination) {
	for e, a := range derEndings {
		w.determiners[stem+e] = determiner{a & of, d}
	}
}

func (w *Words) asEin(stem string, of Agreement, d Determination) {
	w.asDer(stem, of, d)
	w.determiners[stem] = determiner{mascNom | neutNom | neutAcc, d}
	w.determiners[stem+"er"] = determiner{derEndings["er"] & of &^ mascNom, d} // seiner Chefin
	w.determiners[stem+"es"] = determiner{mascGen | neutGen, d}
}

func (w *Words) owner(stem string, a Agreement) {
	w.owners[stem] = a
	for e := range derEndings {
		w.owners[stem+e] = a
	}
}

// Owner returns what somebody can be whom a possessive names as the owner, 0 of another
// word: sein, ihre, dessen.
func (w *Words) Owner(s string) Agreement { return w.owners[s] }

// Determiner returns the forms that a determiner stands before, 0 of another word.
func (w *Words) Determiner(s string) Agreement { return w.determiners[s].forms }

// Declined returns the forms in the singular of a person that a noun declined as an
// adjective can be after a determiner, 0 after another word: der Abgeordnete, der
// Abgeordneten.
func (w *Words) Declined(noun, determiner string) Agreement {
	return w.determiners[determiner].forms & weakEndings[endingOf(noun)] & (Masculine | Feminine)
}

// endingOf returns the ending of an adjective.
func endingOf(s string) string {
	for _, e := range [...]string{"er", "es", "en", "em", "e"} {
		if strings.HasSuffix(s, e) {
			return e
		}
	}
	return ""
}

// Genitive reports whether a name as it stands in the text has a genitive ending that
// the name itself lacks: Lang's and Langs of "Eva Lang", but not Mercedes of "Daimler".
func Genitive(inText, name string) bool {
	last := inText[strings.LastIndexByte(inText, ' ')+1:]
	base, ok := wordlist.Genitive(last)
	if !ok || last[len(base)] != 's' {
		return ok
	}
	with := false
	for w := range strings.FieldsSeq(name) {
		if w == last {
			return false
		}
		with = with || w == base || strings.HasSuffix(w, "-"+base)
	}
	return with
}
