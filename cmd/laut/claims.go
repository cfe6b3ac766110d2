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
	rules    bool
	minScore *float64 // nil: the extractor's own
}

func (c *claimFlags) add(flags *flag.FlagSet) {
	flags.BoolVar(&c.rules, "rules", false, "find claims by rules alone, without the models learned from the quotations of "+
		"German Wikinews, which are not for commercial use")
	flags.Func("min-score", fmt.Sprintf("`S` leave out claims with a score below S, from 0 to 1: more is more precise, less finds more; "+
		"default %v, with -rules 0", claims.DefaultMinScore), func(s string) error {
		score, err := strconv.ParseFloat(s, 64)
		if err != nil || !(score >= 0 && score <= 1) { // NaN too
			return errors.New("want a score from 0 to 1")
		}
		c.minScore = &score
		return nil
	})
}

// given reports whether there is such a flag.
func (c *claimFlags) given() bool { return c.rules || c.minScore != nil }

// extractor returns the extractor that the flags ask for.
func (c *claimFlags) extractor() (*claims.Extractor, error) {
	x := claims.Rules()
	if !c.rules {
		x = claims.Learned()
	}
	if c.minScore == nil {
		return x, nil
	}
	return x.With(claims.WithMinScore(*c.minScore))
}
