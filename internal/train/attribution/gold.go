package main

import (
	"fmt"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
)

// article is an annotated article on our own tokens.
type article struct {
	gold    *corpus.Document
	doc     *extract.Document
	view    *spans.View
	reading *spans.Reading // by the models that have not seen the article
	quotes  []claim.Claim  // the annotated ones
	found   []claim.Claim
}

// read reads annotated articles and analyses them as users' texts are.
func read(name string) ([]*article, error) {
	docs, err := corpus.Collect(corpus.File(name))
	if err != nil {
		return nil, err
	}
	var out []*article
	for i := range docs {
		a, err := newArticle(&docs[i])
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, docs[i].ID, err)
		}
		out = append(out, a)
	}
	return out, nil
}

func newArticle(gold *corpus.Document) (*article, error) {
	a := &article{gold: gold, doc: extract.Parse(gold.Text)}
	says := saying.Find(syntax.New(a.doc, entities.Extract(a.doc), saying.Cues()))
	a.view = spans.New(says, rules.Find(says))
	for _, q := range gold.Quotes {
		kind, ok := eval.KindOf(q.Type)
		if !ok {
			return nil, fmt.Errorf("there is no type %q", q.Type)
		}
		medium, ok := eval.MediumOf(q.Medium)
		if !ok {
			return nil, fmt.Errorf("there is no medium %q", q.Medium)
		}
		c := claim.Claim{Kind: claim.Kind(kind), Medium: claim.Medium(medium)}
		for k, dst := range [corpus.QuoteParts]*[]int{&c.Content, &c.Speaker, &c.Cue, &c.Frame, &c.Addressee} {
			*dst = a.tokens(q.Parts[k])
		}
		a.quotes = append(a.quotes, c)
	}
	claim.Sort(a.quotes)
	return a, nil
}

// tokens returns our tokens that overlap the corpus's.
func (a *article) tokens(ids []int) []int {
	var out []int
	for _, id := range ids {
		first, last := a.doc.TokensIn(a.gold.Tokens[id])
		for i := first; i < last; i++ {
			if n := len(out); n == 0 || out[n-1] < i {
				out = append(out, i)
			}
		}
	}
	return out
}
