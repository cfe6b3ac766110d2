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
	x := source{a, offsets.NewIndex(a.Document.String(), unit)}
	r := &Record{
		ID:        json.RawMessage(`""`),
		Text:      a.Document.String(),
		Sentences: all(len(a.Document.Sentences()), x.sentence),
		Entities:  all(x.mentions()),
		Claims:    all(len(a.Claims), x.claim),
	}
	if tokens {
		r.Tokens = all(len(a.Document.Tokens()), x.token)
	}
	return r
}

func all[T any](n int, at func(int) T) []T {
	out := make([]T, n)
	for i := range out {
		out[i] = at(i)
	}
	return out
}

// source makes the parts of a record, each by its number.
type source struct {
	Article
	offsets.Index
}

func (x source) sentence(i int) offsets.Range { return x.Span(x.Document.Sentences()[i].Span) }

func (x source) token(i int) Token {
	t, tag := x.Document.Tokens()[i], x.Document.Tags()[i]
	return Token{
		Range: x.Span(t.Span), Kind: t.Kind.String(),
		POS: tag.POS.String(), Lemma: x.Document.Lemma(i), Mood: tag.Mood.String(),
	}
}

// mentions returns how many mentions of entities there are, and each of them in the order
// of the text.
func (x source) mentions() (n int, at func(int) Entity) {
	type place struct{ entity, mention int32 }
	var places []place
	for e := range x.Entities {
		for m := range x.Entities[e].Mentions {
			places = append(places, place{int32(e), int32(m)})
		}
	}
	of := func(p place) (*entities.Entity, *entities.Mention) {
		e := &x.Entities[p.entity]
		return e, &e.Mentions[p.mention]
	}
	slices.SortStableFunc(places, func(a, b place) int {
		x, m := of(a)
		y, n := of(b)
		return cmp.Or(cmp.Compare(m.Start, n.Start), cmp.Compare(n.End, m.End), cmp.Compare(x.ID, y.ID))
	})
	return len(places), func(i int) Entity {
		e, m := of(places[i])
		return Entity{Range: x.Span(m.Span), Label: e.Label.String(), Form: m.Form.String(), ID: e.ID.Index(), Name: e.Name, Ref: e.Ref}
	}
}

func (x source) claim(i int) Claim {
	c := &x.Claims[i]
	speakers := []int{}
	for _, id := range c.Speaker.Entities() {
		speakers = append(speakers, id.Index())
	}
	return Claim{
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
			Entities: speakers,
			Name:     c.Speaker.Name,
			Head:     c.Speaker.Head,
			Via:      c.Speaker.Via.String(),
			Score:    c.Speaker.Score,
		},
		Parent: c.Parent.Index(),
		Score:  c.Score,
	}
}
