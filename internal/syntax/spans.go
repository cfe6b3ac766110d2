package syntax

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// Span returns the bytes of the tokens [first, last).
func (a *Text) Span(first, last int) extract.Span {
	return extract.Span{Start: a.Words[first].Start, End: a.Words[last-1].End}
}

// Spans returns the bytes of tokens, given by their indexes in order, joined to
// as few spans as possible.
func (a *Text) Spans(tokens []int) []extract.Span {
	var out []extract.Span
	for k := 0; k < len(tokens); {
		n := k + 1
		for n < len(tokens) && tokens[n] == tokens[n-1]+1 {
			n++
		}
		out = append(out, a.Span(tokens[k], tokens[n-1]+1))
		k = n
	}
	return out
}

// IsPunct reports whether token i is one of the marks in set.
func (a *Text) IsPunct(i int, set string) bool {
	if i < 0 || i >= len(a.Words) {
		return false
	}
	w := &a.Words[i]
	return (w.Kind == extract.Punctuation || w.Kind == extract.Dash) && strings.Contains(set, w.Text)
}

// TrimFrame leaves out marks at the end of a frame that end the sentence.
func (a *Text) TrimFrame(frame []int) []int {
	for n := len(frame); n > 0 && a.IsPunct(frame[n-1], ".!?"); n-- {
		frame = frame[:n-1]
	}
	return frame
}
