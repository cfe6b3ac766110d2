// Package bleve registers with bleve an analyzer of German words: laut's tokens
// and the stems of Snowball 3.1. It links no model. Package news below it adds
// the entities of a text, package said finds who said what about whom.
//
// Import it for its side effect and name Analyzer in an index mapping:
//
//	import (
//		"github.com/blevesearch/bleve/v2"
//		_ "github.com/laut-nlp/laut/compat/bleve"
//	)
//
//	m := bleve.NewIndexMapping()
//	m.DefaultAnalyzer = "laut_de"
//
// # Terms
//
// The terms are words, numbers, abbreviations and web addresses, in small
// letters; there are none for punctuation. The full stop of an abbreviation or an
// ordinal is no part of its term, so that "Mrd" finds "Mrd.". A word with hyphens
// or slashes is a term, and so is each of its parts, at the same position:
// "CDU/CSU-Fraktion" is found by CDU, by Fraktion and by the whole. Of gender forms
// the noun before the mark is a part: Bürger in "Bürger*innen".
//
// Stop words are those of bleve's German list and "dass", which the list has in
// the old spelling only. They leave a gap in the positions, so that phrases keep
// their distances. Umlauts of two characters (NFD) and soft hyphens change neither
// stems nor stop words.
//
// # Phrases
//
// In a phrase query the terms at one position stand for each other: with Analyzer
// the phrase "CDU/CSU-Fraktion tagt" finds "Fraktion tagt" too. Where that is too
// much, set PhraseAnalyzer in the query, which cuts nothing into parts.
//
// # Positions
//
// Offsets are bytes of the text as given, so that bleve marks the right ones in
// its fragments.
//
// # Concurrency
//
// All is safe for concurrent use.
//
// # Figures
//
// README.md compares speed and ranking with bleve's own German analyzer.
package bleve

import (
	"slices"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// The names under which bleve's registry knows what this package adds. A custom
// analyzer of an index mapping may put the tokenizer and the filters together in
// another way.
const (
	Analyzer       = "laut_de"     // German text
	PhraseAnalyzer = "laut_phrase" // the same without parts, for phrase queries
	NameAnalyzer   = "laut_name"   // names, which are not stemmed

	Tokenizer     = "laut"
	NameTokenizer = "laut_name"
	PartsFilter   = "laut_parts" // the parts of words with hyphens; stands first
	StopFilter    = "laut_stop"  // bleve's German stop list, in whatever spelling
	StemFilter    = "laut_stem"  // Snowball 3.1
)

// NewAnalyzer returns what Analyzer names with another tokenizer. Its keywords are
// neither stop words nor stemmed. The filters come from the cache.
func NewAnalyzer(t analysis.Tokenizer, c *registry.Cache) (analysis.Analyzer, error) {
	return chain(t, c, PartsFilter, lowercase.Name, StopFilter, StemFilter)
}

func chain(t analysis.Tokenizer, c *registry.Cache, filters ...string) (analysis.Analyzer, error) {
	a := &analysis.DefaultAnalyzer{Tokenizer: t}
	for _, name := range filters {
		f, err := c.TokenFilterNamed(name)
		if err != nil {
			return nil, err
		}
		a.TokenFilters = append(a.TokenFilters, f)
	}
	return a, nil
}

func init() {
	tokenizers := map[string]analysis.Tokenizer{Tokenizer: WordTokenizer{}, NameTokenizer: nameTokenizer{}}
	for name, t := range tokenizers {
		must(registry.RegisterTokenizer(name, func(map[string]any, *registry.Cache) (analysis.Tokenizer, error) { return t, nil }))
	}
	filters := map[string]analysis.TokenFilter{PartsFilter: partsFilter{}, StemFilter: stemFilter{}}
	for name, f := range filters {
		must(registry.RegisterTokenFilter(name, func(map[string]any, *registry.Cache) (analysis.TokenFilter, error) { return f, nil }))
	}
	must(registry.RegisterTokenFilter(StopFilter, func(_ map[string]any, c *registry.Cache) (analysis.TokenFilter, error) {
		list, err := c.TokenMapNamed(de.StopName)
		if err != nil {
			return nil, err
		}
		return newStopFilter(list), nil
	}))
	must(registry.RegisterAnalyzer(Analyzer, func(_ map[string]any, c *registry.Cache) (analysis.Analyzer, error) {
		return NewAnalyzer(WordTokenizer{}, c)
	}))
	must(registry.RegisterAnalyzer(PhraseAnalyzer, func(_ map[string]any, c *registry.Cache) (analysis.Analyzer, error) {
		return chain(WordTokenizer{}, c, lowercase.Name, StopFilter, StemFilter)
	}))
	must(registry.RegisterAnalyzer(NameAnalyzer, func(_ map[string]any, c *registry.Cache) (analysis.Analyzer, error) {
		return chain(nameTokenizer{}, c)
	}))
}

// must panics where another package has taken one of the names.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

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
