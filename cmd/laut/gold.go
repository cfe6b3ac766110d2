package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"strings"

	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/linewise"
)

// gold is what is to be measured on.
type gold struct {
	task, subcorpus string
	complain        func(error)
	docs            []corpus.Document
	corrected       bool // some of it is no corpus, but what laut wrote and a person has corrected
}

// read adds the documents of a file or a folder of brat.
func (g *gold) read(name string) {
	switch {
	case isFolder(name):
		bratFolder(name, func(item export.Item, err error) {
			d := corpus.Document{}
			if err == nil {
				if d, err = g.item(item); err != nil {
					err = failure(item.ID.String(), err)
				}
			}
			g.add(d, err)
		})
	case strings.HasSuffix(strings.TrimSuffix(name, ".gz"), ".jsonl"):
		g.readLines(name)
	default:
		for d, err := range corpus.File(name) {
			g.add(d, err)
		}
	}
}

// readLines adds the documents of JSON Lines: of each line the one that its keys tell, the
// corpus of quotations ("quotes") or what laut writes ("claims").
func (g *gold) readLines(name string) {
	f, err := corpus.Open(name)
	if err != nil {
		g.add(corpus.Document{}, err)
		return
	}
	defer f.Close()
	for l := range linewise.Of(f, name) {
		d, err := corpus.Document{}, l.Err
		if err == nil {
			d, err = g.line(l.Data)
		}
		if err != nil {
			err = failure(l.Where, err)
		}
		g.add(d, err)
	}
}

// add adds a document, or tells what was wrong with it.
func (g *gold) add(d corpus.Document, err error) {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = failure(p.Path, err)
	}
	switch {
	case err != nil:
		g.complain(err)
	case g.subcorpus == "" || d.Genre == g.subcorpus:
		g.docs = append(g.docs, d)
	}
}

func (g *gold) line(line []byte) (corpus.Document, error) {
	var keys struct{ Quotes, Claims, Text, Sentences json.RawMessage }
	if json.Unmarshal(line, &keys) != nil || keys.Claims == nil || keys.Quotes != nil {
		return corpus.ParseQuotes(string(line)) // which also says what is broken
	}
	if err := inBytes(keys.Text, keys.Sentences); err != nil {
		return corpus.Document{}, err
	}
	item, err := export.JSONLines{}.Parse(line)
	if err != nil {
		return corpus.Document{}, err
	}
	return g.item(item)
}

// item returns the document of an article that a person has corrected.
func (g *gold) item(item export.Item) (corpus.Document, error) {
	if g.task == "tokens" {
		return corpus.Document{}, errors.New("its tokens are laut's own, so that there is nothing to measure")
	}
	g.corrected = true
	return eval.FromArticle(item.ID.String(), item.Article)
}
