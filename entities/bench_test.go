package entities_test

import (
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// BenchmarkTag finds the entities of two articles on one core: of documents whose
// words are tagged, and from the text on, with cutting and tagging.
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
				entities.Tag(document())
			}
			b.ReportMetric(float64(len(tagged.Tokens()))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
