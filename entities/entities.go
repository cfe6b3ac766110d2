package entities

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
)

// Label is the class of an entity.
type Label uint8

// The labels.
const (
	PER  Label = iota + 1 // persons
	ORG                   // organisations: companies, parties, authorities, newspapers, clubs
	LOC                   // places: countries, towns, regions, waters, buildings
	MISC                  // other names: products, works, events
)

var labelNames = [...]string{"", "PER", "ORG", "LOC", "MISC"}

// String returns the label's name, "PER" for PER.
func (l Label) String() string { return valueName(labelNames[:], uint8(l)) }

func valueName(names []string, v uint8) string {
	if int(v) < len(names) {
		return names[v]
	}
	return "invalid"
}

// Form says how a mention gives the name.
type Form uint8

// The forms of mentions.
const (
	FormName    Form = iota // the name itself, inflected or not: Altman, Altmans
	FormPart                // a name inside a compound: "Open-AI" in "Open-AI-Gründer"
	FormDerived             // a word made of a name: Berliner, deutsch
)

var formNames = [...]string{"name", "part", "derived"}

// String returns the form's name, "name" for Name.
func (f Form) String() string { return valueName(formNames[:], uint8(f)) }

// Gender is the gender of a person, as far as the text or the name tells.
type Gender uint8

// The genders.
const (
	GenderUnknown Gender = iota
	Masculine
	Feminine
)

// Mention is one place where an entity is named: bytes of the text, and the tokens
// [First, Last) that share bytes with it. A genitive s is inside the span.
type Mention struct {
	extract.Span
	Form        Form
	First, Last int
}

// Entity is who or what is named, with all its mentions in order of the text.
// It has one label: that of all its mentions together.
type Entity struct {
	ID int // its index in the slice that Tag returns

	// Name is its longest form in the text, without title and in the nominative; the
	// place's name if only derived words name it.
	Name  string
	Label Label

	// Ref is the user's own key of an entity of his lists ([WithNames]), empty for all others.
	Ref string

	Gender Gender // of persons only

	// Number is what the grammar takes it for: die Grünen, die USA and die Vereinten
	// Nationen are Plural, all others Singular.
	Number   extract.Number
	Mentions []Mention
	Roles    []Role // what the text says it is, in order of the text
}

// Located returns entities whose mentions all have their tokens: es itself where they do, as
// those of Tag, else a copy in which they are found by their bytes. A program that makes
// entities itself need not call it.
func Located(d *extract.Document, es []Entity) []Entity {
	unlocated := func(m Mention) bool { return m.Last == 0 }
	if !slices.ContainsFunc(es, func(e Entity) bool { return slices.ContainsFunc(e.Mentions, unlocated) }) {
		return es
	}
	es = slices.Clone(es)
	for i := range es {
		es[i].Mentions = slices.Clone(es[i].Mentions)
		for k := range es[i].Mentions {
			m := &es[i].Mentions[k]
			m.First, m.Last = d.TokensIn(m.Span)
		}
	}
	return es
}

// Extract finds the entities of a document with the default extractor, in order of
// their first mention. Equal documents give equal entities; the slice is the
// caller's. Time and memory are linear in the text.
func Extract(d *extract.Document) []Entity { return standard.Extract(d) }

var standard = new(Extractor)
