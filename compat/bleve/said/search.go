package said

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/laut-nlp/laut/claims"
)

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
