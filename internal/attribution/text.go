package attribution

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// span returns the bytes of the tokens [first, last).
func (a *analysis) span(first, last int) extract.Span {
	return extract.Span{Start: a.ws[first].Start, End: a.ws[last-1].End}
}

// spans returns the bytes of tokens, given by their indexes in order, joined to
// as few spans as possible.
func (a *analysis) spans(tokens []int) []extract.Span {
	var out []extract.Span
	for k := 0; k < len(tokens); {
		n := k + 1
		for n < len(tokens) && tokens[n] == tokens[n-1]+1 {
			n++
		}
		out = append(out, a.span(tokens[k], tokens[n-1]+1))
		k = n
	}
	return out
}

// isPunct reports whether token i is one of the marks in set.
func (a *analysis) isPunct(i int, set string) bool {
	if i < 0 || i >= len(a.ws) {
		return false
	}
	w := &a.ws[i]
	return (w.Kind == extract.Punctuation || w.Kind == extract.Dash) && strings.Contains(set, w.text)
}
