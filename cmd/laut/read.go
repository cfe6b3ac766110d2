package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"runtime/debug"
	"sync"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/inorder"
)

// result is an article as it will be written, or what was wrong with it.
type result struct {
	id      export.ID
	file    string        // as the document's
	outputs [][]byte      // one for each file that the document becomes
	long    *laut.Article // instead of them: it is encoded when it is written
	done    bool          // by a run before
	err     error
	note    warning
}

// read analyses documents and puts them in their order, each as soon as it and those
// before it are ready. What is wrong with a document goes to report, in its place in the
// order; the error is that of out. It returns how many documents have a result.
func read(docs iter.Seq[document], workers int, work func(context.Context, document) result, out sink, bar *progress, report func(error)) (n int, err error) {
	for r := range inorder.Map(context.Background(), docs, workers, work) {
		if r.note != "" && !r.done {
			report(r.note)
		}
		switch {
		case r.err != nil:
			report(r.err)
		case len(r.outputs) > 0 || r.long != nil:
			err := out.put(r)
			if formless, ok := errors.AsType[formlessError](err); ok {
				report(formless)
				break
			}
			if err != nil {
				return n, err
			}
			n++
		}
		bar.step(r.done)
	}
	return n, nil
}

// longText is from how many bytes on a text is encoded only when it is written: JSON Lines
// have several times its length.
const longText = 1 << 20

// saveMemory has garbage collected before it is half of what is in use, for a hundredth or
// two of the time. What a long text needs would else be doubled.
var saveMemory = sync.OnceFunc(func() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(25)
	}
})

// formlessError says that a format has no form for an article.
type formlessError struct{ error }

// encode writes a long article. Errors are the writer's own, or formless ones.
func (r result) encode(w io.Writer, f export.Format) error {
	to := &keeper{w: w}
	b := bufio.NewWriterSize(to, 1<<16)
	err := errors.Join(f.Write(b, r.id, r.long), b.Flush())
	if to.err != nil {
		return to.err
	}
	if err != nil {
		return formlessError{err}
	}
	return nil
}

// keeper keeps the error of a writer.
type keeper struct {
	w   io.Writer
	err error
}

func (k *keeper) Write(b []byte) (n int, err error) {
	n, k.err = k.w.Write(b)
	return n, k.err
}

// worker returns what analyses and encodes one document, which is more than laut.ReadAll
// does. A nil article has no result.
func worker(article func(document) *laut.Article, encoders []export.Format) func(context.Context, document) result {
	return func(_ context.Context, d document) result {
		r := result{id: d.id, file: d.file, done: d.done, err: d.err, note: d.note}
		if r.done || r.err != nil {
			return r
		}
		if len(d.text) >= longText {
			saveMemory()
		}
		a := article(d)
		if a == nil {
			return r
		}
		if len(d.text) >= longText {
			r.long = a
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
