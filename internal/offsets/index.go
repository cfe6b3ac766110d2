package offsets

import (
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
)

// Index has for each byte of a text, and for its end, the offset in a unit; inside a rune
// that is the offset of its start. A nil Index changes nothing.
type Index []int

// NewIndex returns nil where the unit's offsets are the byte offsets themselves.
func NewIndex(text string, unit Unit) Index {
	if unit == Bytes && utf8.ValidString(text) {
		return nil
	}
	x := make(Index, 0, len(text)+1)
	offset := 0
	for len(x) < len(text) {
		r, size := utf8.DecodeRuneInString(text[len(x):])
		for range size {
			x = append(x, offset)
		}
		offset += unit.Len(r)
	}
	return append(x, offset)
}

// Offset returns the offset in the unit of a byte of the text.
func (x Index) Offset(at int) int {
	if x == nil {
		return at
	}
	return x[at]
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
