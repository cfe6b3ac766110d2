package entities_test

import (
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// BenchmarkGroup groups the mentions of the texts of the golden files, one core.
func BenchmarkGroup(b *testing.B) {
	text := entities.ReadArticles(b)
	d := extract.Parse(text)
	var names []entities.Named
	for _, e := range entities.Tag(d) {
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
