package main

import (
	"cmp"
	"iter"
	"path/filepath"
	"slices"

	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
)

// article is an annotated article on our own tokens.
type article struct {
	newsroom.Article
	part    string // own, wikinews or dev
	doc     *extract.Document
	view    *spans.View
	reading *spans.Reading // by the models that have not seen the article
	gold    []claim.Claim  // the annotated ones
	found   []claim.Claim
	who     *discourse.Discourse
}

// readTraining reads the training part of the newsroom corpus: its own articles, and those of
// Wikinews, whose texts lie in the data.
func readTraining(data string) ([]*article, error) {
	own, err := read(newsroom.Own(newsroom.Train), "own")
	if err != nil {
		return nil, err
	}
	wikinews, err := read(newsroom.Wikinews(filepath.Join(data, "data/newsroom/wikinews.jsonl.gz")), "wikinews")
	return append(own, wikinews...), err
}

// read analyses articles as users' texts are. Own articles, which lie by genres, are put in
// order of their ids, so that the folds have some of each.
func read(articles iter.Seq2[newsroom.Article, error], part string) (out []*article, err error) {
	list, err := newsroom.Collect(articles)
	if err != nil {
		return nil, err
	}
	if part != "wikinews" {
		slices.SortStableFunc(list, func(a, b newsroom.Article) int { return cmp.Compare(a.ID, b.ID) })
	}
	for i := range list {
		out = append(out, newArticle(list[i], part))
	}
	return out, nil
}

func newArticle(n newsroom.Article, part string) *article {
	a := &article{Article: n, part: part, doc: extract.Parse(n.Text)}
	says := saying.Find(syntax.New(a.doc, entities.Extract(a.doc), saying.Cues()))
	a.view, a.who = spans.New(says), discourse.Read(says)
	for _, c := range n.Claims {
		if g := eval.TokensOf(says.Text(), c); len(g.Content) > 0 {
			a.gold = append(a.gold, g)
		}
	}
	claim.Sort(a.gold)
	a.view.Mark(a.gold)
	return a
}
