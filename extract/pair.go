package extract

import "github.com/laut-nlp/laut/internal/stop"

// maxDepth is how deep quotations nest. Printed German has three levels; the
// bound keeps pairing linear whatever the text.
const maxDepth = 8

// maxGap is how many paragraphs on a quotation may close that is not re-opened.
const maxGap = 3

// openMark is an opening mark that waits for its closing one.
type openMark struct {
	family    int
	index     int // of its quotation, reserved when the mark was opened
	paragraph int
}

// pair finds the quotations of a document.
//
// Inside a paragraph a closing mark takes the nearest open mark of its family;
// open marks above it are given up, so that pairs never cross. At the end of a
// paragraph open marks are given up as well, with two exceptions: the next
// paragraph begins with the same opening mark again, as long quotations are
// printed, or the next mark of the text is the missing closing one, at most
// maxGap paragraphs on. So one missing mark costs one quotation, not the article.
func pair(d *Document, sign *stop.Sign) []Quotation {
	n := 0
	for _, t := range d.tokens {
		if t.Kind == OpenQuote {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	p := pairing{d: d, all: make([]Quotation, 0, n), lost: openMark{index: -1}}
	for i := range d.paragraphs {
		sign.Look()
		p.paragraph(i)
	}
	return p.result()
}

type pairing struct {
	d     *Document
	all   []Quotation // in order of opening; Close is -1 while open or given up
	stack []openMark
	lost  openMark // the last mark that the end of a paragraph gave up
}

func (p *pairing) paragraph(n int) {
	d := p.d
	first, last := p.tokens(n)
	p.carry(n, first)
	for i := first; i < last; i++ {
		t := d.tokens[i]
		switch t.Kind {
		case OpenQuote:
			f := familyOf(d.Slice(t.Span))
			if k := len(p.stack); i == first && k > 0 && p.stack[k-1].family == f {
				continue // re-opened
			}
			p.open(i, f, n)
		case CloseQuote:
			p.close(i, familyOf(d.Slice(t.Span)), n)
		}
	}
}

// tokens returns the tokens of paragraph n.
func (p *pairing) tokens(n int) (first, last int) {
	para := p.d.paragraphs[n]
	return p.d.sentences[para.First].First, p.d.sentences[para.Last-1].Last
}

// carry keeps the innermost open mark over the start of paragraph n if the
// paragraph, whose first token is given, re-opens it; it gives up all others.
func (p *pairing) carry(n, first int) {
	if len(p.stack) == 0 {
		return
	}
	t := p.d.tokens[first]
	if t.Kind == OpenQuote {
		f := familyOf(p.d.Slice(t.Span))
		if k := p.nearest(f); k >= 0 {
			p.stack = append(p.stack[:0], p.stack[k])
			p.stack[0].paragraph = n
			return
		}
	}
	p.lost = p.stack[len(p.stack)-1]
	p.stack = p.stack[:0]
}

func (p *pairing) open(token, family, paragraph int) {
	if len(p.stack) == maxDepth {
		p.stack = append(p.stack[:0], p.stack[1:]...)
	}
	p.stack = append(p.stack, openMark{family, len(p.all), paragraph})
	p.all = append(p.all, Quotation{Span: Span{Start: p.d.tokens[token].Start}, Open: token, Close: -1})
}

func (p *pairing) close(token, family, paragraph int) {
	if k := p.nearest(family); k >= 0 {
		p.complete(p.stack[k].index, token)
		p.stack = p.stack[:k]
		return
	}
	if m := p.lost; m.family == family && m.index >= 0 && m.index == len(p.all)-1 && p.all[m.index].Close < 0 && paragraph-m.paragraph <= maxGap {
		p.complete(m.index, token)
	}
}

// nearest returns the place of the innermost open mark of a family, -1 if there is none.
func (p *pairing) nearest(family int) int {
	k := len(p.stack) - 1
	for k >= 0 && p.stack[k].family != family {
		k--
	}
	return k
}

func (p *pairing) complete(index, token int) {
	p.all[index].Close, p.all[index].End = token, p.d.tokens[token].End
}

// result drops the marks that found no partner and links each quotation to the
// one around it.
func (p *pairing) result() []Quotation {
	out := p.all[:0]
	parent := 0 // counted from 1
	for _, q := range p.all {
		if q.Close < 0 {
			continue
		}
		for parent > 0 && out[parent-1].End <= q.Start {
			parent = out[parent-1].Parent
		}
		q.Parent = parent
		out = append(out, q)
		parent = len(out)
	}
	return out
}

// familyOf returns the family of a quotation mark.
func familyOf(mark string) int {
	switch mark {
	case "„", "“", "”", "‟", "‛", "\"", "″", ",,", "``", "''":
		return double
	case "«", "»":
		return guillemet
	case "‹", "›":
		return angle
	}
	return single
}
