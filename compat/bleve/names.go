package bleve

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"

	"github.com/laut-nlp/laut/internal/wordlist"
)

// nameTokenizer cuts names at blanks and hyphens and gives each word the spelling
// that names are compared in: small letters, ss for ß, without dots and apostrophes.
// It stems nothing: Peter is not Peters.
type nameTokenizer struct{}

func (nameTokenizer) Tokenize(input []byte) (out analysis.TokenStream) {
	add := func(start, end int) {
		if term := wordlist.Fold(nil, string(input[start:end])); len(term) > 0 {
			out = append(out, &analysis.Token{Term: term, Start: start, End: end, Position: len(out) + 1})
		}
	}
	start := 0
	for i := 0; i < len(input); {
		r, size := utf8.DecodeRune(input[i:])
		if r != utf8.RuneError && strings.ContainsRune(" \u00a0\t\n\r"+borders, r) {
			add(start, i)
			start = i + size
		}
		i += size
	}
	add(start, len(input))
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
