package discourse

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Referent is somebody or something that the text speaks of: an entity, an unnamed
// one that nouns stand for, or several.
type Referent struct {
	Entity    int // of several the first; -1 if it has no name
	Agreement nouns.Agreement
	Label     entities.Label
	Noun      int // the token that introduces an unnamed one, else -1
}

// Place is where the text speaks of a referent.
type Place struct {
	First, Last int   // tokens
	Referent    int32 // its number in [Discourse.Referents]
	Agreement   nouns.Agreement
	Standing
	sentence, clause int32
	against          bool // after gegen
	title            bool // stands before its name, which has a place too
}

// Name is a mention of an entity by name.
type Name struct {
	Entity, First, Last int // Last is behind the last token
	Genitive            bool
}

// Discourse is who the text speaks of, from its beginning on. Its fields are to be read only. It
// remembers what it was asked, and so serves one goroutine.
type Discourse struct {
	Text      *syntax.Text
	Words     []syntax.Word // of the text
	Tags      []extract.Tag
	Reader    *nouns.Reader
	Sentence  []int32    // by token: its number; the first of a paragraph is two away from what stands before
	Clause    []int32    // by token: its number, 0 outside of clauses
	Referents []Referent // entities first
	Places    []Place    // in order of the text

	says     *saying.Sayings
	nouns    []nouns.Noun
	names    []Name
	nameOf   []int32             // by token: 1 + the name that covers it
	nounOf   []int32             // by token: 1 + the noun, where it is no part of a name
	inside   []int32             // by token: 1 + the entity named by a part of the word, or that it is derived from
	part     []bool              // by token: the name is a part: VW-Chef
	roleOf   map[int]int         // by first byte of a noun: whom the text links it to
	subjects []int32             // by first token: the end of a subject, or 0
	saying   []bool              // by first token of a subject: whether that of a verb of saying
	kinds    []Kind              // by entity, once it is asked for
	lastAt   []int32             // by entity: 1 + its last place so far
	unnamed  map[string]int      // by stem: the last unnamed referent of a definite noun
	placeAt  []int32             // by token: 1 + the place of its noun or pronoun
	before   []int32             // by token: how many places there are before it
	phrases  []nouns.Phrase      // once they are asked for
	phraseAt []int32             // by token: 1 + the phrase that ends with it
	offices  map[string][]office // by the last letters of their stems
}

// Read finds out who is spoken of. It takes time linear in the text.
func Read(says *saying.Sayings) *Discourse {
	text := says.Text()
	x := &Discourse{Text: text, Words: text.Words, says: says, Tags: text.Doc.Tags(), Reader: nouns.NewReader(text.Doc, text.Sign)}
	x.nouns = x.Reader.All()
	x.makeRoom()
	x.locateNames()
	x.locateNouns()
	x.countSentences()
	x.findSubjects()
	x.findOffices()
	x.read()
	return x
}

// NameAt returns the name that covers token t, or nil.
func (x *Discourse) NameAt(t int) *Name {
	if k := x.nameOf[t]; k != 0 {
		return &x.names[k-1]
	}
	return nil
}

// NounAt returns the noun at token t that stands for a person, a body or a place, nil where there
// is none or it is part of a name.
func (x *Discourse) NounAt(t int) *nouns.Noun {
	if k := x.nounOf[t]; k != 0 {
		return &x.nouns[k-1]
	}
	return nil
}

// PlaceAt returns the place of the noun or pronoun at token t, nil where there is none.
func (x *Discourse) PlaceAt(t int) *Place {
	if k := x.placeAt[t]; k != 0 {
		return &x.Places[k-1]
	}
	return nil
}

// PartAt returns the entity that a part of the word at token t names, or -1: VW-Chef.
func (x *Discourse) PartAt(t int) int {
	if !x.part[t] {
		return -1
	}
	return x.WithinAt(t)
}

// WithinAt returns the entity that a part of the word at token t names, or that the word is
// derived from, or -1: VW-Chef, Münchner.
func (x *Discourse) WithinAt(t int) int { return int(x.inside[t]) - 1 }

// Bearer returns the entity whose role the text makes a noun, or -1: Minister Hartmann.
func (x *Discourse) Bearer(n *nouns.Noun) int {
	if e, ok := x.roleOf[n.Start]; ok {
		return e
	}
	return -1
}

// Subject returns the end of the subject that begins with token t, 0 where none does, and whether
// its verb is one of saying.
func (x *Discourse) Subject(t int) (end int, says bool) { return int(x.subjects[t]), x.saying[t] }
