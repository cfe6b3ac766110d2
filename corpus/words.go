package corpus

import (
	"fmt"
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// words returns how the files write the spans of a part below a line. An error tells of a
// span that cannot be written: one that begins or ends inside a word.
func (p page) words(spans []extract.Span, line int) (string, error) {
	var pieces []string
	for _, s := range spans {
		piece, ok := p.piece(s, line)
		if !ok {
			return "", fmt.Errorf("no words name the span from %d to %d", s.Start, s.End)
		}
		pieces = append(pieces, piece)
	}
	return strings.Join(pieces, between), nil
}

// Spans of up to so many words are written out.
const writtenOut = 6

// piece returns the first of several ways to write a span that place understands.
func (p page) piece(span extract.Span, line int) (string, bool) {
	whole := p.text[span.Start:span.End]
	words := strings.Split(whole, " ")
	n := len(words)
	try := func(begin, end string) (string, bool) {
		piece := begin
		if end != "" {
			piece += upTo + end
		}
		got, err := p.place(piece, line)
		return piece, err == nil && got == span && !strings.Contains(piece, between)
	}
	numbered := func(begin, end string) (string, bool) {
		return try(begin+p.number(begin, span.Start, line), end)
	}
	short := func(a, b int) (begin, end string) {
		return strings.Join(words[:a], " "), strings.Join(words[n-b:], " ")
	}
	if n > writtenOut {
		// Three words tell where it begins and two where it ends, unless that leaves a doubt.
		for more := range 4 {
			for b := 2; b <= 2+more; b++ {
				a := 3 + more - (b - 2)
				if a+b >= n {
					continue
				}
				if piece, ok := try(short(a, b)); ok {
					return piece, true
				}
			}
		}
		for b := 2; b+3 < n; b++ {
			if piece, ok := numbered(short(3, b)); ok {
				return piece, true
			}
		}
	}
	if piece, ok := try(whole, ""); ok {
		return piece, true
	}
	return numbered(whole, "")
}

// number tells which occurrence of words begins at a place, as choose counts.
func (p page) number(words string, start, line int) string {
	from := p.lines[line].Start
	before, on := 0, 0
	for _, at := range p.find(words, 0) {
		switch {
		case start < from && at >= start && at < from:
			before++
		case start >= from && at >= from && at <= start:
			on++
		}
	}
	return fmt.Sprintf(" #%d", on-before)
}
