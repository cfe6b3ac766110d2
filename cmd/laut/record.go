package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf8"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
)

// articleOf returns the article of a line that laut wrote with offsets in bytes. It is nil
// if the line is an object without claims, that is, a text to be read.
func articleOf(line []byte) (*laut.Article, error) {
	if !bytes.Contains(line, []byte(`"claims"`)) { // most texts: spare them the rest
		return nil, nil
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(line, &keys); err != nil || keys["claims"] == nil || isNull(keys["claims"]) {
		return nil, err
	}
	var r export.Record
	if err := json.Unmarshal(line, &r); err != nil {
		return nil, fmt.Errorf("not as laut writes it: %w", err)
	}
	u := unpacker{text: r.Text}
	a := &laut.Article{Document: extract.Parse(r.Text), Entities: u.entities(r.Entities)}
	for i, c := range r.Claims {
		speaker := c.Speaker
		if speaker.Entity < -1 || speaker.Entity >= len(a.Entities) || c.Parent < -1 || c.Parent >= i {
			u.fail("claim %d points at what is not there", i)
			break
		}
		a.Claims = append(a.Claims, claims.Claim{
			Kind: value[claims.Kind](&u, c.Kind), Medium: value[claims.Medium](&u, c.Medium), Stance: value[claims.Stance](&u, c.Stance),
			Content: u.spans(c.Content), Cue: u.spans(c.Cue), Frame: u.spans(c.Frame), Addressee: u.spans(c.Addressee),
			Speaker: claims.Speaker{Spans: u.spans(speaker.Spans), Entity: speaker.Entity, Name: speaker.Name, Via: value[claims.Via](&u, speaker.Via)},
			Parent:  c.Parent, Score: c.Score,
		})
	}
	return a, u.err
}

// unpacker turns what stands in a record into the library's types, and keeps the first
// thing that is wrong.
type unpacker struct {
	text string
	err  error
}

func (u *unpacker) fail(format string, args ...any) {
	if u.err == nil {
		u.err = fmt.Errorf(format, args...)
	}
}

// entities puts the mentions of each entity together.
func (u *unpacker) entities(mentions []export.Entity) []entities.Entity {
	var es []entities.Entity
	for _, m := range mentions {
		if m.ID < 0 || m.ID >= len(mentions) {
			u.fail("no entity can have the id %d", m.ID)
			return nil
		}
		for len(es) <= m.ID {
			es = append(es, entities.Entity{ID: len(es)})
		}
		e := &es[m.ID]
		e.Name, e.Label = m.Name, value[entities.Label](u, m.Label)
		e.Mentions = append(e.Mentions, entities.Mention{Span: u.span(m.Range), Form: value[entities.Form](u, m.Form)})
	}
	return es
}

func (u *unpacker) spans(rs []export.Range) []extract.Span { return each(rs, u.span) }

// span checks a range. One that cuts a letter was counted in another unit.
func (u *unpacker) span(r export.Range) extract.Span {
	if r.Start < 0 || r.End < r.Start || r.End > len(u.text) || !u.letter(r.Start) || !u.letter(r.End) {
		u.fail("offsets %d to %d do not fit the text: they are wanted in bytes", r.Start, r.End)
		return extract.Span{}
	}
	return extract.Span(r)
}

func (u *unpacker) letter(at int) bool { return at == len(u.text) || utf8.RuneStart(u.text[at]) }

// value returns the value whose String is name.
func value[T interface {
	~uint8
	fmt.Stringer
}](u *unpacker, name string) T {
	i := slices.Index(all[T](0, 31), name)
	if i < 0 {
		u.fail("%q is no %T", name, T(0))
		return 0
	}
	return T(i)
}
