package main

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
	"github.com/laut-nlp/laut/internal/who"
)

// record is a line of the newsroom corpus, offsets in bytes.
type record struct {
	ID     string
	Text   string
	Claims []goldClaim
}

type goldClaim struct {
	Kind, Medium, Stance                    string
	Content, Speaker, Cue, Frame, Addressee []extract.Span
}

// article is an annotated article on our own tokens.
type article struct {
	id, part string // part is the file's name
	doc      *extract.Document
	view     *spans.View
	reading  *spans.Reading // by the models that have not seen the article
	gold     []claim.Claim  // the annotated ones
	found    []claim.Claim
	who      *who.Discourse
}

// read reads the annotated articles of a file and analyses them as users' texts are.
func read(name, part string) ([]*article, error) {
	var out []*article
	for line := range corpus.Lines(name) {
		if line.Err != nil {
			return nil, line.Err
		}
		var r record
		if err := json.Unmarshal(line.Data, &r); err != nil {
			return nil, fmt.Errorf("%s: %w", line.Where, err)
		}
		a, err := newArticle(&r)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", line.Where, r.ID, err)
		}
		a.part = part
		out = append(out, a)
	}
	return out, nil
}

func newArticle(r *record) (*article, error) {
	a := &article{id: r.ID, doc: extract.Parse(r.Text)}
	says := saying.Find(syntax.New(a.doc, entities.Extract(a.doc), saying.Cues()))
	a.view, a.who = spans.New(says, rules.Find(says)), who.Read(says)
	for _, q := range r.Claims {
		var c claim.Claim
		for _, field := range [...]struct {
			value string
			names []string
			set   func(k int)
		}{
			{q.Kind, claim.KindNames[:], func(k int) { c.Kind = claim.Kind(k) }},
			{q.Medium, claim.MediumNames[:], func(k int) { c.Medium = claim.Medium(k) }},
			{q.Stance, claim.StanceNames[:], func(k int) { c.Stance = claim.Stance(k) }},
		} {
			k := slices.Index(field.names, field.value)
			if k < 1 {
				return nil, fmt.Errorf("%q is no kind, medium or stance", field.value)
			}
			field.set(k)
		}
		c.Parent = -1
		c.Content, c.Speaker, c.Cue = a.tokens(q.Content), a.tokens(q.Speaker), a.tokens(q.Cue)
		c.Frame, c.Addressee = a.tokens(q.Frame), a.tokens(q.Addressee)
		if len(c.Content) > 0 {
			a.gold = append(a.gold, c)
		}
	}
	claim.Sort(a.gold)
	return a, nil
}

// tokens returns our tokens that overlap the spans, which stand in order.
func (a *article) tokens(ss []extract.Span) []int {
	var out []int
	for _, s := range ss {
		first, last := a.doc.TokensIn(s)
		for i := first; i < last; i++ {
			if n := len(out); n == 0 || out[n-1] < i {
				out = append(out, i)
			}
		}
	}
	return out
}
