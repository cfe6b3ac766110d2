package bleve

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/registry"
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
