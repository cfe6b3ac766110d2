package bleve

import (
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"

	"github.com/laut-nlp/laut/internal/wordlist"
)

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
