package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/linewise"
)

// readGold reads what is to be measured on, for a task of eval. corrected tells that some
// of it is no corpus, but what laut wrote and a person has corrected.
func readGold(names, task, subcorpus string, block int, complain func(error)) (gold []corpus.Document, corrected bool) {
	for name := range strings.SplitSeq(names, ",") {
		docs := corpus.File(name)
		switch {
		case isFolder(name):
			docs = goldItems(bratFolder(name), task, &corrected)
		case strings.HasSuffix(strings.TrimSuffix(name, ".gz"), ".jsonl"):
			docs = goldLines(name, task, &corrected)
		}
		for d, err := range docs {
			switch {
			case err != nil:
				if _, ok := errors.AsType[*fs.PathError](err); ok {
					err = failure(name, err)
				}
				complain(err)
			case subcorpus == "" || d.Genre == subcorpus:
				gold = append(gold, d)
			}
		}
	}
	if block > 0 {
		gold = corpus.Blocks(gold, block)
	}
	return gold, corrected
}

// goldLines yields the documents of JSON Lines: of each line the one that its keys tell, the
// corpus of quotations ("quotes") or what laut writes ("claims").
func goldLines(name, task string, corrected *bool) iter.Seq2[corpus.Document, error] {
	return func(yield func(corpus.Document, error) bool) {
		f, err := corpus.Open(name)
		if err != nil {
			yield(corpus.Document{}, err)
			return
		}
		defer f.Close()
		for l := range linewise.Of(f, name) {
			d, err := corpus.Document{}, l.Err
			if err == nil {
				d, err = goldLine(l.Data, task, corrected)
			}
			if err != nil {
				err = failure(l.Where, err)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

func goldLine(line []byte, task string, corrected *bool) (corpus.Document, error) {
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
	return goldItem(item, task, corrected)
}

// goldItems yields a document for each article.
func goldItems(items iter.Seq2[export.Item, error], task string, corrected *bool) iter.Seq2[corpus.Document, error] {
	return func(yield func(corpus.Document, error) bool) {
		for item, err := range items {
			d := corpus.Document{}
			if err == nil {
				if d, err = goldItem(item, task, corrected); err != nil {
					err = failure(item.ID.String(), err)
				}
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

func goldItem(item export.Item, task string, corrected *bool) (corpus.Document, error) {
	if task == "tokens" {
		return corpus.Document{}, errors.New("its tokens are laut's own, so that there is nothing to measure")
	}
	*corrected = true
	return eval.FromArticle(item.ID.String(), item.Article)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// bratFolder yields the documents of a folder and of those below it in order of their
// names, with the path of the text as id, and what is wrong with them before each: an
// annotation without its text, a text without its annotation, and broken lines.
func bratFolder(folder string) iter.Seq2[export.Item, error] {
	return func(yield func(export.Item, error) bool) {
		stopped := errors.New("stopped")
		texts := 0
		give := func(item export.Item, err error) error {
			if !yield(item, err) {
				return stopped
			}
			return nil
		}
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return give(export.Item{}, failure(path, err))
			}
			base, isText := strings.CutSuffix(path, ".txt")
			if !isText {
				var isAnn bool
				if base, isAnn = strings.CutSuffix(path, ".ann"); !isAnn {
					return nil
				}
				if _, err := os.Stat(base + ".txt"); err != nil {
					return give(export.Item{}, failure(base+".txt", err))
				}
				return nil // it comes with its text
			}
			texts++
			item, err := bratDocument(base)
			for _, e := range listErrors(err) {
				if err := give(export.Item{}, e); err != nil {
					return err
				}
			}
			if item.Article == nil {
				return nil
			}
			return give(item, nil)
		})
		if err == nil && texts == 0 {
			yield(export.Item{}, fmt.Errorf("%s: no text (.txt) in this folder", folder))
		}
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
