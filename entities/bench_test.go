package entities_test

import (
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// BenchmarkTag tags the texts of the golden files, one core, tokens read before.
func BenchmarkTag(b *testing.B) {
	var text strings.Builder
	for _, name := range []string{"hafen", "seilbahn"} {
		file, err := os.ReadFile("../testdata/articles/" + name + ".txt")
		if err != nil {
			b.Fatal(err)
		}
		text.Write(file)
		text.WriteString("\n\n")
	}
	d := extract.Parse(text.String())
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		entities.Tag(d)
	}
	b.ReportMetric(float64(len(d.Tokens()))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
