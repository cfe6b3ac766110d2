package main

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"runtime"
	"syscall"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// format is how articles are read and written.
type format struct {
	read    func(text string) *laut.Article
	write   func(io.Writer, export.ID, *laut.Article) error
	between string // written between two articles
}

// result is an article as it will be printed, or what was wrong with it.
type result struct {
	output []byte
	err    error
}

// read analyses documents and writes them in their order, each as soon as it and
// those before it are ready. What is wrong with a document goes to report, in its
// place in the order; the error is that of out.
func read(docs iter.Seq[document], f format, out io.Writer, report func(error)) error {
	between := ""
	for r := range inOrder(docs, f.result) {
		if r.err != nil {
			report(r.err)
			continue
		}
		if _, err := out.Write(append([]byte(between), r.output...)); err != nil {
			return err
		}
		between = f.between
	}
	return nil
}

// result analyses and encodes one document.
func (f format) result(d document) result {
	if d.err != nil {
		return result{err: d.err}
	}
	var b bytes.Buffer
	if err := f.write(&b, d.id, f.read(d.text)); err != nil {
		return result{err: err}
	}
	return result{output: b.Bytes()}
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

// brokenPipe reports whether the reader of our output has gone. On Unix the
// signal ends the process first, unless whoever started it had the signal ignored.
func brokenPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
