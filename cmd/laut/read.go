package main

import (
	"bytes"
	"context"
	"iter"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/inorder"
)

// result is an article as it will be written, or what was wrong with it.
type result struct {
	id      export.ID
	file    string   // as the document's
	outputs [][]byte // one for each file that the document becomes
	done    bool     // by a run before
	err     error
}

// read analyses documents and puts them in their order, each as soon as it and those
// before it are ready. What is wrong with a document goes to report, in its place in the
// order; the error is that of out. It returns how many documents have a result.
func read(docs iter.Seq[document], workers int, work func(context.Context, document) result, out sink, bar *progress, report func(error)) (n int, err error) {
	for r := range inorder.Map(context.Background(), docs, workers, work) {
		switch {
		case r.err != nil:
			report(r.err)
		case len(r.outputs) > 0:
			if err := out.put(r); err != nil {
				return n, err
			}
			n++
		}
		bar.step(r.done)
	}
	return n, nil
}

// worker returns what analyses and encodes one document, which is more than laut.ReadAll
// does. A nil article has no result.
func worker(article func(document) *laut.Article, encoders []export.Format) func(context.Context, document) result {
	return func(_ context.Context, d document) result {
		r := result{id: d.id, file: d.file, done: d.done, err: d.err}
		if r.done || r.err != nil {
			return r
		}
		a := article(d)
		if a == nil {
			return r
		}
		for _, f := range encoders {
			var b bytes.Buffer
			if r.err = f.Write(&b, d.id, a); r.err != nil {
				return r
			}
			r.outputs = append(r.outputs, b.Bytes())
		}
		return r
	}
}
