package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
	train "github.com/laut-nlp/laut/internal/train/linear"
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

// sequences are training data, each with its article.
type sequences struct {
	data    *train.Data
	article []int
	err     error
}

func newSequences(labels []string) (*sequences, error) {
	d, err := train.NewData(labels...)
	return &sequences{data: d}, err
}

func (q *sequences) add(article int, s *linear.Sequence, gold []linear.Label) {
	if err := q.data.Add(s, gold); err != nil {
		q.err = errors.Join(q.err, fmt.Errorf("article %d: %w", article, err))
		return
	}
	q.article = append(q.article, article)
}

// train trains a model on a subset of the sequences, given by their numbers: the mean of
// several trainings.
func (q *sequences) train(subset []int, o train.Options, maxBytes int) (string, *linear.Model, error) {
	var trained []*train.Weights
	for seed := range uint64(orders) {
		o.Seed = seed + 1
		w, err := train.CRF(q.data, subset, o)
		if err != nil {
			return "", nil, err
		}
		trained = append(trained, w)
	}
	w, err := train.Mean(trained)
	if err != nil {
		return "", nil, err
	}
	file, _, err := w.Encode(train.Packing{MaxBytes: maxBytes})
	if err != nil {
		return "", nil, err
	}
	m, err := linear.New(string(file), o.Signature)
	return string(file), m, err
}

// each trains a model without each fold and one with all examples, several at a time.
// subset are the numbers of the examples to learn from.
func (t *trainer) each(what string, q *sequences, do func(m *models, subset []int) error) error {
	if q.err != nil {
		return q.err
	}
	errs := make([]error, len(t.models))
	var workers sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for k, m := range t.models {
		free <- struct{}{}
		workers.Go(func() {
			defer func() { <-free }()
			var subset []int
			for i, n := range q.article {
				if foldOf(n) != k {
					subset = append(subset, i)
				}
			}
			errs[k] = do(m, subset)
		})
	}
	workers.Wait()
	t.say("%s: %d examples", what, len(q.article))
	return errors.Join(errs...)
}
