package entities_test

import (
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// BenchmarkTag finds the entities of two articles on one core: of documents whose
// words are tagged, and from the text on, with cutting and tagging. All their forms are
// known from the last time (see internal/memo); BenchmarkNews has new ones.
func BenchmarkTag(b *testing.B) {
	text := entities.ReadArticles(b)
	tagged := extract.Parse(text)
	tagged.Tags()
	for name, document := range map[string]func() *extract.Document{
		"tagged": func() *extract.Document { return tagged },
		"text":   func() *extract.Document { return extract.Parse(text) },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				entities.Extract(document())
			}
			b.ReportMetric(float64(len(tagged.Tokens()))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// BenchmarkNews finds the entities of 700 articles of Wikinews, one after another, from
// the text on: go test ./entities -run - -bench News -benchtime 5x.
func BenchmarkNews(b *testing.B) {
	path := data + "data/quotes/train.jsonl.gz"
	skipWithout(b, path)
	r, err := corpus.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	var articles []string
	size, tokens := 0, 0
	for d, err := range corpus.Quotes(r, path) {
		if err != nil {
			b.Fatal(err)
		}
		articles = append(articles, d.Text)
		size += len(d.Text)
		tokens += len(extract.Parse(d.Text).Tokens())
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range articles {
			entities.Extract(extract.Parse(text))
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkGroup groups the mentions of the texts of the golden files, one core.
func BenchmarkGroup(b *testing.B) {
	text := entities.ReadArticles(b)
	d := extract.Parse(text)
	var names []entities.Named
	for _, e := range entities.Extract(d) {
		for _, m := range e.Mentions {
			names = append(names, entities.Named{Span: m.Span, Label: e.Label, Form: m.Form})
		}
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		entities.Group(d, names)
	}
	b.ReportMetric(float64(len(d.Tokens()))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(len(names)), "mentions")
}
