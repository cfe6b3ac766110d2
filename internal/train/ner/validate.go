package main

import (
	"fmt"
	"io"
	"time"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/ner"
)

// figures are what validation counts.
type figures struct {
	gold   []corpus.Document
	system [][]corpus.Entity
	tokens int
	time   time.Duration
}

// measure finds the names of documents.
func (f *figures) measure(r *ner.Recogniser, docs []*document, errs io.Writer) {
	for _, d := range docs {
		tokens, ends := d.tokens()
		begin := time.Now()
		found := r.Find(tokens, ends, nil)
		f.time += time.Since(begin)
		f.tokens += len(tokens)
		all := d.doc.Tokens()
		var system []corpus.Entity
		for _, m := range found {
			span := extract.Span{Start: all[m.First].Start, End: all[m.Last-1].End}
			system = append(system, corpus.Entity{Span: span, Label: m.Class.String(), Form: corpus.Form(m.Form)})
		}
		f.gold, f.system = append(f.gold, *d.gold), append(f.system, system)
		if errs != nil {
			writeErrors(errs, d.doc, d.gold.Entities, system)
		}
	}
}

// writeErrors writes the mentions that one side has and the other has not.
func writeErrors(w io.Writer, d *extract.Document, gold, system []corpus.Entity) {
	miss := func(what string, a, b []corpus.Entity) {
	next:
		for _, x := range a {
			if !x.Scored() || x.Nested {
				continue
			}
			for _, y := range b {
				if y.Span == x.Span && y.Label == x.Label && y.Form == x.Form && !y.Nested {
					continue next
				}
			}
			text := d.String()
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", what, x.Label, d.Slice(x.Span), text[max(0, x.Start-80):min(len(text), x.End+80)])
		}
	}
	miss("missed", gold, system)
	miss("false", system, gold)
}

func (f *figures) report() (*eval.Report, error) { return eval.Entities(f.gold, f.system) }

// validate trains on all documents but those of the test part and measures on it.
func (t *trainer) validate(f *figures, training, test []*document, errs io.Writer) error {
	file, err := t.train("", training)
	if err != nil {
		return err
	}
	r, err := ner.NewWith(file, t.templates, test[0].guide)
	if err != nil {
		return err
	}
	f.measure(r, test, errs)
	return nil
}

// folds is how many parts cross-validation has.
const folds = 6

// crossValidate measures on folds of the documents of one source, with all others
// in training.
func (t *trainer) crossValidate(docs, others []*document, errs io.Writer) (*figures, error) {
	f := &figures{}
	for fold := range folds {
		training := others[:len(others):len(others)]
		var test []*document
		for i, d := range docs {
			if i%folds == fold {
				test = append(test, d)
			} else {
				training = append(training, d)
			}
		}
		t.seen = nil // what models of other folds say they have learned from the test part
		if err := t.validate(f, training, test, errs); err != nil {
			return nil, err
		}
		report, err := f.report()
		if err != nil {
			return nil, err
		}
		t.report("fold %d of %d\n%v", fold+1, folds, report)
	}
	return f, nil
}
