package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// prev returns the word before i, and an empty one at the start of a sentence.
func (t *tagger) prev(i int) *word {
	if i == 0 || i >= len(t.words) || t.words[i].is&begins != 0 {
		return &noWord
	}
	return &t.words[i-1]
}

// next returns the word at i, the first that a candidate does not hold, and an
// empty one behind the end of the sentence.
func (t *tagger) next(i int) *word {
	if i >= len(t.words) || t.words[i].is&begins != 0 {
		return &noWord
	}
	return &t.words[i]
}

var noWord word

// determined reports whether an article, pronoun or adjective stands before i.
func (t *tagger) determined(i int) bool {
	p := t.prev(i)
	return p.Kind == extract.Word && (t.determiners.has(p.text) || p.is&capital == 0 && adjectival(p.text))
}

func adjectival(s string) bool {
	for _, e := range [...]string{"e", "en", "er", "es", "em"} {
		if strings.HasSuffix(s, e) && len(s) > 4 {
			return lexicon.Mask(s).HasAny(lexicon.Adjective) || lexicon.Head(s).Features().HasAny(lexicon.Adjective)
		}
	}
	return false
}

// indefinite reports whether an indefinite article or a plural stands before i.
func (t *tagger) indefinite(i int) bool {
	return strings.HasPrefix(strings.ToLower(t.prev(i).text), "ein")
}
