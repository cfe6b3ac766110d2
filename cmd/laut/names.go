package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/entities"
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
	l := nameList{file: file}
	if err := l.label.UnmarshalText([]byte(label)); err != nil || l.label == 0 {
		return errors.New("want the label PER, ORG, LOC or MISC")
	}
	*n = append(*n, l)
	return nil
}

// extractor returns the extractor with the names of the files, or all that is wrong with them.
func (n nameLists) extractor() (*entities.Extractor, error) {
	var options []entities.Option
	var wrong []error
	for _, l := range n {
		f, err := os.Open(l.file)
		if err != nil {
			wrong = append(wrong, failure(l.file, err))
			continue
		}
		defer f.Close()
		options = append(options, entities.WithNamesFrom(f, l.label))
	}
	extractor, err := entities.New(options...)
	return extractor, errors.Join(append(wrong, err)...)
}

// newReader returns the reader that the flags ask for, or all that is wrong with them.
func newReader(n nameLists, c *claimFlags) (*laut.Reader, error) {
	extractor, err := n.extractor()
	if err != nil {
		return nil, err
	}
	x, err := c.extractor()
	if err != nil {
		return nil, err
	}
	return laut.New(laut.WithEntities(extractor), laut.WithClaims(x))
}

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
