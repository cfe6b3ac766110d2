package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// nameLists are the files of the flag -names.
type nameLists []nameList

type nameList struct {
	label entities.Label
	file  string
}

func (n *nameLists) set(s string) error {
	label, file, ok := strings.Cut(s, "=")
	if !ok || file == "" {
		return errors.New("want LABEL=FILE")
	}
	for l := entities.PER; l <= entities.MISC; l++ {
		if l.String() == label {
			*n = append(*n, nameList{l, file})
			return nil
		}
	}
	return errors.New("want the label PER, ORG, LOC or MISC")
}

// reader returns laut.Read with the names of the files, or what is wrong with them.
func (n nameLists) reader() (read func(string) *laut.Article, wrong []error) {
	if len(n) == 0 {
		return laut.Read, nil
	}
	var options []entities.Option
	for _, l := range n {
		f, err := os.Open(l.file)
		if err != nil {
			wrong = append(wrong, failure(l.file, err))
			continue
		}
		defer f.Close()
		options = append(options, entities.WithNames(f, l.label))
	}
	tagger, err := entities.New(options...)
	if wrong = append(wrong, listErrors(err)...); len(wrong) > 0 {
		return nil, wrong
	}
	return func(text string) *laut.Article {
		d := extract.Parse(text)
		es := tagger.Tag(d)
		return &laut.Article{Document: d, Entities: es, Claims: claims.Extract(d, es)}
	}, nil
}

// listErrors takes a joined error apart.
func listErrors(err error) (errs []error) {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			errs = append(errs, listErrors(e)...)
		}
		return errs
	}
	if e, ok := errors.AsType[*entities.ListError](err); ok {
		err = failure(fmt.Sprintf("%s:%d", e.File, e.Line), e.Err)
	}
	return []error{err}
}
