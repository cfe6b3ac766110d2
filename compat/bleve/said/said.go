// Package said makes a search engine of bleve for who said what about whom: a
// document of the index is a claim.
//
//	m := bleve.NewIndexMapping()
//	m.DefaultMapping = said.Mapping()
//	index, err := bleve.New("claims.bleve", m)
//	...
//	for _, c := range said.ClaimsOf("hafen.txt", laut.Read(text)) {
//		index.Index(c.ID(), c)
//	}
//	found, err := said.Search(ctx, index, said.Query{About: "Rostock"}, 10)
//
// The claims are those of an article that the caller has read, with the reader of
// its choice.
//
// All functions are safe for concurrent use.
package said

import (
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	german "github.com/laut-nlp/laut/compat/bleve"
	"github.com/laut-nlp/laut/extract"
)

// Claim is a claim as a document of an index. The names of kinds, mediums and stances
// are those of package claims.
type Claim struct {
	Article string   `json:"article"` // its id, as the caller has given it
	Number  int      `json:"number"`  // its index in the article's claims
	Speaker []string `json:"speaker"` // the full name, of several each; none where nobody was found
	Content string   `json:"content"` // on one line, "…" where something else stands between
	About   []string `json:"about"`   // the entities named in the content, by their full names, each once
	Stance  string   `json:"stance"`
	Kind    string   `json:"kind"`
	Medium  string   `json:"medium"`
	Start   int      `json:"start"` // where the content begins and ends in the article's text, in bytes
	End     int      `json:"end"`
	Score   float64  `json:"score"` // how sure it is that somebody said this, from 0 to 1
}

// ID returns a key for the claim that no other of the index has.
func (c Claim) ID() string { return fmt.Sprintf("%s#%d", c.Article, c.Number) }

// BleveType returns "claim", so that an index can hold documents of other types too.
func (Claim) BleveType() string { return "claim" }

// ClaimsOf returns the claims of an article in their order. Time is linear in claims
// and mentions, but for their sorting.
func ClaimsOf(id string, a *laut.Article) []Claim {
	out := make([]Claim, len(a.Claims))
	mentions := mentionsOf(a)
	for i, c := range a.Claims {
		out[i] = Claim{
			Article: id, Number: i,
			Speaker: c.Speaker.Names(), Content: a.Said(c), About: named(mentions, c, a),
			Stance: c.Stance.String(), Kind: c.Kind.String(), Medium: c.Medium.String(),
			Score: c.Score,
		}
		hull := c.Span()
		out[i].Start, out[i].End = hull.Start, hull.End
	}
	return out
}

// mention is a mention with its entity.
type mention struct {
	extract.Span
	entity int
}

// mentionsOf returns the mentions of an article in order of the text.
func mentionsOf(a *laut.Article) (out []mention) {
	for i, e := range a.Entities {
		for _, m := range e.Mentions {
			out = append(out, mention{m.Span, i})
		}
	}
	slices.SortStableFunc(out, func(a, b mention) int { return a.Start - b.Start })
	return out
}

// named returns the names of the entities with a mention that begins in what a claim says,
// apart from the words for who speaks, as [laut.Article.ClaimsAbout] has it.
func named(mentions []mention, c claims.Claim, a *laut.Article) (names []string) {
	for _, s := range c.Content {
		first, _ := slices.BinarySearchFunc(mentions, s.Start, func(m mention, start int) int { return m.Start - start })
		for _, m := range mentions[first:] {
			if m.Start >= s.End {
				break
			}
			if name := a.Entities[m.entity].Name; !slices.Contains(names, name) && !slices.ContainsFunc(c.Speaker.Spans, m.Overlaps) {
				names = append(names, name)
			}
		}
	}
	return names
}

// Mapping returns the mapping of claims: content is German text, speaker and about are
// names, the others are taken as they are. All fields are stored.
func Mapping() *mapping.DocumentMapping {
	m := bleve.NewDocumentStaticMapping()
	text := func(field, analyzer string) {
		f := bleve.NewTextFieldMapping()
		f.Analyzer = analyzer
		m.AddFieldMappingsAt(field, f)
	}
	text("article", keyword.Name)
	text("speaker", german.NameAnalyzer)
	text("content", german.Analyzer)
	text("about", german.NameAnalyzer)
	text("stance", keyword.Name)
	text("kind", keyword.Name)
	text("medium", keyword.Name)
	for _, field := range []string{"number", "start", "end", "score"} {
		m.AddFieldMappingsAt(field, bleve.NewNumericFieldMapping())
	}
	return m
}

// Query says which claims are sought: those that meet every condition that is set.
// The zero value seeks all.
type Query struct {
	Speaker string // who says it, alone or with others: words of the name that stand together, such as "Merkel" of Angela Merkel
	About   string // who or what is named in it, likewise
	Words   string // German words in it, of which one has to be there; more are better
	Article string // the id of its article

	Stances []claims.Stance // one of these
	Kinds   []claims.Kind   // one of these
}

// Bleve returns the query that bleve understands, for use with others or with
// highlighting, facets and pages.
func (q Query) Bleve() query.Query {
	var all []query.Query
	if q.Speaker != "" {
		all = append(all, phrase(q.Speaker, "speaker"))
	}
	if q.About != "" {
		all = append(all, phrase(q.About, "about"))
	}
	if q.Words != "" {
		words := bleve.NewMatchQuery(q.Words)
		words.SetField("content")
		all = append(all, words)
	}
	if q.Article != "" {
		all = append(all, oneOf("article", q.Article))
	}
	if len(q.Stances) > 0 {
		all = append(all, oneOf("stance", names(q.Stances)...))
	}
	if len(q.Kinds) > 0 {
		all = append(all, oneOf("kind", names(q.Kinds)...))
	}
	if len(all) == 0 {
		return bleve.NewMatchAllQuery()
	}
	return bleve.NewConjunctionQuery(all...)
}

func phrase(words, field string) query.Query {
	p := bleve.NewMatchPhraseQuery(words)
	p.SetField(field)
	return p
}

func oneOf(field string, values ...string) query.Query {
	var any []query.Query
	for _, v := range values {
		t := bleve.NewTermQuery(v)
		t.SetField(field)
		any = append(any, t)
	}
	return bleve.NewDisjunctionQuery(any...)
}

func names[T fmt.Stringer](values []T) (out []string) {
	for _, v := range values {
		out = append(out, v.String())
	}
	return out
}

// Search returns at most so many claims, the best first, of equal ones in the order of
// their articles and claims. The error is bleve's.
func Search(ctx context.Context, index bleve.Index, q Query, size int) ([]Claim, error) {
	r := bleve.NewSearchRequestOptions(q.Bleve(), size, 0, false)
	r.Fields = []string{"*"}
	r.SortBy([]string{"-_score", "article", "number"})
	result, err := index.SearchInContext(ctx, r)
	if err != nil {
		return nil, err
	}
	found := make([]Claim, len(result.Hits))
	for i, hit := range result.Hits {
		found[i] = Of(hit.Fields)
	}
	return found, nil
}

// Of returns the claim of a hit of bleve that was asked for all fields.
func Of(fields map[string]any) Claim {
	text := func(field string) string {
		s, _ := fields[field].(string)
		return s
	}
	number := func(field string) float64 {
		n, _ := fields[field].(float64)
		return n
	}
	list := func(field string) (all []string) {
		switch names := fields[field].(type) {
		case string: // bleve gives a list of one without its list
			return []string{names}
		case []any:
			for _, n := range names {
				if s, ok := n.(string); ok {
					all = append(all, s)
				}
			}
		}
		return all
	}
	return Claim{
		Article: text("article"), Number: int(number("number")),
		Speaker: list("speaker"), About: list("about"), Content: text("content"),
		Stance: text("stance"), Kind: text("kind"), Medium: text("medium"),
		Start: int(number("start")), End: int(number("end")), Score: number("score"),
	}
}
