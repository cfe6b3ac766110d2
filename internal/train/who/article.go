package main

import (
	"fmt"
	"os"
	"path/filepath"

	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	attribution "github.com/laut-nlp/laut/internal/model/attribution"
	"github.com/laut-nlp/laut/internal/roles"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
	"github.com/laut-nlp/laut/internal/who"
)

// article is an annotated article with the claims that laut finds in it.
type article struct {
	newsroom.Article
	doc       *extract.Document
	entities  []entities.Entity
	says      *saying.Sayings
	found     []claim.Claim // in order of their contents
	gold      []claim.Claim // the annotated ones, as the stage before would hand them on
	names     []string      // of gold
	foundName []string      // the right name of each claim found, unmatched if it is none
	discourse *who.Discourse
	spelled   map[int][]string
}

// unmatched marks a claim found that is none.
const unmatched = "\x00"

// reader finds claims by the embedded model.
type reader struct {
	spans        *spans.Model
	roles        *roles.Model
	spansScratch spans.Scratch
	rolesScratch roles.Scratch
}

func newReader() (*reader, error) {
	p, err := attribution.Open(attribution.File())
	if err != nil {
		return nil, err
	}
	r := &reader{}
	if r.spans, err = spans.Open(p.Tokens, p.Filter, spans.Calibration{Slope: p.Slope, Offset: p.Offset}); err != nil {
		return nil, err
	}
	r.roles, err = roles.Open(p.Roles, p.Speakers, p.Mediums)
	return r, err
}

const minScore = .4

func (r *reader) read(n newsroom.Article) *article {
	a := &article{Article: n, doc: extract.Parse(n.Text)}
	a.entities = entities.Extract(a.doc)
	a.says = saying.Find(syntax.New(a.doc, a.entities, saying.Cues()))
	reading, chosen := r.spans.Find(&r.spansScratch, spans.New(a.says, rules.Find(a.says)), minScore)
	a.found = sorted(r.roles.Find(&r.rolesScratch, reading, chosen))
	for _, c := range n.Claims {
		a.gold = append(a.gold, claim.Claim{
			Kind: claim.Kind(c.Kind), Medium: claim.Medium(c.Medium), Stance: claim.Stance(c.Stance), Parent: -1, Score: 1,
			Content: a.tokens(c.Content), Cue: a.tokens(c.Cue), Frame: a.tokens(c.Frame), Speaker: a.tokens(c.Speaker), Addressee: a.tokens(c.Addressee),
		})
		a.names = append(a.names, c.Name)
	}
	for i := range a.gold {
		c := &a.gold[i]
		c.Carried = len(c.Speaker) > 0 && len(c.Cue) == 0 && !claim.Contains(c.Content, c.Speaker[0]) && c.Kind != claim.Reported && c.Speaker[len(c.Speaker)-1] < c.Content[0]
		for k := i - 1; k >= 0; k-- {
			p := &a.gold[k]
			if len(p.Content) > len(c.Content) && claim.Contains(p.Content, c.Content[0]) && claim.Contains(p.Content, c.Content[len(c.Content)-1]) {
				c.Parent = k
				break
			}
		}
	}
	a.match()
	a.discourse = who.Read(a.says)
	return a
}

// sorted brings claims into the order of their contents, and their parents with them.
func sorted(list []claim.Claim) []claim.Claim { return claim.Sorted(list) }

func (a *article) tokens(spans []extract.Span) (ts []int) {
	for _, s := range spans {
		first, last := a.doc.TokensIn(s)
		ts = claim.Union(ts, claim.Tokens(first, last))
	}
	return ts
}

// match gives each claim found the name of the annotated one that it overlaps most.
func (a *article) match() {
	a.foundName = make([]string, len(a.found))
	taken := make([]bool, len(a.gold))
	for i := range a.found {
		a.foundName[i] = unmatched
	}
	for {
		best, bi, bk := .4999, -1, -1
		for i := range a.found {
			if a.foundName[i] != unmatched {
				continue
			}
			for k := range a.gold {
				if !taken[k] && len(a.gold[k].Content) > 0 {
					if j := claim.Jaccard(a.found[i].Content, a.gold[k].Content); j > best {
						best, bi, bk = j, i, k
					}
				}
			}
		}
		if bi < 0 {
			return
		}
		a.foundName[bi], taken[bk] = a.names[bk], true
	}
}

// readAll reads the articles of a split.
func readAll(data, split string) (out []*article, err error) {
	r, err := newReader()
	if err != nil {
		return nil, err
	}
	source := newsroom.Own(newsroom.Train)
	switch split {
	case "dev":
		source = newsroom.Own(newsroom.Dev)
	case "wikinews":
		source = newsroom.Wikinews(filepath.Join(data, "data/newsroom/wikinews.jsonl.gz"))
	}
	for n, err := range source {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", split, err)
		}
		out = append(out, r.read(n))
		fmt.Fprint(os.Stderr, ".")
	}
	fmt.Fprintln(os.Stderr)
	return out, nil
}
