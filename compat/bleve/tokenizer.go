package bleve

import (
	"github.com/blevesearch/bleve/v2/analysis"

	"github.com/laut-nlp/laut/extract"
)

// WordTokenizer is the tokenizer that [Tokenizer] names.
type WordTokenizer struct{}

// Tokenize gives the tokens that somebody may search for.
func (WordTokenizer) Tokenize(input []byte) analysis.TokenStream {
	out := make(analysis.TokenStream, 0, len(input)/7+1) // a German word and a blank
	var block []analysis.Token                           // many tokens in one allocation
	for t := range extract.Tokens(string(input)) {
		typ, keyword, end := analysis.AlphaNumeric, false, t.End
		switch t.Kind {
		case extract.Word:
		case extract.Abbreviation:
			end = withoutStop(input, t.Span)
		case extract.Numeral:
			typ = analysis.Numeric
		case extract.Ordinal:
			typ, end = analysis.Numeric, withoutStop(input, t.Span)
		case extract.Link, extract.Email, extract.Handle:
			keyword = true
		default:
			continue
		}
		if len(block) == cap(block) {
			block = make([]analysis.Token, 0, 64)
		}
		block = append(block, analysis.Token{
			// A capacity of its own: a filter that appends writes over no neighbour.
			Term:  input[t.Start:end:end],
			Start: t.Start, End: t.End, Position: len(out) + 1, Type: typ, KeyWord: keyword,
		})
		out = append(out, &block[len(block)-1])
	}
	return out
}

// withoutStop returns the end of a token less its final full stop.
func withoutStop(input []byte, s extract.Span) int {
	if s.Len() > 1 && input[s.End-1] == '.' {
		return s.End - 1
	}
	return s.End
}
