package syntax

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// Span returns the bytes of the tokens [first, last).
func (t *Text) Span(first, last int) extract.Span {
	return extract.Span{Start: t.Words[first].Start, End: t.Words[last-1].End}
}

// Spans returns the bytes of tokens, given by their indexes in order, joined to
// as few spans as possible.
func (t *Text) Spans(tokens []int) []extract.Span {
	var out []extract.Span
	for k := 0; k < len(tokens); {
		n := k + 1
		for n < len(tokens) && tokens[n] == tokens[n-1]+1 {
			n++
		}
		out = append(out, t.Span(tokens[k], tokens[n-1]+1))
		k = n
	}
	return out
}

// IsPunct reports whether token i is one of the marks in set.
func (t *Text) IsPunct(i int, set string) bool {
	if i < 0 || i >= len(t.Words) {
		return false
	}
	w := &t.Words[i]
	return (w.Kind == extract.Punctuation || w.Kind == extract.Dash) && strings.Contains(set, w.Text)
}

// TrimFrame leaves out marks at the end of a frame that end the sentence.
func (t *Text) TrimFrame(frame []int) []int {
	for n := len(frame); n > 0 && t.IsPunct(frame[n-1], ".!?"); n-- {
		frame = frame[:n-1]
	}
	return frame
}
