// Package stages measures what laut.Read consists of. It calls nothing but laut's public API,
// the standard library and internal/cputime, since the script versus also builds it with
// older revisions of laut.
package stages

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/cputime"
)

type article struct {
	text string
	laut.Article
}

// stages in the order in which each takes what those before it have made. The first four
// are what laut.Read does; the others are not part of it.
var stages = []struct {
	name string
	do   func(*article)
}{
	{"extract.Parse", func(a *article) { a.Document = extract.Parse(a.text) }},
	{"Document.Tags", func(a *article) { a.Document.Tags() }},
	{"entities.Extract", func(a *article) { a.Entities = entities.Extract(a.Document) }},
	{"claims.Extract", func(a *article) { a.Claims = claims.Extract(a.Document, a.Entities) }},
	{"laut.Read", func(a *article) { laut.Read(a.text) }},
	{"export.JSONLines", func(a *article) { _ = export.JSONLines{}.Write(io.Discard, export.ID{}, &a.Article) }}, // Discard takes all
}

// batch is how many articles go through a stage before the next begins: so many that
// reading the clock costs nothing, so few that little has to be kept.
const batch = 32

// BenchmarkStages measures each stage by processor time.
func BenchmarkStages(b *testing.B) {
	texts := articles(b)
	size, tokens := 0, 0
	for _, text := range texts { // also opens the models, and fills what remembers words
		size += len(text)
		tokens += len(laut.Read(text).Document.Tokens())
	}
	for i, stage := range stages {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			var spent time.Duration
			for b.Loop() {
				for some := range slices.Chunk(texts, batch) {
					b.StopTimer()
					as := make([]article, len(some))
					for k := range as {
						as[k].text = some[k]
						for _, before := range stages[:min(i, 4)] {
							before.do(&as[k])
						}
					}
					start := cputime.Now()
					b.StartTimer()
					for k := range as {
						stage.do(&as[k])
					}
					spent += cputime.Now() - start
				}
			}
			each := float64(spent.Nanoseconds()) / float64(b.N)
			b.ReportMetric(each, "ns/op") // by the processor, and not by the clock on the wall
			b.ReportMetric(each/float64(tokens), "ns/token")
			b.ReportMetric(float64(size)*1e3/each, "MB/s")
		})
	}
}

// TestFound logs a hash of what is found in each text, so that versus can tell whether two
// revisions find the same.
func TestFound(t *testing.T) {
	for i, text := range articles(t) {
		h := sha256.New()
		if err := (export.JSONLines{Tokens: true}).Write(h, export.ID{}, laut.Read(text)); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d %x", i, h.Sum(nil))
	}
}

// articles returns a megabyte of the news of the quotation corpus, or the repository's own
// articles where that is not, or in a hurry.
func articles(t testing.TB) (texts []string) {
	t.Helper()
	if packed, err := os.Open("../../../shared/data/quotes/train.jsonl.gz"); err == nil && !testing.Short() {
		defer packed.Close()
		file, err := gzip.NewReader(packed)
		if err != nil {
			t.Fatal(err)
		}
		in := json.NewDecoder(file)
		for size := 0; size < 1<<20; {
			var a struct{ Text string }
			if err := in.Decode(&a); err != nil {
				t.Fatal(err)
			}
			texts = append(texts, a.Text)
			size += len(a.Text)
		}
		return texts
	}
	paths, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}
