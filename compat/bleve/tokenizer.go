package bleve

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
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

// nameTokenizer cuts names at blanks and hyphens and gives each word the spelling
// that names are compared in: small letters, ss for ß, without dots and apostrophes.
// It stems nothing: Peter is not Peters.
type nameTokenizer struct{}

func (nameTokenizer) Tokenize(input []byte) (out analysis.TokenStream) {
	split(input, " \u00a0\t\n\r"+borders, func(start, end int) {
		if term := wordlist.Fold(nil, string(input[start:end])); len(term) > 0 {
			out = append(out, &analysis.Token{Term: term, Start: start, End: end, Position: len(out) + 1})
		}
	})
	return out
}

// NameKey returns the words of a name as NameAnalyzer gives them, with blanks
// between: "müller lüdenscheidt" of Müller-Lüdenscheidt.
func NameKey(name string) string {
	var b strings.Builder
	for i, t := range (nameTokenizer{}).Tokenize([]byte(name)) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.Write(t.Term)
	}
	return b.String()
}
