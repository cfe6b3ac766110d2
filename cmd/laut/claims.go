package main

import (
	"errors"
	"flag"
	"fmt"
	"strconv"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
)

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
	out := *a
	out.Claims = claims.Filter(a.Claims, func(x claims.Claim) bool { return c.minScore == nil || x.Score >= *c.minScore })
	for i := range out.Claims {
		out.Claims[i].Speaker = out.Claims[i].Speaker.Sure(c.minSpeakerScore)
	}
	return &out
}
