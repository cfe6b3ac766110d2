package export

import (
	"cmp"
	_ "embed"
	"slices"

	laut "github.com/laut-nlp/laut"
)

// Record is one line of JSON Lines: an article as other programs see it. Decode
// a line into a Record to read it back in Go. Keys are never missing, except
// "tokens", and arrays never null.
type Record struct {
	ID        ID       `json:"id"`
	Text      string   `json:"text"`
	Sentences []Range  `json:"sentences"`
	Tokens    []Token  `json:"tokens,omitzero"` // nil unless asked for
	Entities  []Entity `json:"entities"`        // one a mention, in order of the text
	Claims    []Claim  `json:"claims"`
}

// Range is a half-open range of offsets into the text.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Token is a token: its kind by form, its part of speech (UPOS), its lemma and
// its mood ("ind", "sub", "imp").
type Token struct {
	Range
	Kind  string `json:"kind"`
	POS   string `json:"pos"`
	Lemma string `json:"lemma"`
	Mood  string `json:"mood"`
}

// Entity is one mention of an entity; mentions of the same entity share ID and Name.
type Entity struct {
	Range
	Label string `json:"label"`
	Form  string `json:"form"`
	ID    int    `json:"id"`
	Name  string `json:"name"`
}

// Claim is something that someone is reported to have said, written or thought.
type Claim struct {
	Kind      string  `json:"kind"`
	Medium    string  `json:"medium"`
	Stance    string  `json:"stance"`
	Content   []Range `json:"content"`
	Cue       []Range `json:"cue"`
	Frame     []Range `json:"frame"`
	Addressee []Range `json:"addressee"`
	Speaker   Speaker `json:"speaker"`
	Parent    int     `json:"parent"` // index of the enclosing claim, or -1
	Score     float32 `json:"score"`
}

// Speaker is who makes a claim. One that nobody can be found for has no spans,
// entity -1 and an empty name.
type Speaker struct {
	Spans  []Range `json:"spans"`
	Entity int     `json:"entity"` // the ID of an Entity, or -1
	Name   string  `json:"name"`
	Via    string  `json:"via"`
}

func (f JSONLines) record(id ID, a *laut.Article) *Record {
	text := a.Document.Text()
	x := newIndex(text, f.Offsets)
	r := &Record{
		ID:        id,
		Text:      text,
		Sentences: make([]Range, len(a.Document.Sentences())),
		Entities:  []Entity{},
		Claims:    make([]Claim, len(a.Claims)),
	}
	for i, s := range a.Document.Sentences() {
		r.Sentences[i] = x.span(s.Span)
	}
	if f.Tokens {
		r.Tokens = make([]Token, len(a.Document.Tokens()))
		tags := a.Document.Tags()
		for i, t := range a.Document.Tokens() {
			r.Tokens[i] = Token{
				Range: x.span(t.Span), Kind: t.Kind.String(),
				POS: tags[i].POS.String(), Lemma: a.Document.Lemma(i), Mood: tags[i].Mood.String(),
			}
		}
	}
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			r.Entities = append(r.Entities, Entity{
				Range: x.span(m.Span), Label: e.Label.String(), Form: m.Form.String(), ID: e.ID, Name: e.Name,
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
			Content:   x.spans(c.Content),
			Cue:       x.spans(c.Cue),
			Frame:     x.spans(c.Frame),
			Addressee: x.spans(c.Addressee),
			Speaker: Speaker{
				Spans:  x.spans(c.Speaker.Spans),
				Entity: c.Speaker.Entity,
				Name:   c.Speaker.Name,
				Via:    c.Speaker.Via.String(),
			},
			Parent: c.Parent,
			Score:  c.Score,
		}
	}
	return r
}

// RecordSchema is the JSON Schema (draft 2020-12) of a line of [JSONLines], with a
// description of each key. What it allows beyond what laut writes are other keys, since
// later versions may add some.
//
//go:embed schema/record.schema.json
var RecordSchema string
