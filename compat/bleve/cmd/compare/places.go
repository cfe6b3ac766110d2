package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	german "github.com/laut-nlp/laut/compat/bleve"
	"github.com/laut-nlp/laut/compat/bleve/news"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// named is an entity of the corpus, as its annotators saw it: the same full name is the
// same entity in all articles.
type named struct {
	name   string                 // the longest form
	places map[int][]extract.Span // of all its names, by article
}

// places prints how well a search for a full name marks the places that name its bearer.
// The names and whom they name are those of the Potsdam Commentary Corpus
// (corpus.PCCNames), marked by people. The query is each name of two words or more; the
// right places are all names of the same entity, the surname alone among them. A place
// is found if it overlaps with what the search marks; a mark that overlaps with none is
// wrong. Marks on names of an entity whose full name its article never gives count neither
// way: nobody can tell whose the bare surname is.
func places(w io.Writer, articles []corpus.Document) error {
	ix, remove, err := newIndex(index.TFIDFScoring)
	if err != nil {
		return err
	}
	defer remove()
	entities := map[string]*named{}
	open := map[int][]extract.Span{} // by article: the names of entities without a full name
	short := 0
	for i := range articles {
		if err := ix.Index(fmt.Sprint(i), fields(articles[i].Text)); err != nil {
			return err
		}
		open[i] = collect(entities, &articles[i], i)
	}
	names := slices.Sorted(maps.Keys(entities))
	for _, key := range names {
		e := entities[key]
		for i, spans := range e.places {
			for _, s := range spans {
				if !strings.Contains(articles[i].Text[s.Start:s.End], " ") {
					short++
				}
			}
		}
	}
	total := 0
	for _, e := range entities {
		for _, spans := range e.places {
			total += len(spans)
		}
	}
	fmt.Fprintf(w, "Places of %d full names in %d commentaries: %d, %d of them one word\n", len(names), len(articles), total, short)
	for _, c := range []struct {
		what, field string
		query       func(name, field string) query.Query
	}{
		{"any word", de.AnalyzerName, match},
		{"phrase", de.AnalyzerName, phrase},
		{"any word", german.Analyzer, match},
		{"phrase", german.Analyzer, phrase},
		{"any word", news.Analyzer, match},
		{"EntityQuery", news.Analyzer, news.EntityQuery},
	} {
		found, wrong := 0, 0
		for _, key := range names {
			e := entities[key]
			r := bleve.NewSearchRequestOptions(c.query(e.name, c.field), len(articles), 0, false)
			r.IncludeLocations = true
			result, err := ix.Search(r)
			if err != nil {
				return err
			}
			for _, hit := range result.Hits {
				var i int
				fmt.Sscan(hit.ID, &i)
				f, x := score(e.places[i], open[i], marked(hit.Locations[c.field]))
				found, wrong = found+f, wrong+x
			}
		}
		p, r := float64(found)/float64(max(1, found+wrong)), float64(found)/float64(total)
		fmt.Fprintf(w, "  %-9s %-11s precision %.1f, recall %.1f, F1 %.1f\n", c.field, c.what, 100*p, 100*r, 200*p*r/max(p+r, 1e-9))
	}
	analyzer, err := registry.NewCache().AnalyzerNamed(news.Analyzer)
	if err != nil {
		return err
	}
	alone := 0
	for _, key := range names {
		for _, t := range analyzer.Analyze([]byte(entities[key].name)) {
			if string(t.Term) == news.Term(entities[key].name) {
				alone++
				break
			}
		}
	}
	fmt.Fprintf(w, "  %s recognises %d of the names alone, as a query has them\n", news.Analyzer, alone)
	return nil
}

// collect adds the entities of an article that have a name of two words or more, and
// returns the names of all others.
func collect(all map[string]*named, d *corpus.Document, article int) (open []extract.Span) {
	byEntity := map[string][]extract.Span{}
	for _, n := range corpus.PCCNames(d) {
		if !n.Derived {
			byEntity[n.Entity] = append(byEntity[n.Entity], n.Span)
		}
	}
	for _, spans := range byEntity {
		name := ""
		for _, s := range spans {
			if form := d.Text[s.Start:s.End]; len(form) > len(name) {
				name = form
			}
		}
		if !strings.Contains(name, " ") {
			open = append(open, spans...)
			continue
		}
		key := news.Term(name)
		if all[key] == nil {
			all[key] = &named{name, map[int][]extract.Span{}}
		}
		all[key].places[article] = append(all[key].places[article], spans...)
	}
	return open
}

// marked returns the places that bleve would mark.
func marked(locations search.TermLocationMap) (out []extract.Span) {
	for _, ls := range locations {
		for _, l := range ls {
			out = append(out, extract.Span{Start: int(l.Start), End: int(l.End)})
		}
	}
	return out
}

// score returns how many of the places are marked, and how many marks are wrong.
func score(places, open, marks []extract.Span) (found, wrong int) {
	for _, p := range places {
		if slices.ContainsFunc(marks, p.Overlaps) {
			found++
		}
	}
	for _, m := range marks {
		if !slices.ContainsFunc(places, m.Overlaps) && !slices.ContainsFunc(open, m.Overlaps) {
			wrong++
		}
	}
	return found, wrong
}

func match(name, field string) query.Query {
	q := bleve.NewMatchQuery(name)
	q.SetField(field)
	return q
}

func phrase(name, field string) query.Query {
	q := bleve.NewMatchPhraseQuery(name)
	q.SetField(field)
	return q
}
