package main

import (
	"errors"
	"flag"
	"fmt"
	"strconv"

	"github.com/laut-nlp/laut/claims"
)

// claimFlags are the flags that say how claims are found.
type claimFlags struct {
	minScore *float64 // nil: the default
}

func (c *claimFlags) add(flags *flag.FlagSet) {
	flags.Func("min-score", fmt.Sprintf("`S` leave out claims with a score below S, from 0 to 1: more is more precise, less finds more; "+
		"default %v", claims.DefaultMinScore), func(s string) error {
		score, err := strconv.ParseFloat(s, 64)
		if err != nil || !(score >= 0 && score <= 1) { // NaN too
			return errors.New("want a score from 0 to 1")
		}
		c.minScore = &score
		return nil
	})
}

// given reports whether there is such a flag.
func (c *claimFlags) given() bool { return c.minScore != nil }

// extractor returns the extractor that the flags ask for.
func (c *claimFlags) extractor() (*claims.Extractor, error) {
	if !c.given() {
		return claims.New()
	}
	return claims.New(claims.WithMinScore(*c.minScore))
}
