package main

import (
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/laut-nlp/laut/internal/corpus"
)

// numbered is how the ids of the articles hold their headlines: number, headline, date.
var numbered = regexp.MustCompile(`^\d+ - (.*?)(?: \(\d{4}-\d{2}-\d{2}\))?$`)

// knownItems prints how well the articles are found by their headlines: each is a query,
// of which any word may match, and the article it stands above is the only right answer.
// No person has judged anything, so that what is measured is the order, not what a
// reader would find useful.
func knownItems(w io.Writer, articles []corpus.Document) error {
	for _, model := range []string{index.TFIDFScoring, index.BM25Scoring} {
		if err := knownItemsWith(w, articles, model); err != nil {
			return err
		}
	}
	return nil
}

func knownItemsWith(w io.Writer, articles []corpus.Document, model string) error {
	ix, remove, err := newIndex(model)
	if err != nil {
		return err
	}
	defer remove()
	queries := map[string]string{} // headlines by id
	batch := ix.NewBatch()
	for i, a := range articles {
		id := fmt.Sprintf("%04d", i)
		if m := numbered.FindStringSubmatch(a.ID); m != nil {
			queries[id] = m[1]
			a.Text = strings.TrimPrefix(strings.TrimSpace(a.Text), m[1])
		}
		if err := batch.Index(id, fields(a.Text)); err != nil {
			return err
		}
	}
	if err := ix.Batch(batch); err != nil {
		return err
	}
	ids := slices.Sorted(maps.Keys(queries))
	reciprocal := make([][]float64, len(analyzers)) // ranks, by analyzer, then by query
	fmt.Fprintf(w, "Known items, %d headlines over %d articles, %s:\n", len(ids), len(articles), model)
	for i, name := range analyzers {
		first := 0
		for _, id := range ids {
			q := bleve.NewMatchQuery(queries[id])
			q.SetField(name)
			r := bleve.NewSearchRequestOptions(q, len(articles), 0, false)
			r.SortBy([]string{"-_score", "_id"})
			result, err := ix.Search(r)
			if err != nil {
				return err
			}
			rr := 0.
			for k, hit := range result.Hits {
				if hit.ID == id {
					rr = 1 / float64(k+1)
					break
				}
			}
			if rr == 1 {
				first++
			}
			reciprocal[i] = append(reciprocal[i], rr)
		}
		fmt.Fprintf(w, "  %-9s success@1 %.1f %%, MRR %.4f", name, 100*float64(first)/float64(len(ids)), mean(reciprocal[i]))
		if i > 0 {
			better, worse, p := signTest(reciprocal[0], reciprocal[i])
			low, high := bootstrap(reciprocal[0], reciprocal[i])
			fmt.Fprintf(w, "; %s: better %d, worse %d, sign test p=%.3f, MRR difference %+.4f [%+.4f, %+.4f]",
				"against "+analyzers[0], better, worse, p, mean(reciprocal[i])-mean(reciprocal[0]), low, high)
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w)
	return nil
}

// newIndex returns an index on disk whose fields are named as their analyzers, and a
// function that removes it.
func newIndex(model string) (bleve.Index, func(), error) {
	m := bleve.NewIndexMapping()
	m.ScoringModel = model
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	for _, name := range analyzers {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.DocValues, f.IncludeInAll = name, false, false, false
		m.DefaultMapping.AddFieldMappingsAt(name, f)
	}
	dir, err := os.MkdirTemp("", "compare")
	if err != nil {
		return nil, nil, err
	}
	ix, err := bleve.New(dir+"/index", m)
	if err != nil {
		os.RemoveAll(dir)
		return nil, nil, err
	}
	return ix, func() { ix.Close(); os.RemoveAll(dir) }, nil
}

// fields returns a document that has its text in each field.
func fields(text string) map[string]any {
	d := map[string]any{}
	for _, name := range analyzers {
		d[name] = text
	}
	return d
}

func mean(xs []float64) float64 {
	sum := 0.
	for _, x := range xs {
		sum += x
	}
	return sum / float64(len(xs))
}

// signTest counts where b is better and worse than a, and returns how probable it is that
// they differ at least as much if none is better (two-sided, exact).
func signTest(a, b []float64) (better, worse int, p float64) {
	for i := range a {
		switch {
		case b[i] > a[i]:
			better++
		case b[i] < a[i]:
			worse++
		}
	}
	n := better + worse
	for k := range min(better, worse) + 1 {
		p += math.Exp(logChoose(n, k) - float64(n)*math.Ln2)
	}
	return better, worse, min(1, 2*p)
}

func logChoose(n, k int) float64 {
	f := func(x int) float64 { l, _ := math.Lgamma(float64(x + 1)); return l }
	return f(n) - f(k) - f(n-k)
}

// bootstrap returns the bounds in which the difference of the means b-a lies in 95 % of
// 10,000 samples of the queries, drawn with replacement.
func bootstrap(a, b []float64) (low, high float64) {
	r := rand.New(rand.NewPCG(1, 2))
	diffs := make([]float64, 10_000)
	for i := range diffs {
		for range a {
			k := r.IntN(len(a))
			diffs[i] += b[k] - a[k]
		}
		diffs[i] /= float64(len(a))
	}
	slices.Sort(diffs)
	return diffs[250], diffs[9749]
}
