package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/laut-nlp/laut/internal/linear"
	train "github.com/laut-nlp/laut/internal/train/linear"
)

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
