package main

import (
	"slices"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	compare "github.com/laut-nlp/laut/eval"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/who"
)

// spellings returns the name of an entity and how the text spells it, each once.
func spellings(d *extract.Document, e entities.Entity) []string {
	out := []string{e.Name}
	for _, m := range e.Mentions {
		if s := d.Slice(m.Span); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// right reports whether a candidate is who a claim is by, as the measure does.
func (a *article) right(c who.Candidate, want string) bool {
	if c.Entity < 0 {
		return rightName(named{c.Name, false, want})
	}
	return slices.ContainsFunc(a.spelled[c.Entity], func(s string) bool { return rightName(named{s, true, want}) })
}

// named is a name that is to be judged.
type named struct {
	name   string
	entity bool
	want   string
}

var judged = map[named]bool{}

// rightName judges a name, by comparing two articles of one claim.
func rightName(n named) bool {
	right, ok := judged[n]
	if ok {
		return right
	}
	got, want := oneClaim(n.name), oneClaim(n.want)
	if n.entity {
		got.Entities = []entities.Entity{{ID: 1, Label: entities.PER, Name: n.name}}
		got.Claims[0].Speaker.Entity = 1
	}
	c, err := compare.Compare(got, want)
	if err != nil {
		panic(err)
	}
	right = c.Named.Precise == 1
	judged[n] = right
	return right
}

var oneWord = extract.Parse("Ja")

func oneClaim(name string) *laut.Article {
	return &laut.Article{Document: oneWord, Claims: []claims.Claim{{
		Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Asserts, Content: []extract.Span{{Start: 0, End: 2}}, Speaker: claims.Speaker{Name: name},
	}}}
}
