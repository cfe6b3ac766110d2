package main

import (
	"encoding/gob"
	"fmt"
	"iter"
	"os"

	"github.com/laut-nlp/laut/claims"
	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/eval"
	attribution "github.com/laut-nlp/laut/internal/model/attribution"
	"github.com/laut-nlp/laut/internal/overlap"
	"github.com/laut-nlp/laut/internal/roles"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
)

// article is an annotated article with the claims that laut finds in it.
type article struct {
	newsroom.Article
	doc         *extract.Document
	entities    []entities.Entity
	spelled     [][]string // by entity: its spellings
	says        *saying.Sayings
	discourse   *discourse.Discourse
	found, gold task
}

// task is claims in order of their contents, each with the right name of its speaker.
type task struct {
	claims []claim.Claim
	names  []string
	known  []bool  // whether there is a right name: not of what is no claim
	words  [][]int // the annotated words of the speaker
}

// reader finds claims: in articles that the embedded model has learned from, those that models
// found which have not seen the article.
type reader struct {
	found        map[string][]claim.Claim // by the id of the article
	spans        *spans.Model
	roles        *roles.Model
	spansScratch spans.Scratch
	rolesScratch roles.Scratch
}

// newReader returns a reader for what internal/train/attribution has written.
func newReader(found string) (*reader, error) {
	r := &reader{}
	if found != "" {
		f, err := os.Open(found)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if err := gob.NewDecoder(f).Decode(&r.found); err != nil {
			return nil, fmt.Errorf("%s: %w", found, err)
		}
	}
	p, err := attribution.Open(attribution.File())
	if err != nil {
		return nil, err
	}
	if r.spans, err = spans.Open(p.Tokens, p.Clauses, p.Filter, claim.Calibration{Slope: p.Slope, Offset: p.Offset}); err != nil {
		return nil, err
	}
	r.roles, err = roles.Open(p.Roles, p.Speakers, p.Mediums, p.Stances)
	return r, err
}

func (r *reader) readAll(articles iter.Seq2[newsroom.Article, error]) (out []*article, err error) {
	for n, err := range articles {
		if err != nil {
			return nil, err
		}
		out = append(out, r.read(n))
	}
	return out, nil
}

func (r *reader) read(n newsroom.Article) *article {
	a := &article{Article: n, doc: extract.Parse(n.Text)}
	a.entities = entities.Extract(a.doc)
	for _, e := range a.entities {
		a.spelled = append(a.spelled, spellings(a.doc, e))
	}
	a.says = saying.Find(syntax.New(a.doc, a.entities, saying.Cues()))
	a.discourse = discourse.Read(a.says)
	if found, ok := r.found[a.ID]; ok {
		a.found.claims = claim.Sorted(found)
	} else {
		reading, chosen := r.spans.Find(&r.spansScratch, spans.New(a.says), claims.DefaultMinScore)
		a.found.claims = claim.Sorted(r.roles.Find(&r.rolesScratch, reading, chosen, a.discourse))
	}
	for _, c := range n.Claims {
		a.gold.claims = append(a.gold.claims, eval.TokensOf(a.says.Text(), c))
		a.gold.names, a.gold.known = append(a.gold.names, c.Name), append(a.gold.known, true)
	}
	for i := range a.gold.claims {
		complete(a.gold.claims[:i], &a.gold.claims[i])
	}
	a.match()
	return a
}

// complete sets what the corpus does not say of an annotated claim: which one before it is
// around it, and whether its speaker is that of an earlier one.
func complete(before []claim.Claim, c *claim.Claim) {
	s := c.Speaker
	c.Carried = len(s) > 0 && len(c.Cue) == 0 && c.Kind != claim.Reported && !claim.Contains(c.Content, s[0]) && s[len(s)-1] < c.Content[0]
	for k := len(before) - 1; k >= 0; k-- {
		p := before[k].Content
		if len(p) > len(c.Content) && claim.Contains(p, c.Content[0]) && claim.Contains(p, c.Content[len(c.Content)-1]) {
			c.Parent = k
			return
		}
	}
}

// match gives each claim found the name of the annotated one that it overlaps most, one to
// one, the best first.
func (a *article) match() {
	f := &a.found
	f.names, f.known, f.words = make([]string, len(f.claims)), make([]bool, len(f.claims)), make([][]int, len(f.claims))
	var pairs []overlap.Candidate
	for i := range f.claims {
		for k := range a.gold.claims {
			if len(a.gold.claims[k].Content) == 0 {
				continue
			}
			if j := claim.Jaccard(f.claims[i].Content, a.gold.claims[k].Content); j > .4999 {
				pairs = append(pairs, overlap.Candidate{Got: i, Want: k, Value: j})
			}
		}
	}
	ofFound, _ := overlap.Pairs(len(f.claims), len(a.gold.claims), pairs)
	for i, k := range ofFound {
		if k >= 0 {
			f.names[i], f.known[i], f.words[i] = a.gold.names[k], true, a.gold.claims[k].Speaker
		}
	}
}
