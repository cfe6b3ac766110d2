package main

import (
	"encoding"
	"errors"
	"regexp"
	"slices"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// query says which claims are sought: those that have one of the values of each criterion
// that has values.
type query struct {
	speakers, topics nameQueries
	kinds            oneOf[claims.Kind, *claims.Kind]
	stances          oneOf[claims.Stance, *claims.Stance]
	media            oneOf[claims.Medium, *claims.Medium]
	texts            patterns
}

// filter returns the article with the claims that are sought, or nil if it has none.
func (q *query) filter(a *laut.Article) *laut.Article {
	found := claims.Filter(a.Claims, func(c claims.Claim) bool { return q.match(a, c) })
	if len(found) == 0 {
		return nil
	}
	return &laut.Article{Document: a.Document, Entities: a.Entities, Claims: found}
}

func (q *query) match(a *laut.Article, c claims.Claim) bool {
	return q.kinds.has(c.Kind) && q.stances.has(c.Stance) && q.media.has(c.Medium) &&
		(len(q.speakers) == 0 || q.speaker(a, c)) &&
		(len(q.topics) == 0 || q.concerns(a, c)) &&
		(len(q.texts) == 0 || q.texts.match(a.Said(c)))
}

// speaker reports whether a speaker, or one of several, is sought, by any name it has in the
// article.
func (q *query) speaker(a *laut.Article, c claims.Claim) bool {
	return slices.ContainsFunc(a.Speakers(c), func(e entities.Entity) bool { return q.speakers.entity(a.Document, e) }) ||
		slices.ContainsFunc(strings.Split(c.Speaker.Name, claims.Several), q.speakers.match)
}

// concerns reports whether an entity that is sought is named in a claim, apart from the
// words for who speaks, as [laut.Article.ClaimsAbout] has it.
func (q *query) concerns(a *laut.Article, c claims.Claim) bool {
	named := func(m entities.Mention) bool {
		return slices.ContainsFunc(c.Content, m.Overlaps) && !slices.ContainsFunc(c.Speaker.Spans, m.Overlaps)
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

// oneOf are values of which a claim has one. None means that all will do.
type oneOf[T comparable, P interface {
	*T
	encoding.TextUnmarshaler
}] []T

// add adds values, with commas between them.
func (o *oneOf[T, P]) add(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		var v T
		if err := P(&v).UnmarshalText([]byte(strings.TrimSpace(name))); err != nil {
			return err
		}
		*o = append(*o, v)
	}
	return nil
}

func (o oneOf[T, P]) has(v T) bool { return len(o) == 0 || slices.Contains(o, v) }

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
