package bleve

import (
	"slices"

	"github.com/blevesearch/bleve/v2/analysis"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// stopFilter drops words of a list whatever their spelling: für with its umlaut
// in two characters, dass and daß. The words are folded.
type stopFilter map[string]bool

func newStopFilter(list analysis.TokenMap) stopFilter {
	f := make(stopFilter, len(list))
	for w := range list {
		f[wordlist.Folded(w)] = true
	}
	return f
}

// Filter leaves the positions of the others as they are.
func (f stopFilter) Filter(in analysis.TokenStream) analysis.TokenStream {
	var buf [64]byte
	return slices.DeleteFunc(in, func(t *analysis.Token) bool {
		return !t.KeyWord && len(t.Term) <= len(buf) && f[string(wordlist.Fold(buf[:0], string(t.Term)))]
	})
}

type stemFilter struct{}

// Filter puts the stem in each word's place; keywords and numbers stay.
func (stemFilter) Filter(in analysis.TokenStream) analysis.TokenStream {
	var buf []byte
	for _, t := range in {
		if t.KeyWord || t.Type == analysis.Numeric {
			continue
		}
		if cap(buf)-len(buf) < len(t.Term) {
			buf = make([]byte, 0, max(1024, len(t.Term)))
		}
		n := len(buf)
		buf = extract.AppendStem(buf, string(t.Term))
		t.Term = buf[n:len(buf):len(buf)]
	}
	return in
}
