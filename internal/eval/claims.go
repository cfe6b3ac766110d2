package eval

import (
	"fmt"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/internal/corpus"
)

var typeNames = map[claims.Kind]string{
	claims.Direct:       "Direct",
	claims.Indirect:     "Indirect",
	claims.Continued:    "IndirectFreeIndirect",
	claims.FreeIndirect: "FreeIndirect",
	claims.Reported:     "Reported",
}

// The corpus has no word for a medium that the source does not tell at all but "none".
var mediumNames = map[claims.Medium]string{
	0:                       "none",
	claims.Speech:           "Speech",
	claims.Writing:          "Writing",
	claims.Thought:          "Thought",
	claims.SpeechOrWriting:  "SW",
	claims.SpeechOrThought:  "ST",
	claims.ThoughtOrWriting: "TW",
}

// FromClaims turns claims into quotations under the names of the corpus. A
// claim of a kind that the corpus does not know gets an empty type, which is
// never right.
func FromClaims(cs []claims.Claim) []Quote {
	out := make([]Quote, len(cs))
	for i, c := range cs {
		q := Quote{Type: typeNames[c.Kind], Medium: mediumNames[c.Medium]}
		q.Parts[corpus.Content] = c.Content
		q.Parts[corpus.Speaker] = c.Speaker.Spans
		q.Parts[corpus.Cue] = c.Cue
		q.Parts[corpus.Frame] = c.Frame
		q.Parts[corpus.Addressee] = c.Addressee
		out[i] = q
	}
	return out
}

// FromArticle turns an article that somebody has corrected into a document of a corpus: its
// quotations and entities are right, its tokens and sentences those of package extract. A
// claim whose content has no token is left out. An error tells that a span lies outside its
// text.
func FromArticle(id string, a *laut.Article) (corpus.Document, error) {
	d := corpus.Document{ID: id, Text: a.Document.String(), Entities: FromEntities(a.Entities)}
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
			quote.Nested = a.Claims[i].Parent != 0
			d.Quotes = append(d.Quotes, quote)
		}
	}
	return d, nil
}
