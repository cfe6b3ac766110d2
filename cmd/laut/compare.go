package main

import (
	"fmt"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/eval"
	"github.com/laut-nlp/laut/extract"
)

// comparison is what eval claims prints.
type comparison struct {
	differences strings.Builder
	report      eval.Report
}

// String returns the differences, a line each, and the table after them.
func (c *comparison) String() string {
	if c.differences.Len() > 0 {
		return c.differences.String() + "\n" + c.report.String()
	}
	return c.report.String()
}

// scoreClaims compares what was found with what is right, by the names of the speakers.
func scoreClaims(g *gold, system []found) (fmt.Stringer, error) {
	c := new(comparison)
	for i, d := range g.docs {
		got := system[i].article
		if got == nil {
			got = &laut.Article{Document: extract.Parse(d.Text)}
		}
		one, err := eval.Compare(got, g.articles[i])
		if err != nil {
			return nil, failure(d.ID, err)
		}
		c.report.Add(one.Counts)
		if !g.diff {
			continue
		}
		for _, difference := range one.Differences {
			fmt.Fprintf(&c.differences, "%s:%s\n", d.ID, difference)
		}
	}
	return c, nil
}
