package offsets

import (
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
)

// Index tells for each byte of a text, and for its end, the offset in a unit; inside a rune
// that is the offset of its start. The zero Index changes nothing. It takes a quarter of
// the text's memory.
type Index struct {
	text  string
	unit  Unit
	steps []step // nil: the offsets are the byte offsets
}

// step is the rune that covers a byte of the text, every stride bytes.
type step struct{ at, offset int }

const stride = 64

// NewIndex returns the zero Index where the unit's offsets are the byte offsets themselves.
func NewIndex(text string, unit Unit) Index {
	if unit == Bytes && utf8.ValidString(text) {
		return Index{}
	}
	x := Index{text, unit, make([]step, 0, len(text)/stride+1)}
	offset := 0
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if at+size > len(x.steps)*stride {
			x.steps = append(x.steps, step{at, offset})
		}
		at += size
		offset += unit.Len(r)
	}
	if len(x.steps)*stride <= len(text) {
		x.steps = append(x.steps, step{len(text), offset})
	}
	return x
}

// Offset returns the offset in the unit of a byte of the text.
func (x Index) Offset(at int) int {
	if x.steps == nil {
		return at
	}
	s := x.steps[at/stride]
	for s.at < at {
		r, size := utf8.DecodeRuneInString(x.text[s.at:])
		if s.at+size > at {
			break
		}
		s.at += size
		s.offset += x.unit.Len(r)
	}
	return s.offset
}

// Span returns the range of a span.
func (x Index) Span(s extract.Span) Range { return Range{x.Offset(s.Start), x.Offset(s.End)} }

// Spans never returns nil, so that JSON has [] and not null.
func (x Index) Spans(ss []extract.Span) []Range {
	rs := make([]Range, len(ss))
	for i, s := range ss {
		rs[i] = x.Span(s)
	}
	return rs
}
