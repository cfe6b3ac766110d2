package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/linewise"
)

// prediction is what a system says of a document. read is called for those that are asked
// about.
type prediction struct {
	id, text string
	where    string // for errors
	read     func() (found, error)
}

// readPredictions reads what a system found and finds the prediction of each gold document,
// by its id or byText; those of the same are taken in their order. ok is false when it
// cannot be read at all.
func readPredictions(name string, gold []corpus.Document, tokens, byText bool, complain func(error)) (system []found, ok bool) {
	var predictions iter.Seq2[prediction, error]
	if isFolder(name) {
		if tokens {
			complain(fmt.Errorf("%s: brat has no tokens", name))
			return nil, false
		}
		predictions, byText = bratPredictions(name), true
	} else {
		f, err := corpus.Open(name)
		if err != nil {
			complain(failure(name, err))
			return nil, false
		}
		defer f.Close()
		predictions = recordPredictions(f, name, tokens)
	}
	key := func(id, text string) string {
		if byText {
			return text
		}
		return id
	}
	waiting := map[string][]int{}
	for i, d := range gold {
		k := key(d.ID, d.Text)
		waiting[k] = append(waiting[k], i)
	}
	system = make([]found, len(gold))
	for p, err := range predictions {
		if err != nil {
			complain(err)
			continue
		}
		k := key(p.id, p.text)
		if len(waiting[k]) == 0 {
			continue // PRED may hold more than is asked about
		}
		i := waiting[k][0]
		waiting[k] = waiting[k][1:]
		if p.text != gold[i].Text {
			complain(failure(p.where, fmt.Errorf("the text of %q is not that of GOLD", p.id)))
		} else if system[i], err = p.read(); err != nil {
			complain(failure(p.where, err))
		}
	}
	for _, d := range gold {
		k := key(d.ID, d.Text)
		if n := len(waiting[k]); n > 0 {
			delete(waiting, k)
			what := "id"
			if byText {
				what = "text of"
			}
			complain(fmt.Errorf("%s: GOLD has more documents with the %s %q, by %d", name, what, d.ID, n))
		}
	}
	return system, true
}

// recordPredictions yields what JSON Lines hold. Tokens and sentences are the records' own,
// since they are what may be measured.
func recordPredictions(r io.Reader, name string, tokens bool) iter.Seq2[prediction, error] {
	return func(yield func(prediction, error) bool) {
		for l := range linewise.Of(r, name) {
			var record export.Record
			err := l.Err
			if err == nil {
				err = linewise.BrokenJSON(json.Unmarshal(l.Data, &record))
			}
			if err != nil {
				if !yield(prediction{}, failure(l.Where, err)) {
					return
				}
				continue
			}
			read := func() (found, error) { return recordFound(&record, tokens) }
			if !yield(prediction{record.ID.String(), record.Text, l.Where, read}, nil) {
				return
			}
		}
	}
}

func recordFound(r *export.Record, tokens bool) (f found, err error) {
	if tokens && r.Tokens == nil {
		return f, errors.New("no tokens: they are written with -tokens")
	}
	a, err := r.Article(export.Bytes)
	if err != nil {
		return f, err
	}
	f = found{entities: a.Entities, claims: a.Claims}
	for _, t := range r.Tokens {
		f.tokens = append(f.tokens, extract.Span(t.Range))
		f.tags = append(f.tags, eval.Tag{Span: extract.Span(t.Range), UPOS: t.POS, Lemma: t.Lemma, Mood: t.Mood})
	}
	f.sentences = each(r.Sentences, func(s export.Range) extract.Span { return extract.Span(s) })
	return f, nil
}

// bratPredictions yields what a folder of brat holds.
func bratPredictions(folder string) iter.Seq2[prediction, error] {
	return func(yield func(prediction, error) bool) {
		for item, err := range bratFolder(folder) {
			p := prediction{where: item.ID.String()}
			if a := item.Article; a != nil {
				p.id, p.text = p.where, a.Document.Text()
				p.read = func() (found, error) { return found{entities: a.Entities, claims: a.Claims}, nil }
			}
			if !yield(p, err) {
				return
			}
		}
	}
}
