// Package wordlist holds what lists tell of the words around names, in names and
// made of names: nouns such as Chef, Firma and Straße, names that news give often,
// peoples and the adjectives of places; and how names are compared.
//
// The lists in words/ are texts that a linguist can edit: sections in brackets,
// words or lines below them, a number sign before comments. Each names its source
// and licence. They are read once, at the first call of [Load].
//
// Everything is safe for concurrent use.
package wordlist

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/sections"
)

//go:embed words/*.txt
var files embed.FS

// Class says what a noun tells of the name after it or of the name it is in.
type Class uint32

// The classes.
const (
	MaleTitle    Class = 1 << iota // Herr
	FemaleTitle                    // Frau
	AnyTitle                       // Dr.
	Man                            // Sohn, König
	Woman                          // Tochter, Königin
	Office                         // Präsident; with -in a woman
	OrgNoun                        // Firma, before a name
	OrgHead                        // Bank, the end of a name
	OrgJoin                        // Universität, takes the following name
	OrgAim                         // Bundesamt, takes "für …"
	OrgForeign                     // University
	TownHead                       // Zeitung, the end of a name behind a town's -er form
	NameHead                       // Stiftung, the end of a name behind another name
	LegalForm                      // GmbH
	Club                           // FC
	PlaceNoun                      // Stadt
	PlaceHead                      // Straße, the end of a name
	PlaceJoin                      // Schloss, takes the following name
	PlaceForeign                   // Street
	WorkNoun                       // Film
	WorkHead                       // Vertrag, the end of a name
	NeverName                      // DVD
)

// Unions of classes.
const (
	PersonTitle = MaleTitle | FemaleTitle | AnyTitle
	Person      = PersonTitle | Man | Woman | Office
)

// exact are the classes of words whose case counts and which have one form
// only.
const exact = PersonTitle | OrgForeign | LegalForm | Club | PlaceJoin | PlaceForeign | NeverName

// classes are the sections of the lists that give words a class.
var classes = map[string]Class{
	"persons/titles of men":            MaleTitle,
	"persons/titles of women":          FemaleTitle,
	"persons/titles":                   AnyTitle,
	"persons/men":                      Man,
	"persons/women":                    Woman,
	"persons/offices":                  Office,
	"organisations/before a name":      OrgNoun,
	"organisations/heads":              OrgHead,
	"organisations/heads behind towns": TownHead,
	"organisations/heads behind names": NameHead,
	"organisations/joining":            OrgJoin,
	"organisations/with an aim":        OrgAim,
	"organisations/foreign":            OrgForeign,
	"organisations/legal forms":        LegalForm,
	"organisations/clubs":              Club,
	"places/before a name":             PlaceNoun,
	"places/heads":                     PlaceHead,
	"places/one-word ends":             PlaceHead,
	"places/joining":                   PlaceJoin,
	"places/foreign":                   PlaceForeign,
	"works/before a name":              WorkNoun,
	"works/heads":                      WorkHead,
	"nouns/never a name":               NeverName,
}

// LongestWord is in bytes; a longer token is no name.
const LongestWord = 100

// Listed is a name of words/names.txt.
type Listed struct {
	Label string // PER, ORG, LOC or MISC
	Party bool
	When  byte // 0 always, '~' not behind a determiner, '?' only in quotation marks or behind a noun such as Zeitung
	Exact string
}

// Set is a set of words.
type Set map[string]struct{}

// Has reports whether w is in the set.
func (s Set) Has(w string) bool {
	_, ok := s[w]
	return ok
}

// Lists holds the word lists. It is immutable once read.
type Lists struct {
	Capitals map[string]Class    // words of an exact class, as they are written
	Names    map[string][]Listed // by KeyOf
	Openers  map[string]int      // the first word of a name, by KeyOf: bytes of the longest key that begins so
	Places   Set                 // of peoples
	World    Set                 // places that other lists lack

	TownEnds, Determiners, Particles, Nobility, Cries, Currencies Set
	ShortOutside, ShortGiven                                      Set // abbreviations without their stop
	StateBodies, BodyEnds, LawEnds                                Set

	GivenMen, GivenWomen Set // given names whose gender the gazetteer does not know, or has wrong

	nouns     map[string]Class  // in small letters
	inflected map[string]Class  // their forms
	ends      map[string]Class  // ends of compounds
	peoples   map[string]string // adjective or people in small letters: the place
}

// Load returns the lists.
func Load() *Lists { return load() }

var load = sync.OnceValue(read)

func read() *Lists {
	l := &Lists{
		Capitals: map[string]Class{}, Names: map[string][]Listed{}, Openers: map[string]int{}, Places: Set{},
		nouns: map[string]Class{}, ends: map[string]Class{}, peoples: map[string]string{},
	}
	sets := map[string]*Set{
		"places/world":                       &l.World,
		"places/ends of unknown towns":       &l.TownEnds,
		"context/determiners":                &l.Determiners,
		"context/inside persons":             &l.Particles,
		"context/nobility":                   &l.Nobility,
		"context/cries":                      &l.Cries,
		"context/currencies":                 &l.Currencies,
		"context/shortened outside of names": &l.ShortOutside,
		"context/shortened inside persons":   &l.ShortGiven,
		"organisations/state bodies":         &l.StateBodies,
		"given/men":                          &l.GivenMen,
		"given/women":                        &l.GivenWomen,

		"organisations/state bodies in compounds": &l.BodyEnds,
		"works/laws in compounds":                 &l.LawEnds,
	}
	for _, s := range sets {
		*s = Set{}
	}
	for _, file := range []string{"persons", "organisations", "places", "works", "nouns", "context", "given"} {
		Sections(file, func(section, line string) error {
			c, s := classes[file+"/"+section], sets[file+"/"+section]
			if c == 0 && s == nil {
				return fmt.Errorf("unknown section %q", section)
			}
			for _, w := range strings.Fields(line) {
				switch {
				case s != nil:
					(*s)[w] = struct{}{}
				case c&exact != 0:
					l.Capitals[w] |= c
				case w[0] == '-':
					l.ends[w[1:]] |= c
				default:
					l.nouns[strings.ToLower(w)] |= c
				}
			}
			return nil
		})
	}
	l.inflect()
	Sections("names", l.addName)
	Sections("peoples", func(_, line string) error {
		place, forms, _ := strings.Cut(line, ":")
		l.Places[place] = struct{}{}
		for _, f := range strings.Fields(forms) {
			l.peoples[strings.ToLower(f)] = place
		}
		return nil
	})
	return l
}

// Sections hands out the lines of words/file.txt with the section that they are
// in. The file must be one of the package's. It panics with what line says is wrong:
// that is a fault of the build, which the tests rule out.
func Sections(file string, line func(section, line string) error) {
	text, err := files.ReadFile("words/" + file + ".txt")
	if err == nil {
		err = sections.Read("wordlist/words/"+file+".txt", string(text), line)
	}
	if err != nil {
		panic(err)
	}
}

// addName adds a line of names.txt. The section's last word is the label.
func (l *Lists) addName(section, line string) error {
	n := Listed{Party: section == "parties ORG", Label: section[strings.LastIndexByte(section, ' ')+1:]}
	if strings.HasSuffix(line, " ?") || strings.HasSuffix(line, " ~") {
		n.When = line[len(line)-1]
		line = line[:len(line)-2]
	}
	n.Exact = line
	key := KeyOf(line)
	l.Names[key] = append(l.Names[key], n)
	first, _, _ := strings.Cut(line, " ")
	fore := first[:len(first)-len(strings.TrimLeftFunc(first, letters.Is))] // a tokeniser may cut "Sat.1" after its letters
	for _, f := range []string{first, fore} {
		if o := string(Bare(Fold(nil, f))); o != "" {
			l.Openers[o] = max(l.Openers[o], len(key))
		}
	}
	return nil
}

// KeyOf returns the folded words of a name, each without the ending of an
// adjective.
func KeyOf(name string) string {
	var buf [64]byte
	key := buf[:0]
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '/' }) {
		start := len(key)
		key = Fold(key, w)
		key = append(key[:start], Bare(key[start:])...)
	}
	return string(key)
}

// Inflected reports whether s is the name or a form of it: Bundestages,
// Niederlanden.
func (n Listed) Inflected(s string) bool {
	if len(s) < len(n.Exact) || !strings.EqualFold(s[:len(n.Exact)], n.Exact) {
		return false
	}
	switch s[len(n.Exact):] {
	case "", "s", "es", "'s", "’s", "'", "’":
		return true
	case "n":
		return n.Label == "LOC"
	}
	return false
}

// InCapitals reports whether a name is written in capitals, or so short that its
// case counts.
func (n Listed) InCapitals() bool { return len(n.Exact) <= 3 || Form(n.Exact)&AllCaps != 0 }

// IsLegalForm reports whether a word is a legal form of companies, with or without its dot, or
// joins two: GmbH, Co, &.
func (l *Lists) IsLegalForm(w string) bool {
	return w == "&" || (l.Capitals[w]|l.Capitals[w+"."]|l.Capitals[strings.TrimSuffix(w, ".")])&LegalForm != 0
}
