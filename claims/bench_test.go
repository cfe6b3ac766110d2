package claims_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// BenchmarkExtract measures claims alone on the articles of testdata, over and
// over: tokens and entities are found beforehand.
func BenchmarkExtract(b *testing.B) {
	one, _ := articles(b)
	d := extract.Parse(strings.Repeat(one.String(), 10))
	es := entities.Extract(d)
	for name, find := range finders {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(d.String())))
			b.ReportAllocs()
			for b.Loop() {
				if len(find(d, es)) == 0 {
					b.Fatal("no claims")
				}
			}
		})
	}
}

// BenchmarkRead reads 700 articles of Wikinews, one after another, from the text on, with
// the whole pipeline, and finds the claims of those whose entities are known:
// go test ./claims -run - -bench Read -benchtime 5x -cpu 1.
func BenchmarkRead(b *testing.B) {
	news, err := corpus.Collect(corpus.File("../../shared/data/quotes/train.jsonl.gz"))
	if errors.Is(err, fs.ErrNotExist) {
		b.Skip("the quotations lie in ../shared, which is not here")
	}
	if err != nil {
		b.Fatal(err)
	}
	var articles []*laut.Article
	size, tokens := 0, 0
	for i := range news {
		a := laut.Read(news[i].Text)
		articles = append(articles, a)
		size += len(news[i].Text)
		tokens += len(a.Document.Tokens())
	}
	run := func(name string, read func(a *laut.Article)) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, a := range articles {
					read(a)
				}
			}
			b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
	run("text", func(a *laut.Article) { laut.Read(a.Document.String()) })
	for name, find := range finders {
		run(name, func(a *laut.Article) { find(a.Document, a.Entities) })
	}
}
