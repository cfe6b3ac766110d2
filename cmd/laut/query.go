package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// query says which claims are sought: those that have one of the values of each criterion
// that has values.
type query struct {
	speakers, topics      nameQueries
	kinds, stances, media words
	texts                 patterns
	minScore              float32
}

// filter returns the article with the claims that are sought, or nil if it has none.
func (q *query) filter(a *laut.Article) *laut.Article {
	i := -1
	found := claims.Filter(a.Claims, func(claims.Claim) bool {
		i++
		return q.match(a, i)
	})
	if len(found) == 0 {
		return nil
	}
	return &laut.Article{Document: a.Document, Entities: a.Entities, Claims: found}
}

func (q *query) match(a *laut.Article, i int) bool {
	c := &a.Claims[i]
	return c.Score >= q.minScore && q.kinds.has(c.Kind.String()) && q.stances.has(c.Stance.String()) && q.media.has(c.Medium.String()) &&
		(len(q.speakers) == 0 || q.speaker(a, c.Speaker)) &&
		(len(q.topics) == 0 || q.concerns(a, c.Content)) &&
		(len(q.texts) == 0 || q.texts.match(export.Said(a, i)))
}

// speaker reports whether a speaker is sought, by any name it has in the article or, where
// nobody knows who it is, by the words that stand for it.
func (q *query) speaker(a *laut.Article, s claims.Speaker) bool {
	if s.Entity < 0 || s.Entity >= len(a.Entities) {
		return q.speakers.match(s.Name)
	}
	return q.speakers.entity(a.Document, a.Entities[s.Entity])
}

// concerns reports whether an entity that is sought is named in one of the spans.
func (q *query) concerns(a *laut.Article, spans []extract.Span) bool {
	named := func(m entities.Mention) bool {
		return slices.ContainsFunc(spans, func(s extract.Span) bool { return m.Start < s.End && m.End > s.Start })
	}
	return slices.ContainsFunc(a.Entities, func(e entities.Entity) bool {
		return slices.ContainsFunc(e.Mentions, named) && q.topics.entity(a.Document, e)
	})
}

// nameQueries are names, each as its words.
type nameQueries [][]string

// add adds names, with commas between them.
func (n *nameQueries) add(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		w := wordsOf(name)
		if len(w) == 0 {
			return errors.New("want names, with commas between them")
		}
		*n = append(*n, w)
	}
	return nil
}

// match reports whether a name has all words of one of the queries, in their order.
func (n nameQueries) match(name string) bool {
	w := wordsOf(name)
	return slices.ContainsFunc(n, func(q []string) bool {
		for _, x := range w {
			if len(q) > 0 && x == q[0] {
				q = q[1:]
			}
		}
		return len(q) == 0
	})
}

// entity reports whether one of the queries matches the name of an entity or a mention.
func (n nameQueries) entity(d *extract.Document, e entities.Entity) bool {
	return n.match(e.Name) || slices.ContainsFunc(e.Mentions, func(x entities.Mention) bool { return n.match(d.Slice(x.Span)) })
}

// wordsOf returns the words of a name in the spelling that names are compared in. The parts
// of Müller-Lüdenscheidt are words.
func wordsOf(name string) (words []string) {
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" \u00a0\t\n\r-‐‑–/", r) }) {
		if w = wordlist.Folded(w); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// words are values of which a claim has one. None means that all will do.
type words struct{ known, sought []string }

// add adds values, with commas between them.
func (w *words) add(s string) error {
	for v := range strings.SplitSeq(s, ",") {
		if v = strings.TrimSpace(v); !slices.Contains(w.known, v) {
			return fmt.Errorf("%q is none: want %s", v, list(w.known))
		}
		w.sought = append(w.sought, v)
	}
	return nil
}

func (w *words) has(v string) bool { return len(w.sought) == 0 || slices.Contains(w.sought, v) }

// all returns the names of the values from first to last.
func all[T interface {
	~uint8
	fmt.Stringer
}](first, last T) (names []string) {
	for v := first; v <= last; v++ {
		names = append(names, v.String())
	}
	return names
}

// patterns are regular expressions of which one has to match.
type patterns []*regexp.Regexp

func (p *patterns) add(s string) error {
	x, err := regexp.Compile(s)
	if err == nil {
		*p = append(*p, x)
	}
	return err
}

func (p patterns) match(s string) bool {
	return slices.ContainsFunc(p, func(x *regexp.Regexp) bool { return x.MatchString(s) })
}
