package export

import (
	"fmt"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
)

// positions is the way back from an [index]: it turns offsets of a unit into byte offsets
// of a text, which must be valid UTF-8.
type positions struct {
	unit Unit
	at   []int // by offset, the byte or -1 inside a character
}

// newPositions takes time and memory linear in the text.
func newPositions(text string, unit Unit) *positions {
	p := &positions{unit: unit, at: make([]int, 0, len(text)+1)}
	for i, r := range text {
		p.at = append(p.at, i)
		for range unit.len(r) - 1 {
			p.at = append(p.at, -1)
		}
	}
	p.at = append(p.at, len(text))
	return p
}

// span returns the bytes of a range. It is an error if the range is not one of the text.
func (p *positions) span(r Range) (extract.Span, error) {
	n := len(p.at) - 1
	if r.Start < 0 || r.End < r.Start || r.End > n {
		return extract.Span{}, fmt.Errorf("[%d,%d) lies outside the text of %d %s", r.Start, r.End, n, p.unit)
	}
	s := extract.Span{Start: p.at[r.Start], End: p.at[r.End]}
	if s.Start < 0 || s.End < 0 {
		return extract.Span{}, fmt.Errorf("[%d,%d) cuts a character", r.Start, r.End)
	}
	return s, nil
}

// spans returns nil for no ranges, as the library has it.
func (p *positions) spans(rs []Range) ([]extract.Span, error) {
	var out []extract.Span
	for _, r := range rs {
		s, err := p.span(r)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// valid returns a text as the formats hold it: each byte that is not part of valid UTF-8
// is U+FFFD.
func valid(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return string([]rune(text))
}
