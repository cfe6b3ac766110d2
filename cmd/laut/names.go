package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
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

// claimFlags are the flags that say how claims are found.
type claimFlags struct {
	minScore        *float64 // nil: the default
	minSpeakerScore float64
}

func (c *claimFlags) add(flags *flag.FlagSet) {
	flags.Func("min-score", fmt.Sprintf("`S` leave out claims with a score below S, from 0 to 1: more is more precise, less finds more; "+
		"default %v", claims.DefaultMinScore), func(s string) (err error) {
		c.minScore = new(float64)
		*c.minScore, err = parseScore(s)
		return err
	})
	flags.Func("min-speaker-score", "`S` leave open who speaks where the score of the name is below S, from 0 to 1: the claim stays, "+
		"without a name; default 0", func(s string) (err error) {
		c.minSpeakerScore, err = parseScore(s)
		return err
	})
}

func parseScore(s string) (float64, error) {
	score, err := strconv.ParseFloat(s, 64)
	if err != nil || !(score >= 0 && score <= 1) { // NaN too
		return 0, errors.New("want a score from 0 to 1")
	}
	return score, nil
}

// given names a flag that is given, "" if none is.
func (c *claimFlags) given() string {
	switch {
	case c.minScore != nil:
		return "min-score"
	case c.minSpeakerScore > 0:
		return "min-speaker-score"
	}
	return ""
}

// extractor returns the extractor that the flags ask for.
func (c *claimFlags) extractor() (*claims.Extractor, error) {
	options := []claims.Option{claims.WithMinSpeakerScore(c.minSpeakerScore)}
	if c.minScore != nil {
		options = append(options, claims.WithMinScore(*c.minScore))
	}
	return claims.New(options...)
}

// of returns what was found in an article before as the flags ask for it: without claims with
// too small a score, and without names with one.
func (c *claimFlags) of(a *laut.Article) *laut.Article {
	score := 0.0
	if c.minScore != nil {
		score = *c.minScore
	}
	out := *a
	out.Claims = claims.AtLeast(a.Claims, score, c.minSpeakerScore)
	return &out
}

// read returns the article of a document. Of what laut wrote the claims are taken as they
// stand, but as the flags ask.
func (c *claimFlags) read(d document, r *laut.Reader) *laut.Article {
	if d.article == nil {
		return r.Read(d.text)
	}
	return c.of(d.article)
}
