package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/linewise"
)

// readPredictions reads JSON Lines and finds the record of each gold document by
// its id; ids that occur several times are taken in their order. ok is false
// when the file cannot be read at all.
func readPredictions(name string, gold []corpus.Document, tokens bool, complain func(error)) (system []found, ok bool) {
	waiting := map[string][]int{}
	for i, d := range gold {
		waiting[d.ID] = append(waiting[d.ID], i)
	}
	f, err := corpus.Open(name)
	if err != nil {
		complain(failure(name, err))
		return nil, false
	}
	defer f.Close()
	system = make([]found, len(gold))
	for l := range linewise.Of(f, name) {
		if l.Err != nil {
			complain(failure(l.Where, l.Err))
			break
		}
		var r export.Record
		if err := json.Unmarshal(l.Data, &r); err != nil {
			complain(failure(l.Where, linewise.BrokenJSON(err)))
			continue
		}
		id := r.ID.String()
		if len(waiting[id]) == 0 {
			continue // PRED may hold more than is asked about
		}
		i := waiting[id][0]
		waiting[id] = waiting[id][1:]
		if system[i], err = prediction(&r, gold[i].Text, tokens); err != nil {
			complain(failure(l.Where, err))
		}
	}
	for _, d := range gold {
		if n := len(waiting[d.ID]); n > 0 {
			delete(waiting, d.ID)
			complain(fmt.Errorf("%s: GOLD has more documents with the id %q, by %d", name, d.ID, n))
		}
	}
	return system, true
}

// prediction returns what a record says of a text. Tokens and sentences are the record's
// own, since they are what may be measured.
func prediction(r *export.Record, text string, tokens bool) (f found, err error) {
	if r.Text != text {
		return f, fmt.Errorf("the text of %q is not that of GOLD", r.ID)
	}
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
