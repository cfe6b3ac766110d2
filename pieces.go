package laut

import (
	"context"
	"slices"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/inorder"
)

// A text longer than longBytes is no article but an archive in one piece. It is read in
// pieces of about pieceBytes, so that what the stages need beside their results is bounded.
const (
	longBytes  = 1 << 19
	pieceBytes = 1 << 18
)

// piecesAtOnce is how many pieces are read at once at most. Each takes some 45 MB: with more, a
// text of 30 MB would take over twenty times its size.
const piecesAtOnce = 2

// readPieces reads a long document in pieces of about so many bytes. Entities
// of one label, name and gender are the same in all of them.
func (r *Reader) readPieces(ctx context.Context, d *extract.Document, size int) (*Article, error) {
	type piece struct {
		begin, end int
		article    *Article
		err        error
	}
	var all []piece
	begin := 0
	for _, end := range pieces(d, size) {
		all = append(all, piece{begin: begin, end: end})
		begin = end
	}
	read := func(ctx context.Context, p piece) piece {
		p.article, p.err = r.readDocument(ctx, d.String()[p.begin:p.end])
		return p
	}
	j := joined{article: &Article{Document: d}, index: make(map[entityKey]int)}
	for p := range inorder.Map(ctx, slices.Values(all), piecesAtOnce, read) { // ends early only if ctx does
		if p.err != nil {
			return nil, p.err
		}
		j.add(p.article, p.begin)
		all = all[1:]
	}
	if len(all) > 0 {
		return nil, ctx.Err()
	}
	return j.article, nil
}

// pieces returns where the pieces of a document end: at paragraphs, in one that is longer
// than a piece at sentences, and never inside a quotation unless it is longer than a piece.
func pieces(d *extract.Document, size int) (ends []int) {
	begin, whole := 0, 0
	quotations := d.Quotations()
	open := 0 // the end of the quotations that began before
	cut := func(at int) {
		if at-begin >= size {
			ends = append(ends, at)
			begin = at
		}
	}
	for _, p := range d.Paragraphs() {
		for len(quotations) > 0 && quotations[0].Start < p.Start {
			open = max(open, quotations[0].End)
			quotations = quotations[1:]
		}
		if open <= p.Start || p.Start-whole > size {
			cut(p.Start)
			whole = p.Start
		}
		if p.Len() <= size {
			continue
		}
		for first, _ := d.SentencesIn(p.Span); first < len(d.Sentences()) && d.Sentences()[first].Start < p.End; first++ {
			cut(d.Sentences()[first].Start)
		}
	}
	return append(ends, len(d.String()))
}

// joined is an article made of those of its pieces.
type joined struct {
	article *Article
	index   map[entityKey]int // of the entities
}

type entityKey struct {
	label     entities.Label
	name, ref string
	gender    entities.Gender
}

// add adds what was found in a piece that begins at a byte of the text.
func (j *joined) add(piece *Article, begin int) {
	a := j.article
	shift := func(spans []extract.Span) []extract.Span {
		if spans == nil {
			return nil
		}
		out := make([]extract.Span, len(spans))
		for i, s := range spans {
			out[i] = moved(s, begin)
		}
		return out
	}
	ids := make([]entities.ID, len(piece.Entities)+1) // by the id in the piece; 0 stays nobody
	for _, e := range piece.Entities {
		key := entityKey{e.Label, e.Name, e.Ref, e.Gender}
		k, ok := j.index[key]
		if !ok {
			k = len(a.Entities)
			j.index[key] = k
			a.Entities = append(a.Entities, e)
			own := &a.Entities[k]
			own.ID, own.Mentions, own.Roles = entities.ID(k+1), nil, nil
		}
		ids[e.ID] = a.Entities[k].ID
	}
	for _, e := range piece.Entities {
		own := &a.Entities[ids[e.ID].Index()]
		own.Mentions = slices.Grow(own.Mentions, len(e.Mentions))
		for _, m := range e.Mentions {
			m.Span = moved(m.Span, begin)
			m.First, m.Last = a.Document.TokensIn(m.Span)
			own.Mentions = append(own.Mentions, m)
		}
		for _, role := range e.Roles {
			role.Span, role.Noun, role.Of = moved(role.Span, begin), moved(role.Noun, begin), ids[role.Of]
			own.Roles = append(own.Roles, role)
		}
	}
	first := claims.ID(len(a.Claims))
	for _, c := range piece.Claims {
		c.Content, c.Cue, c.Frame, c.Addressee = shift(c.Content), shift(c.Cue), shift(c.Frame), shift(c.Addressee)
		c.Speaker.Spans, c.Speaker.Entity = shift(c.Speaker.Spans), ids[c.Speaker.Entity]
		for i, id := range c.Speaker.Others { // of this piece alone
			c.Speaker.Others[i] = ids[id]
		}
		if c.Parent != 0 {
			c.Parent += first
		}
		a.Claims = append(a.Claims, c)
	}
}

// moved returns a span counted from the beginning of the text. An empty one stays zero.
func moved(s extract.Span, begin int) extract.Span {
	if s == (extract.Span{}) {
		return s
	}
	return extract.Span{Start: s.Start + begin, End: s.End + begin}
}
