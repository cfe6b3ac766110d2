package offsets

import (
	"fmt"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
)

// Positions is the way back from an [Index]: it turns offsets of a unit into byte offsets
// of a text, which must be valid UTF-8.
type Positions struct {
	unit Unit
	at   []int // by offset, the byte or -1 inside a character
}

// NewPositions takes time and memory linear in the text.
func NewPositions(text string, unit Unit) *Positions {
	p := &Positions{unit: unit, at: make([]int, 0, len(text)+1)}
	for i, r := range text {
		p.at = append(p.at, i)
		for range unit.Len(r) - 1 {
			p.at = append(p.at, -1)
		}
	}
	p.at = append(p.at, len(text))
	return p
}

// Span returns the bytes of a range. It is an error if the range is not one of the text.
func (p *Positions) Span(r Range) (extract.Span, error) {
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

// Spans returns nil for no ranges, as the library has it.
func (p *Positions) Spans(rs []Range) ([]extract.Span, error) {
	var out []extract.Span
	for _, r := range rs {
		s, err := p.Span(r)
		if err != nil {
			return nil, err
		}
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			return nil, fmt.Errorf("[%d,%d) does not stand after the range before it", r.Start, r.End)
		}
		out = append(out, s)
	}
	return out, nil
}

// Valid returns a text as the formats hold it: each byte that is not part of valid UTF-8
// is U+FFFD.
func Valid(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return string([]rune(text))
}
