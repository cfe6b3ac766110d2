package bleve

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
)

// partsFilter adds the parts of words with hyphens and slashes at the position of
// the word. It stands before filters that change the length of terms.
type partsFilter struct{}

// Filter puts the parts after their word. A word of one part, such as "Ein-", is
// replaced by it.
func (partsFilter) Filter(in analysis.TokenStream) analysis.TokenStream {
	if !slices.ContainsFunc(in, divisible) {
		return in
	}
	out := make(analysis.TokenStream, 0, len(in)+len(in)/8+4)
	for _, t := range in {
		if !divisible(t) {
			out = append(out, t)
			continue
		}
		parts := partsOf(t)
		if len(parts) != 1 {
			out = append(out, t)
		}
		out = append(out, parts...)
	}
	return out
}

// borders are what stands between parts, marks what begins a gender ending.
const borders, marks = "-‐‑–/", "*:_("

func divisible(t *analysis.Token) bool {
	return !t.KeyWord && t.Type != analysis.Numeric && bytes.ContainsAny(t.Term, borders+marks)
}

func partsOf(t *analysis.Token) (parts analysis.TokenStream) {
	exact := t.End-t.Start == len(t.Term) // else the offsets of the parts are not known
	add := func(start, end int) {
		term := t.Term[start:end:end]
		if i := bytes.IndexAny(term, marks); i > 0 && bytes.HasPrefix(bytes.ToLower(term[i+1:]), []byte("in")) {
			term = term[:i:i]
		}
		if s := strings.ToLower(string(term)); s == "" || s == "in" || s == "innen" {
			return
		}
		p := *t
		p.Term = term
		if exact {
			p.Start, p.End = t.Start+start, t.Start+start+len(term)
		}
		parts = append(parts, &p)
	}
	split(t.Term, borders, add)
	return parts
}

// split gives what stands between the characters at which a word is cut.
func split(word []byte, at string, give func(start, end int)) {
	start := 0
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRune(word[i:])
		if r != utf8.RuneError && strings.ContainsRune(at, r) {
			give(start, i)
			start = i + size
		}
		i += size
	}
	give(start, len(word))
}
