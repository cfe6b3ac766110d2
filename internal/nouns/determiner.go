package nouns

import "strings"

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
