package extract_test

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
)

// BenchmarkTags tags the golden texts. It reports tokens a second.
func BenchmarkTags(b *testing.B) {
	text := strings.Join(goldenTexts(b), "\n")
	n := len(extract.Parse(text).Tokens())
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	var docs []*extract.Document
	for b.Loop() {
		b.StopTimer()
		docs = append(docs[:0], extract.Parse(text))
		b.StartTimer()
		docs[0].Tags()
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
