package main

import (
	"bytes"
	"iter"
	"runtime"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
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
func read(docs iter.Seq[document], work func(document) result, out sink, bar *progress, report func(error)) (n int, err error) {
	for r := range inOrder(docs, work) {
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

// worker returns what analyses and encodes one document. A nil article has no result.
func worker(article func(document) *laut.Article, encoders []export.Format) func(document) result {
	return func(d document) result {
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

// inOrder yields f of each element in the order of the elements. It works on
// all cores and holds at most two elements a core, however long the first takes.
func inOrder[In, Out any](in iter.Seq[In], f func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		queue := make(chan chan Out, 2*runtime.GOMAXPROCS(0)-1)
		stop := make(chan struct{})
		defer close(stop)
		go func() {
			defer close(queue)
			for x := range in {
				out := make(chan Out, 1)
				select {
				case queue <- out:
					go func() { out <- f(x) }()
				case <-stop:
					return
				}
			}
		}()
		for out := range queue {
			if !yield(<-out) {
				return
			}
		}
	}
}
