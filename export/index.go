package export

import (
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
)

// index has for each byte of a text, and for its end, the offset in a unit; inside a rune
// that is the offset of its start. A nil index changes nothing.
type index []int

// newIndex returns nil where the unit's offsets are the byte offsets themselves.
func newIndex(text string, unit Unit) index {
	if unit == Bytes && utf8.ValidString(text) {
		return nil
	}
	x := make(index, 0, len(text)+1)
	offset := 0
	for len(x) < len(text) {
		r, size := utf8.DecodeRuneInString(text[len(x):])
		for range size {
			x = append(x, offset)
		}
		offset += unit.len(r)
	}
	return append(x, offset)
}

func (x index) offset(at int) int {
	if x == nil {
		return at
	}
	return x[at]
}

func (x index) span(s extract.Span) Range { return Range{x.offset(s.Start), x.offset(s.End)} }

// spans never returns nil, so that JSON has [] and not null.
func (x index) spans(ss []extract.Span) []Range {
	rs := make([]Range, len(ss))
	for i, s := range ss {
		rs[i] = x.span(s)
	}
	return rs
}
