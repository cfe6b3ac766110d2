package entities

import (
	"fmt"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// nounSense is what words/roles.txt tells of a noun.
type nounSense uint16

const (
	sensePerson nounSense = 1 << iota
	senseMan              // men even in the plural
	senseWoman
	senseEither   // das Mitglied: the noun's gender is not the person's
	sensePlural   // has no singular: Leute
	senseDeclined // declined as an adjective: der Vorsitzende, ein Vorsitzender
	senseOrg
	senseMostlyOrg // rather an organisation than a person: Hersteller
	senseWhole     // not as the end of a compound
	sensePlace
	senseNeither
	senseNoRole
)

var nounSenses = map[string]nounSense{
	"men":                          sensePerson | senseMan,
	"women":                        sensePerson | senseWoman,
	"women as whole words":         sensePerson | senseWoman | senseWhole,
	"persons":                      sensePerson,
	"persons of either gender":     sensePerson | senseEither,
	"plural persons":               sensePerson | senseEither | sensePlural,
	"declined as adjectives":       sensePerson | senseDeclined,
	"persons or organisations":     sensePerson | senseOrg,
	"organisations":                senseOrg | senseMostlyOrg,
	"organisations as whole words": senseOrg | senseMostlyOrg | senseWhole,
	"organisations as ends":        senseOrg,
	"places":                       sensePlace,
	"neither":                      senseNeither,
	"no role":                      senseNoRole,
}

// roleLists are the words that nouns and roles are found by. It is immutable
// once read.
type roleLists struct {
	senses       map[string]nounSense // nominative singular
	longestSense int                  // bytes
	copulas      wordlist.Set
	taken        wordlist.Set // participles: zum Präsidenten gewählt
	holding      wordlist.Set // lemmas: als Lehrerin arbeiten
	parties      wordlist.Set
}

var roleWords = sync.OnceValue(readRoleWords)

func readRoleWords() *roleLists {
	l := &roleLists{senses: map[string]nounSense{}, copulas: wordlist.Set{}, taken: wordlist.Set{}, holding: wordlist.Set{}, parties: wordlist.Set{}}
	sets := map[string]wordlist.Set{"copulas": l.copulas, "offices taken": l.taken, "verbs of office": l.holding}
	wordlist.Sections("roles", func(section, line string) error {
		sense, set := nounSenses[section], sets[section]
		if sense == 0 && set == nil {
			return fmt.Errorf("unknown section %q", section)
		}
		for _, w := range strings.Fields(line) {
			if set != nil {
				set[w] = struct{}{}
				continue
			}
			l.senses[w] |= sense
		}
		return nil
	})
	wordlist.Sections("persons", func(section, line string) error {
		sense := map[string]nounSense{"men": sensePerson, "women": sensePerson | senseWoman, "offices": sensePerson}[section]
		for _, w := range strings.Fields(line) {
			if w[0] != '-' && sense != 0 && l.senses[w]&(sensePerson|senseNeither) == 0 && !l.declined(w) {
				l.senses[w] |= sense
			}
		}
		return nil
	})
	wordlist.Sections("peoples", func(_, line string) error {
		_, forms, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(forms) {
			if letters.IsUpper(w) && !strings.HasSuffix(w, "isch") && l.senses[w] == 0 {
				l.senses[w] = sensePerson // der Franzose
			}
		}
		return nil
	})
	wordlist.Sections("names", func(section, line string) error {
		if section == "parties ORG" {
			l.parties[strings.TrimRight(line, " ?~")] = struct{}{}
		}
		return nil
	})
	for w := range l.senses {
		l.longestSense = max(l.longestSense, len(w))
	}
	return l
}

// declined reports whether w ends with a noun that is declined as an adjective:
// Parteivorsitzender.
func (l *roleLists) declined(w string) bool {
	w, ok := strings.CutSuffix(w, "r")
	for i := range w {
		if ok && (i == 0 || i >= 3) && l.senses[capitalised(w[i:])]&senseDeclined != 0 {
			return true
		}
	}
	return false
}
