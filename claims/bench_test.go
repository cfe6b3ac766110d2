package claims_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// BenchmarkExtract measures claims alone on the articles of testdata, over and
// over: tokens and entities are found beforehand.
func BenchmarkExtract(b *testing.B) {
	paths, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatalf("no articles: %v", err)
	}
	var articles strings.Builder
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		articles.Write(text)
		articles.WriteString("\n\n")
	}
	d := extract.Parse(strings.Repeat(articles.String(), 10))
	es := entities.Tag(d)
	x := claims.Rules()
	b.SetBytes(int64(len(d.Text())))
	b.ReportAllocs()
	for b.Loop() {
		if len(x.Extract(d, es)) == 0 {
			b.Fatal("no claims")
		}
	}
}
