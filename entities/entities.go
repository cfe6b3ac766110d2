package entities

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/enum"
	"github.com/laut-nlp/laut/internal/nouns"
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

var labelNames = enum.Names[Label]{What: "label", Names: []string{"", "PER", "ORG", "LOC", "MISC"}}

// String returns the name, "PER" for PER.
func (l Label) String() string { return labelNames.String(l) }

// MarshalText returns the name; a number without one is an error.
func (l Label) MarshalText() ([]byte, error) { return labelNames.MarshalText(l) }

// UnmarshalText sets the label by its name. The error of an unknown one tells which there are.
func (l *Label) UnmarshalText(name []byte) error { return labelNames.UnmarshalText(l, name) }

// Labels returns all labels.
func Labels() []Label { return labelNames.Values() }

// Form says how a mention gives the name.
type Form uint8

// The forms of mentions.
const (
	FormName    Form = iota // the name itself, inflected or not: Altman, Altmans
	FormPart                // a name inside a compound: "Open-AI" in "Open-AI-Gründer"
	FormDerived             // a word made of a name: Berliner, deutsch
)

var formNames = enum.Names[Form]{What: "form", Names: []string{"name", "part", "derived"}}

// String returns the name, "name" for FormName.
func (f Form) String() string { return formNames.String(f) }

// MarshalText returns the name; a number without one is an error.
func (f Form) MarshalText() ([]byte, error) { return formNames.MarshalText(f) }

// UnmarshalText sets the form by its name. The error of an unknown one tells which there are.
func (f *Form) UnmarshalText(name []byte) error { return formNames.UnmarshalText(f, name) }

// Forms returns all forms.
func Forms() []Form { return formNames.Values() }

// Gender is the gender of a person, as far as the text or the name tells, and that of a noun.
type Gender uint8

// The genders.
const (
	GenderUnknown Gender = iota
	Masculine
	Feminine
	Neuter // of nouns such as das Unternehmen; no person has it
)

var genderNames = enum.Names[Gender]{What: "gender", Names: []string{"", "masc", "fem", "neut"}}

// String returns the name, "fem" for Feminine and "" for GenderUnknown.
func (g Gender) String() string { return genderNames.String(g) }

// MarshalText returns the name; a number without one is an error.
func (g Gender) MarshalText() ([]byte, error) { return genderNames.MarshalText(g) }

// UnmarshalText sets the gender by its name. The error of an unknown one tells which there are.
func (g *Gender) UnmarshalText(name []byte) error { return genderNames.UnmarshalText(g, name) }

// Genders returns all genders.
func Genders() []Gender { return genderNames.Values() }

// Mention is one place where an entity is named: bytes of the text, and the tokens
// [First, Last) that share bytes with it. A genitive s is inside the span.
type Mention struct {
	extract.Span
	Form        Form
	First, Last int
}

// ID is the number of an entity in its article, counted from 1, in the order that Extract
// returns them in. The zero ID is nobody's.
type ID int

// Index returns the place of the entity in the slice that Extract returns, -1 for nobody.
func (id ID) Index() int { return int(id) - 1 }

// Entity is who or what is named, with all its mentions in order of the text.
// It has one label: that of all its mentions together.
type Entity struct {
	ID ID

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
// those of Extract, else a copy in which they are found by their bytes. A program that makes
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

// Noun is a common noun that stands for persons or organisations: "Minister",
// "Sprecherinnen", "Open-AI-Gründer", "Unternehmen".
type Noun struct {
	extract.Span       // the token, without article and adjectives
	Token        int   // its index in Document.Tokens
	Label        Label // PER or ORG
	// Gender is that of the person, as far as noun, article and adjectives tell:
	// unknown for Mitglied, which says nothing of it, for the plural Politiker, and
	// for die Abgeordneten. Of an organisation in the singular it is the gender of
	// the noun, by which pronouns refer to it.
	Gender Gender
	Plural bool
	// Lemma is the nominative singular, "Vorsitzender" of a man, "Vorsitzende" of a
	// woman and of several; front and head of a compound: "Open-AI-Gründer".
	Lemma string
}

// Nouns returns the nouns of a document that stand for persons and
// organisations, in order of the text: those of word lists, and nouns that the
// lexicon has a feminine form of (Berater, Beraterin); of compounds the end
// counts. Number and gender come from the forms of noun, article and
// adjectives; where these leave it open, neighbours decide, and at last the
// singular after an article, else the plural.
//
// A noun that is part of a name is among them if the tags call it a noun (Bank
// in Deutsche Bank); those inside of mentions are for the caller to leave out.
// Furniture of a web page has no nouns.
//
// Nouns needs the document's tags. Besides them it takes time linear in the
// text. It is safe for concurrent use; the slice is the caller's.
func Nouns(d *extract.Document) []Noun {
	if len(d.Tokens()) == 0 {
		return nil
	}
	var out []Noun
	for _, n := range nouns.NewReader(d, nil).All() {
		label := PER
		if n.Kind == nouns.Body {
			label = ORG
		}
		out = append(out, Noun{n.Span, n.Token, label, genders[n.Gender], n.Plural, n.Lemma})
	}
	return out
}

var genders = map[nouns.Agreement]Gender{nouns.Masculine: Masculine, nouns.Feminine: Feminine, nouns.Neuter: Neuter}
