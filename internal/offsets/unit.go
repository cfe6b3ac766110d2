// Package offsets turns bytes of a text into the units that other programs count in, and
// back.
package offsets

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
)

// Unit is what offsets count.
type Unit uint8

// The units.
const (
	Bytes Unit = iota // bytes of UTF-8
	Runes             // Unicode code points
	UTF16             // UTF-16 code units
)

// Names are the names of the units, by their numbers.
var Names = []string{"bytes", "runes", "utf16"}

// String returns the unit's name.
func (u Unit) String() string { return Names[u] }

// Len returns how many units a rune takes. An invalid byte decodes to U+FFFD, which is
// what JSON holds in its place.
func (u Unit) Len(r rune) int {
	switch u {
	case Runes:
		return 1
	case UTF16:
		return utf16.RuneLen(r)
	}
	return utf8.RuneLen(r)
}

// Range is a half-open range of offsets into a text.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

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
