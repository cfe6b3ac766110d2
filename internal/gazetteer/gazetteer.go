// Package gazetteer knows names: first names with their gender, surnames,
// towns, countries, landscape (regions, mountains, waters, small places) and
// companies.
//
//	gazetteer.Lookup("Angela")                         // Female
//	gazetteer.Lookup("Paris")                          // Town|Surname: which it is here is for the context to say
//	gazetteer.Start().Word("Sierra").Space().Word("Leone").Classes() // Country
//
// Names are found as they are written, in the nominative: the genitive s
// ("Berlins"), capitals and other spellings are the caller's matter.
//
// # Performance
//
// A look-up takes time linear in the name, about 70 ns, and does not allocate.
// The embedded file is read in place (see internal/automaton); the first look-up
// takes the time of its checksum.
//
// # Concurrency
//
// Everything is safe for concurrent use.
//
// # Data and licences
//
// names.gaz, 901 KiB, holds 207,409 names: 14,082 male and 12,421 female first
// names (those of unknown gender count as both), 111,066 surnames, 13,376 towns,
// 392 countries, 70,218 names of landscape, 10,309 companies. First names and
// surnames are those of GermaNER (Apache License 2.0), towns and companies come
// from OpenStreetMap (contributors of OpenStreetMap, CC BY-SA 2.0), countries
// from the official register of the Auswärtiges Amt (official work), landscape
// from GN250 (© GeoBasis-DE / BKG), and names of all classes from LanguageTool's
// german-pos-dict (CC BY-SA 4.0); all retrieved 2026-11-23. Entries that are
// dictionary words or that running text does not use as names are left out; see
// internal/train/gazetteer. names.gaz is under CC BY-SA 4.0 as a whole.
// `go generate` builds it.
package gazetteer

import (
	_ "embed"
	"fmt"

	"github.com/laut-nlp/laut/internal/automaton"
	"github.com/laut-nlp/laut/internal/blob"
)

//go:generate go run ../train/gazetteer -data ../../../shared -out names.gaz

// Classes is a set of classes of names.
type Classes uint8

// The classes.
const (
	Male   Classes = 1 << iota // a man's first name
	Female                     // a woman's first name
	Surname
	Town
	Country
	Landscape // regions, mountains, waters, small places
	Company   // companies and brands
	Word      // the name is a word of the dictionary too, as it is or with a small first letter
)

// FirstName are the classes of first names. A name with both may be either, or
// its gender is unknown.
const FirstName = Male | Female

// Place are the classes of places.
const Place = Town | Country | Landscape

// Has reports whether c holds all of the classes in d.
func (c Classes) Has(d Classes) bool { return c&d == d }

// HasAny reports whether c holds at least one of the classes in d.
func (c Classes) HasAny(d Classes) bool { return c&d != 0 }

// The file is sealed; its lines of text name its sources. After them and the checksum
// stands an automaton. Its strings are a name, a zero byte and a byte of classes.
const (
	magic     = "laut gazetteer 2\n"
	separator = 0
)

//go:embed names.gaz
var embedded string

var file blob.File[*automaton.Automaton]

// names opens the file at the first look-up. It is no variable with an initial
// value, which would bind the file into programs that never look anything up.
func names() *automaton.Automaton { return file.Get(open, data) }

func data() string { return embedded }

func open(data string) (*automaton.Automaton, error) {
	r, err := blob.Open(data, magic)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	a, err := automaton.New(r.Rest())
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	return a, nil
}

// Lookup returns the classes of a name, 0 if it is unknown. The words of a
// longer name are separated by single spaces.
func Lookup(name string) Classes { return Start().Word(name).Classes() }

// A State is a place in the gazetteer, reached by the words read so far. The
// zero State is dead: no name goes on like this.
type State automaton.State

// Start returns the state before the first word.
func Start() State { return State(names().Root()) }

// Word reads a word, or the rest of one.
func (s State) Word(w string) State { return State(names().Walk(automaton.State(s), w)) }

// Space reads the space between two words.
func (s State) Space() State { return State(names().Step(automaton.State(s), ' ')) }

// Classes returns the classes of the name that ends here, 0 if none does.
func (s State) Classes() Classes {
	a := names()
	t := a.Step(automaton.State(s), separator)
	if t == 0 {
		return 0
	}
	c, _ := a.First(t)
	return Classes(c)
}
