package bleve_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

	german "github.com/laut-nlp/laut/compat/bleve"
	"github.com/laut-nlp/laut/compat/bleve/news"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/cputime"
)

// analyzers are bleve's own German one and those that are compared with it.
var analyzers = []string{de.AnalyzerName, german.Analyzer, news.Analyzer}

// corpora reads files of the corpora, which are not part of the module, or skips the test.
func corpora(t testing.TB, files ...string) (docs []corpus.Document) {
	t.Helper()
	for _, f := range files {
		d, err := corpus.Collect(corpus.File(filepath.Join("../../../shared/data", f)))
		if err != nil {
			t.Skip(err)
		}
		docs = append(docs, d...)
	}
	return docs
}

// BenchmarkAnalyzers tells how fast the analyzers are on 200 KB of whole articles, by the
// time of the processor:
//
//	go test -run none -bench . -benchtime 5s -cpu 1 .
func BenchmarkAnalyzers(b *testing.B) {
	size := 0
	var texts []string
	for _, a := range corpora(b, "quotes/train.jsonl.gz") {
		if size < 200_000 {
			texts = append(texts, a.Text)
			size += len(a.Text)
		}
	}
	for _, name := range analyzers {
		b.Run(name, func(b *testing.B) {
			a, err := registry.NewCache().AnalyzerNamed(name)
			if err != nil {
				b.Fatal(err)
			}
			a.Analyze([]byte(texts[0])) // opens models and lists
			start := cputime.Now()
			for b.Loop() {
				for _, text := range texts {
					a.Analyze([]byte(text))
				}
			}
			b.ReportMetric(float64(b.N*size)/1e6/(cputime.Now()-start).Seconds(), "MB/s")
		})
	}
}

// index returns an index of texts, numbered as their ids, with a field for each analyzer.
func index(t *testing.T, texts []string) bleve.Index {
	t.Helper()
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	for _, name := range analyzers {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.DocValues, f.IncludeInAll = name, false, false, false
		m.DefaultMapping.AddFieldMappingsAt(name, f)
	}
	ix, err := bleve.New(filepath.Join(t.TempDir(), "index"), m)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	batch := ix.NewBatch()
	for i, text := range texts {
		fields := map[string]any{}
		for _, name := range analyzers {
			fields[name] = text
		}
		if err := batch.Index(fmt.Sprintf("%04d", i), fields); err != nil {
			t.Fatal(err)
		}
	}
	if err := ix.Batch(batch); err != nil {
		t.Fatal(err)
	}
	return ix
}

// hits returns all that a query finds, the best first.
func hits(t *testing.T, ix bleve.Index, q query.Query) search.DocumentMatchCollection {
	t.Helper()
	r := bleve.NewSearchRequestOptions(q, 10_000, 0, false)
	r.IncludeLocations = true
	r.SortBy([]string{"-_score", "_id"})
	result, err := ix.Search(r)
	if err != nil {
		t.Fatal(err)
	}
	return result.Hits
}

// numbered is how the ids of the articles hold their headlines: number, headline, date.
var numbered = regexp.MustCompile(`^\d+ - (.*?)(?: \(\d{4}-\d{2}-\d{2}\))?$`)

// TestHeadlines measures how well articles are found by their headlines: each is a query,
// of which any word may match, and the article below it is the only right answer. No person
// has judged anything: what is measured is the order, not what a reader would find useful.
//
//	go test -run Headlines -v .
func TestHeadlines(t *testing.T) {
	if testing.Short() {
		t.Skip("indexes 850 articles")
	}
	articles := corpora(t, "quotes/train.jsonl.gz", "quotes/dev.jsonl.gz")
	headlines, texts := make([]string, len(articles)), make([]string, len(articles))
	for i, a := range articles {
		texts[i] = a.Text
		if m := numbered.FindStringSubmatch(a.ID); m != nil {
			headlines[i] = m[1]
			texts[i] = strings.TrimPrefix(strings.TrimSpace(a.Text), m[1])
		}
	}
	ix := index(t, texts)
	first := make([]float64, len(articles)) // reciprocal ranks with the first analyzer
	for k, least := range []float64{.925, .930, .928} {
		sum, top, all, better, worse := 0., 0, 0, 0, 0
		for i, headline := range headlines {
			if headline == "" {
				continue
			}
			reciprocal := 0.
			for place, hit := range hits(t, ix, matching(headline, analyzers[k])) {
				if hit.ID == fmt.Sprintf("%04d", i) {
					reciprocal = 1 / float64(place+1)
				}
			}
			all++
			sum += reciprocal
			if reciprocal == 1 {
				top++
			}
			switch {
			case k == 0:
				first[i] = reciprocal
			case reciprocal > first[i]:
				better++
			case reciprocal < first[i]:
				worse++
			}
		}
		mrr := sum / float64(all)
		t.Logf("%-9s first for %.1f %% of %d headlines, MRR %.4f; beside %s %d are better, %d worse",
			analyzers[k], 100*float64(top)/float64(all), all, mrr, analyzers[0], better, worse)
		if mrr < least {
			t.Errorf("%s: want an MRR of %.3f", analyzers[k], least)
		}
	}
}

// named is an entity of the corpus, as its annotators saw it: the same full name is the same
// entity in all articles.
type named struct {
	name   string                    // the longest form
	places map[string][]extract.Span // of all its names, by article
}

// TestPlaces measures how well a search for a full name marks the places that name its
// bearer, in the Potsdam Commentary Corpus, whose names people have marked. The queries are
// its names of two words or more; right places are all names of the same entity, the surname
// alone among them. A mark that overlaps with none is wrong; but those on names of an entity
// whose full name its article never gives count neither way: nobody can tell whose the bare
// surname is.
//
//	go test -run Places -v .
func TestPlaces(t *testing.T) {
	articles := corpora(t, "ud/pcc-dev.conllu.gz", "ud/pcc-test.conllu.gz")
	entities, open := map[string]*named{}, map[string][]extract.Span{}
	var texts []string
	total, short := 0, 0
	for i, a := range articles {
		texts = append(texts, a.Text)
		id := fmt.Sprintf("%04d", i)
		open[id] = collect(entities, &a, id)
	}
	for _, e := range entities {
		for id, spans := range e.places {
			i, _ := strconv.Atoi(id)
			for _, s := range spans {
				total++
				if !strings.Contains(texts[i][s.Start:s.End], " ") {
					short++
				}
			}
		}
	}
	t.Logf("%d places of %d full names, %d of them one word", total, len(entities), short)
	ix := index(t, texts)
	for _, c := range []struct {
		what, field string
		query       func(name, field string) query.Query
		least       float64
	}{
		{"any word", de.AnalyzerName, matching, 81},
		{"phrase", de.AnalyzerName, phrase, 80},
		{"EntityQuery", news.Analyzer, news.EntityQuery, 86},
	} {
		found, wrong := 0, 0
		for _, e := range entities {
			for _, hit := range hits(t, ix, c.query(e.name, c.field)) {
				places, marks := e.places[hit.ID], marked(hit.Locations[c.field])
				for _, p := range places {
					if slices.ContainsFunc(marks, p.Overlaps) {
						found++
					}
				}
				for _, m := range marks {
					if !slices.ContainsFunc(places, m.Overlaps) && !slices.ContainsFunc(open[hit.ID], m.Overlaps) {
						wrong++
					}
				}
			}
		}
		p, r := 100*float64(found)/float64(found+wrong), 100*float64(found)/float64(total)
		f1 := 2 * p * r / (p + r)
		t.Logf("%-9s %-11s precision %.1f, recall %.1f, F1 %.1f", c.field, c.what, p, r, f1)
		if f1 < c.least {
			t.Errorf("%s: want an F1 of %.0f", c.what, c.least)
		}
	}
}

// collect adds the entities of an article that have a name of two words or more, and returns
// the names of all others.
func collect(all map[string]*named, d *corpus.Document, id string) (open []extract.Span) {
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
			all[key] = &named{name, map[string][]extract.Span{}}
		}
		all[key].places[id] = append(all[key].places[id], spans...)
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

func matching(words, field string) query.Query {
	q := bleve.NewMatchQuery(words)
	q.SetField(field)
	return q
}

func phrase(words, field string) query.Query {
	q := bleve.NewMatchPhraseQuery(words)
	q.SetField(field)
	return q
}
