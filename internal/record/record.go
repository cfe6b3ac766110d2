// Package record is the JSON object that laut writes of an article: its keys are a contract
// with programs outside.
package record

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/offsets"
)

// Record is an article as other programs see it. Keys are never missing, except "tokens",
// and arrays never null.
type Record struct {
	ID        json.RawMessage `json:"id"` // a string or a number
	Text      string          `json:"text"`
	Sentences []offsets.Range `json:"sentences"`
	Tokens    []Token         `json:"tokens,omitzero"` // nil unless asked for
	Entities  []Entity        `json:"entities"`        // one a mention, in order of the text
	Claims    []Claim         `json:"claims"`
}

// Token is a token: its kind by form, its part of speech (UPOS), its lemma and
// its mood ("ind", "sub", "imp").
type Token struct {
	offsets.Range
	Kind  string `json:"kind"`
	POS   string `json:"pos"`
	Lemma string `json:"lemma"`
	Mood  string `json:"mood"`
}

// Entity is one mention of an entity; mentions of the same entity share ID and Name.
type Entity struct {
	offsets.Range
	Label string `json:"label"`
	Form  string `json:"form"`
	ID    int    `json:"id"`
	Name  string `json:"name"`
	Ref   string `json:"ref,omitempty"` // of the user's list
}

// Claim is something that someone is reported to have said, written or thought.
type Claim struct {
	Kind      string          `json:"kind"`
	Medium    string          `json:"medium"`
	Stance    string          `json:"stance"`
	Content   []offsets.Range `json:"content"`
	Cue       []offsets.Range `json:"cue"`
	Frame     []offsets.Range `json:"frame"`
	Addressee []offsets.Range `json:"addressee"`
	Speaker   Speaker         `json:"speaker"`
	Parent    int             `json:"parent"` // index of the enclosing claim, or -1
	Score     float64         `json:"score"`
}

// Speaker is who makes a claim. One that nobody can be found for has entity -1 and an empty
// name.
type Speaker struct {
	Spans    []offsets.Range `json:"spans"`
	Entity   int             `json:"entity"`   // the ID of an Entity, or -1
	Entities []int           `json:"entities"` // those of all who speak, Entity the first
	Name     string          `json:"name"`
	Head     string          `json:"head"`
	Via      string          `json:"via"`
	Score    float64         `json:"score"`
}

// Article is what a record is made of.
type Article struct {
	Document *extract.Document
	Entities []entities.Entity
	Claims   []claims.Claim
}

// Of returns the record of an article with offsets in a unit, and with its tokens if they
// are asked for. Its ID is the empty string. It takes an article that is valid.
func Of(a Article, unit offsets.Unit, tokens bool) *Record {
	text := a.Document.String()
	x := offsets.NewIndex(text, unit)
	r := &Record{
		ID:        json.RawMessage(`""`),
		Text:      text,
		Sentences: make([]offsets.Range, len(a.Document.Sentences())),
		Entities:  []Entity{},
		Claims:    make([]Claim, len(a.Claims)),
	}
	for i, s := range a.Document.Sentences() {
		r.Sentences[i] = x.Span(s.Span)
	}
	if tokens {
		r.Tokens = make([]Token, len(a.Document.Tokens()))
		tags := a.Document.Tags()
		for i, t := range a.Document.Tokens() {
			r.Tokens[i] = Token{
				Range: x.Span(t.Span), Kind: t.Kind.String(),
				POS: tags[i].POS.String(), Lemma: a.Document.Lemma(i), Mood: tags[i].Mood.String(),
			}
		}
	}
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			r.Entities = append(r.Entities, Entity{
				Range: x.Span(m.Span), Label: e.Label.String(), Form: m.Form.String(), ID: e.ID.Index(), Name: e.Name, Ref: e.Ref,
			})
		}
	}
	slices.SortStableFunc(r.Entities, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.ID, b.ID))
	})
	for i, c := range a.Claims {
		r.Claims[i] = Claim{
			Kind:      c.Kind.String(),
			Medium:    c.Medium.String(),
			Stance:    c.Stance.String(),
			Content:   x.Spans(c.Content),
			Cue:       x.Spans(c.Cue),
			Frame:     x.Spans(c.Frame),
			Addressee: x.Spans(c.Addressee),
			Speaker: Speaker{
				Spans:    x.Spans(c.Speaker.Spans),
				Entity:   c.Speaker.Entity.Index(),
				Entities: []int{},
				Name:     c.Speaker.Name,
				Head:     c.Speaker.Head,
				Via:      c.Speaker.Via.String(),
				Score:    c.Speaker.Score,
			},
			Parent: c.Parent.Index(),
			Score:  c.Score,
		}
		for _, id := range c.Speaker.Entities() {
			r.Claims[i].Speaker.Entities = append(r.Claims[i].Speaker.Entities, id.Index())
		}
	}
	return r
}
