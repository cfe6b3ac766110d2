package main

import (
	"encoding/json"
	"errors"
	"fmt"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/record"
)

// readPredictions reads what a system found and finds the prediction of each gold document,
// by its id or byText; those of the same are taken in their order. ok is false when it
// cannot be read at all.
func readPredictions(name string, gold []corpus.Document, tokens, byText bool, complain func(error)) (system []found, ok bool) {
	byText = byText || isFolder(name)
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
	// take calls read for what is asked about; PRED may hold more.
	take := func(id, text, where string, read func() (found, error)) {
		k := key(id, text)
		if len(waiting[k]) == 0 {
			return
		}
		i := waiting[k][0]
		waiting[k] = waiting[k][1:]
		err := fmt.Errorf("the text of %q is not that of GOLD", id)
		if text == gold[i].Text {
			system[i], err = read()
		}
		if err != nil {
			complain(failure(where, err))
		}
	}
	if isFolder(name) {
		if tokens {
			complain(fmt.Errorf("%s: brat has no tokens", name))
			return nil, false
		}
		bratFolder(name, func(item export.Item, err error) {
			if err != nil {
				complain(err)
				return
			}
			a, id := item.Article, item.ID.String()
			take(id, a.Document.String(), id, func() (found, error) { return foundIn(a), nil })
		})
	} else {
		f, err := corpus.Open(name)
		if err != nil {
			complain(failure(name, err))
			return nil, false
		}
		defer f.Close()
		for l := range linewise.Of(f, name) {
			var p prediction
			err := l.Err
			if err == nil {
				p, err = parsePrediction(l.Data, tokens)
			}
			if err != nil {
				complain(failure(l.Where, err))
				continue
			}
			take(p.id, p.text, l.Where, p.read)
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

// prediction is what a line has; read is called only for a document that is asked about.
type prediction struct {
	id, text string
	read     func() (found, error)
}

func parsePrediction(line []byte, tokens bool) (p prediction, err error) {
	if !tokens && eval.IsNewsroom(line) { // a second reading
		item, err := newsroomItem(line)
		if err != nil {
			return p, err
		}
		return prediction{item.ID.String(), item.Article.Document.String(), func() (found, error) { return foundIn(item.Article), nil }}, nil
	}
	var r record.Record
	if err := json.Unmarshal(line, &r); err != nil {
		return p, linewise.BrokenJSON(err)
	}
	var id export.ID
	if r.ID != nil {
		if err := id.UnmarshalJSON(r.ID); err != nil {
			return p, err
		}
	}
	return prediction{id.String(), r.Text, func() (found, error) { return recordFound(&r, tokens) }}, nil
}

// recordFound returns what a line of JSON Lines holds. Tokens and sentences are the record's
// own, since they are what may be measured.
func recordFound(r *record.Record, tokens bool) (f found, err error) {
	if tokens && r.Tokens == nil {
		return f, errors.New("no tokens: they are written with -tokens")
	}
	a, err := r.Article(offsets.Bytes)
	if err != nil {
		return f, err
	}
	f = foundIn((*laut.Article)(&a))
	for _, t := range r.Tokens {
		f.tokens = append(f.tokens, extract.Span(t.Range))
		f.tags = append(f.tags, eval.Tag{Span: extract.Span(t.Range), UPOS: t.POS, Lemma: t.Lemma, Mood: t.Mood})
	}
	f.sentences = each(r.Sentences, func(s offsets.Range) extract.Span { return extract.Span(s) })
	return f, nil
}
