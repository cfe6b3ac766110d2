package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	laut "github.com/laut-nlp/laut"
	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/linewise"
)

// gold is what is to be measured on.
type gold struct {
	task, subcorpus string
	diff            bool
	complain        func(error)
	docs            []corpus.Document
	articles        []*laut.Article // of the documents, where they are no corpus of another kind; else nil
	corrected       bool            // some of it is no corpus, but what laut wrote and a person has corrected
}

// read adds the documents of a file or a folder of brat.
func (g *gold) read(name string) {
	switch {
	case newsroom.Holds(name):
		g.readNewsroom(name)
	case isFolder(name):
		bratFolder(name, func(item export.Item, err error) {
			d := corpus.Document{}
			if err == nil {
				if d, err = g.item(item); err != nil {
					err = failure(item.ID.String(), err)
				}
			}
			g.add(d, item.Article, err)
		})
	case strings.HasSuffix(strings.TrimSuffix(name, ".gz"), ".jsonl"):
		g.readLines(name)
	default:
		for d, err := range corpus.File(name) {
			g.add(d, nil, err)
		}
	}
}

// readNewsroom adds the articles of a file or a folder of the newsroom corpus.
func (g *gold) readNewsroom(name string) {
	if g.task == "entities" {
		g.add(corpus.Document{}, nil, failure(name, errNowhere))
		return
	}
	for a, err := range newsroom.Load(name) {
		if err != nil {
			g.add(corpus.Document{}, nil, err)
			continue
		}
		article := eval.FromNewsroom(a)
		d, err := g.item(export.Item{ID: export.StringID(a.ID), Article: article})
		if err != nil {
			err = failure(a.ID, err)
		}
		d.Genre = a.Genre
		g.add(d, article, err)
	}
}

// errNowhere is why the newsroom corpus is not for eval entities.
var errNowhere = errors.New("the newsroom corpus says what is named, but not where")

// readLines adds the documents of JSON Lines: of each line the one that its keys tell, the
// corpus of quotations ("quotes"), the newsroom corpus ("claims", whose "speaker" is an
// array) or what laut writes ("claims").
func (g *gold) readLines(name string) {
	f, err := corpus.Open(name)
	if err != nil {
		g.add(corpus.Document{}, nil, err)
		return
	}
	defer f.Close()
	for l := range linewise.Of(f, name) {
		var item export.Item
		d, err := corpus.Document{}, l.Err
		if err == nil {
			d, item, err = g.line(l.Data)
		}
		if err != nil {
			err = failure(l.Where, err)
		}
		g.add(d, item.Article, err)
	}
}

// add adds a document and its article, or tells what was wrong with it.
func (g *gold) add(d corpus.Document, a *laut.Article, err error) {
	if err == nil && a == nil && g.task == "claims" {
		err = failure(d.ID, errors.New("its speakers have no names"))
	}
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = failure(p.Path, err)
	}
	switch {
	case err != nil:
		g.complain(err)
	case g.subcorpus == "" || d.Genre == g.subcorpus:
		g.docs = append(g.docs, d)
		g.articles = append(g.articles, a)
	}
}

func (g *gold) line(line []byte) (d corpus.Document, item export.Item, err error) {
	var keys struct{ Quotes, Claims, Text, Sentences json.RawMessage }
	switch {
	case json.Unmarshal(line, &keys) != nil || keys.Claims == nil || keys.Quotes != nil:
		d, err = corpus.ParseQuotes(string(line)) // which also says what is broken
		return d, item, err
	case eval.IsNewsroom(line) && g.task == "entities":
		err = errNowhere
	case eval.IsNewsroom(line):
		item, err = newsroomItem(line)
	default:
		if err = inBytes(keys.Text, keys.Sentences); err == nil {
			item, err = export.JSONLines{}.Parse(line)
		}
	}
	if err == nil {
		d, err = g.item(item)
	}
	return d, item, err
}

// newsroomItem reads a line of the newsroom corpus.
func newsroomItem(line []byte) (item export.Item, err error) {
	a, err := eval.ParseNewsroom(line)
	if err != nil {
		return item, err
	}
	return export.Item{ID: export.StringID(a.ID), Article: eval.FromNewsroom(a)}, nil
}

// item returns the document of an article that a person has corrected.
func (g *gold) item(item export.Item) (corpus.Document, error) {
	if g.task == "tokens" {
		return corpus.Document{}, errors.New("its tokens are laut's own, so that there is nothing to measure")
	}
	g.corrected = true
	return eval.FromArticle(item.ID.String(), item.Article)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// bratFolder gives the documents of a folder and of those below it in order of their
// names, with the path of the text as id, and what is wrong with them before each: an
// annotation without its text, a text without its annotation, and broken lines.
func bratFolder(folder string, give func(export.Item, error)) {
	texts := 0
	filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		extension := filepath.Ext(path)
		base := strings.TrimSuffix(path, extension)
		switch {
		case err != nil:
			give(export.Item{}, failure(path, err))
		case extension == ".txt":
			texts++
			item, err := bratDocument(base)
			for _, e := range listErrors(err) {
				give(export.Item{}, e)
			}
			if item.Article != nil {
				give(item, nil)
			}
		case extension == ".ann": // it comes with its text
			if _, err := os.Stat(base + ".txt"); err != nil {
				give(export.Item{}, failure(base+".txt", err))
			}
		}
		return nil
	})
	if texts == 0 {
		give(export.Item{}, fmt.Errorf("%s: no text (.txt) in this folder", folder))
	}
}

// bratDocument reads a pair of files.
func bratDocument(base string) (item export.Item, err error) {
	text, err := os.Open(base + ".txt")
	if err != nil {
		return item, failure(base+".txt", err)
	}
	defer text.Close()
	ann, err := os.Open(base + ".ann")
	if err != nil {
		return item, failure(base+".ann", err)
	}
	defer ann.Close()
	item.ID = export.StringID(base + ".txt")
	item.Article, err = export.Brat{}.Read(text, ann, base+".ann")
	return item, err
}
