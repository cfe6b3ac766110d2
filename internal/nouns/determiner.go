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

// determiners returns the forms of "der" with the forms that they stand before.
func determiners() map[string]Agreement {
	return map[string]Agreement{
		"der": derEndings["er"], "die": derEndings["e"], "das": neutNom | neutAcc, "den": derEndings["en"], "dem": derEndings["em"], "des": mascGen | neutGen,
		"zur": femDat,
	}
}

// determinerSections put a word of a section of words/grammar.txt among the determiners,
// in all its forms.
var determinerSections = map[string]func(m map[string]Agreement, word string){
	"as dieser": func(m map[string]Agreement, stem string) { asDer(m, stem, anyForm) },
	"as jeder":  func(m map[string]Agreement, stem string) { asDer(m, stem, Singular) },
	"as ein":    func(m map[string]Agreement, stem string) { asEin(m, stem, Singular) },
	"as kein":   func(m map[string]Agreement, stem string) { asEin(m, stem, anyForm) },
	"with dem":  func(m map[string]Agreement, word string) { m[word] = mascDat | neutDat },
	"with das":  func(m map[string]Agreement, word string) { m[word] = neutAcc },
	"plural":    func(m map[string]Agreement, word string) { m[word] = Plural },
}

func asDer(m map[string]Agreement, stem string, of Agreement) {
	for e, a := range derEndings {
		m[stem+e] = a & of
	}
}

func asEin(m map[string]Agreement, stem string, of Agreement) {
	asDer(m, stem, of)
	m[stem] = mascNom | neutNom | neutAcc
	m[stem+"er"] &^= mascNom // seiner Chefin
	m[stem+"es"] = mascGen | neutGen
}

// Declined returns the forms in the singular of a person that a noun declined as an
// adjective can be after a determiner, 0 after another word: der Abgeordnete, der
// Abgeordneten.
func (w *Words) Declined(noun, determiner string) Agreement {
	return w.determiners[determiner] & weakEndings[endingOf(noun)] & (Masculine | Feminine)
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
