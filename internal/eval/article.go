package eval

import (
	"fmt"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/corpus"
)

// FromArticle turns an article that somebody has corrected into a document of a corpus: its
// quotations and entities are right, its tokens and sentences those of package extract. A
// claim whose content has no token is left out. An error tells that a span lies outside its
// text.
func FromArticle(id string, a *laut.Article) (corpus.Document, error) {
	d := corpus.Document{ID: id, Text: a.Document.Text(), Entities: FromEntities(a.Entities)}
	for _, t := range a.Document.Tokens() {
		d.Tokens = append(d.Tokens, t.Span)
	}
	for _, s := range a.Document.Sentences() {
		d.Sentences = append(d.Sentences, s.First)
	}
	for i, q := range FromClaims(a.Claims) {
		quote, err := onTokens(&d, q)
		if err != nil {
			return corpus.Document{}, fmt.Errorf("claim %d: %w", i, err)
		}
		if len(quote.Parts[corpus.Content]) > 0 {
			quote.Nested = a.Claims[i].Parent >= 0
			d.Quotes = append(d.Quotes, quote)
		}
	}
	return d, nil
}
