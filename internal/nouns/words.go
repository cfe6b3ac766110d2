package nouns

import (
	"fmt"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// senses are what words/roles.txt tells of a noun.
type senses uint16

const (
	sensePerson senses = 1 << iota
	senseMan           // men even in the plural
	senseWoman
	senseEither   // das Mitglied: the noun's gender is not the person's
	sensePlural   // has no singular: Leute
	senseDeclined // declined as an adjective: der Vorsitzende, ein Vorsitzender
	senseBody
	senseMostlyBody // rather an organisation than a person: Hersteller
	senseWhole      // not as the end of a compound
	sensePlace
	senseNeither
	senseNoRole
)

var senseSections = map[string]senses{
	"men":                          sensePerson | senseMan,
	"women":                        sensePerson | senseWoman,
	"women as whole words":         sensePerson | senseWoman | senseWhole,
	"persons":                      sensePerson,
	"persons of either gender":     sensePerson | senseEither,
	"plural persons":               sensePerson | senseEither | sensePlural,
	"declined as adjectives":       sensePerson | senseDeclined,
	"persons or organisations":     sensePerson | senseBody,
	"organisations":                senseBody | senseMostlyBody,
	"organisations as whole words": senseBody | senseMostlyBody | senseWhole,
	"organisations as ends":        senseBody,
	"places":                       sensePlace,
	"neither":                      senseNeither,
	"no role":                      senseNoRole,
}

// Words are those of words/roles.txt and words/grammar.txt. They are immutable once
// read.
type Words struct {
	Copulas wordlist.Set
	Taken   wordlist.Set // participles: zum Präsidenten gewählt
	Holding wordlist.Set // lemmas: als Lehrerin arbeiten

	Genitives   wordlist.Set // determiners that open a genitive after a noun
	Owners      wordlist.Set // prepositions that tell whose or for whom a noun is
	Complements wordlist.Set // others that hang on a noun
	Early       wordlist.Set // adverbs before an apposition: zuletzt Ministerin
	Since       wordlist.Set // prepositions that tell since when
	Negations   wordlist.Set
	Own         wordlist.Set // the forms of "eigen"
	Address     wordlist.Set // forms of address before a name

	dative, accusative, either wordlist.Set // prepositions by their case
	determiners                map[string]determiner
	owners                     map[string]Agreement // by possessive
	senses                     map[string]senses    // by nominative singular
	longest                    int                  // bytes of a word that has a sense
	small                      map[string]string    // what may stand before a noun, by its spelling with a capital
}

// Load returns the words.
func Load() *Words { return load() }

var load = sync.OnceValue(func() *Words {
	w := &Words{senses: map[string]senses{}, determiners: determiners(), owners: map[string]Agreement{}}
	sets := map[string]*wordlist.Set{
		"copulas": &w.Copulas, "offices taken": &w.Taken, "verbs of office": &w.Holding,
		"genitives": &w.Genitives, "owners": &w.Owners, "complements": &w.Complements, "before an apposition": &w.Early,
		"since": &w.Since, "negations": &w.Negations, "own": &w.Own, "forms of address": &w.Address,
		"before a dative": &w.dative, "before an accusative": &w.accusative, "before either": &w.either,
	}
	for _, s := range sets {
		*s = wordlist.Set{}
	}
	for _, file := range [...]string{"roles", "grammar"} {
		wordlist.Sections(file, func(section, line string) error {
			set, sense, add := sets[section], senseSections[section], determinerSections[section]
			for _, word := range strings.Fields(line) {
				switch {
				case set != nil:
					(*set)[word] = struct{}{}
				case sense != 0:
					w.senses[word] |= sense
				case add != nil:
					add(w, word)
				default:
					return fmt.Errorf("unknown section %q", section)
				}
			}
			return nil
		})
	}
	w.addPersons()
	w.addCapitals()
	return w
})

// addCapitals notes how the words that may stand before a noun begin a sentence.
func (w *Words) addCapitals() {
	w.small = map[string]string{}
	add := func(word string) {
		if !letters.IsUpper(word) {
			w.small[letters.UpperFirst(word)] = word
		}
	}
	for word := range w.determiners {
		add(word)
	}
	for _, set := range [...]wordlist.Set{w.dative, w.accusative, w.either, {"als": {}}} {
		for word := range set {
			add(word)
		}
	}
}

// addPersons adds the persons of the other lists.
func (w *Words) addPersons() {
	wordlist.Sections("persons", func(section, line string) error {
		sense := map[string]senses{"men": sensePerson, "women": sensePerson | senseWoman, "offices": sensePerson}[section]
		for _, word := range strings.Fields(line) {
			if word[0] != '-' && sense != 0 && w.senses[word]&(sensePerson|senseNeither) == 0 && !w.declined(word) {
				w.senses[word] |= sense
			}
		}
		return nil
	})
	wordlist.Sections("peoples", func(_, line string) error {
		_, forms, _ := strings.Cut(line, ":")
		for _, word := range strings.Fields(forms) {
			if letters.IsUpper(word) && !strings.HasSuffix(word, "isch") && w.senses[word] == 0 {
				w.senses[word] = sensePerson // der Franzose
			}
		}
		return nil
	})
	for word := range w.senses {
		w.longest = max(w.longest, len(word))
	}
}

// declined reports whether a word ends with a noun that is declined as an adjective:
// Parteivorsitzender.
func (w *Words) declined(word string) bool {
	word, ok := strings.CutSuffix(word, "r")
	for i := range word {
		if ok && (i == 0 || i >= 3) && w.senses[capitalised(word[i:])]&senseDeclined != 0 {
			return true
		}
	}
	return false
}
