package claims_test

import (
	"errors"
	"io/fs"
	"math"
	"slices"
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/entities"
	compare "github.com/laut-nlp/laut/eval"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/overlap"
)

// dev reads the quotations' dev part.
func dev(t *testing.T) []corpus.Document {
	t.Helper()
	gold, err := corpus.Collect(corpus.File("../../shared/data/quotes/dev.jsonl.gz"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the quotations lie in ../shared, which is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// TestFigures guards what is reached on the quotations' dev part, with tokens and entities
// of our own, by all stages and by the rules alone. README states the figures.
func TestFigures(t *testing.T) {
	gold := dev(t)
	for name, least := range map[string]map[string]float64{
		"all":   {eval.Joint: .715, eval.Message: .755, eval.Roles: .695, eval.Form: .74, eval.Attributed: .595},
		"rules": {eval.Joint: .71, eval.Message: .735, eval.Roles: .7, eval.Attributed: .6},
	} {
		system := make([][]eval.Quote, len(gold))
		for i := range gold {
			d := extract.Parse(gold[i].Text)
			es := entities.Extract(d)
			cs := finders[name](d, es)
			check(t, d, es, cs)
			system[i] = eval.FromClaims(cs)
		}
		report, err := eval.Quotes(gold, system)
		if err != nil {
			t.Fatal(err)
		}
		for row, least := range least {
			r, ok := report.Row(row)
			if !ok || r.F1() < least {
				t.Errorf("%s: %s F1 is %.4f, want at least %.3f", name, row, r.F1(), least)
			}
		}
		t.Logf("%s\n%s", name, report)
	}
}

// TestCalibration checks that a score is the share of claims that are right: of those
// with about one score on the newsroom corpus's dev part, as many have a content that
// overlaps an annotated one by half of both.
func TestCalibration(t *testing.T) {
	const enough, off = 10, .2
	limits := []float64{.1, .5, .8, .95, 1.01}
	n, right, score := make([]float64, len(limits)), make([]float64, len(limits)), make([]float64, len(limits))
	x, err := claims.New(claims.WithMinScore(0))
	if err != nil {
		t.Fatal(err)
	}
	for g, err := range newsroom.Own(newsroom.Dev) {
		if err != nil {
			t.Fatal(err)
		}
		d := extract.Parse(g.Text)
		for _, c := range x.Extract(d, entities.Extract(d)) {
			bin := slices.IndexFunc(limits, func(limit float64) bool { return c.Score < limit })
			n[bin]++
			score[bin] += c.Score
			if slices.ContainsFunc(g.Claims, func(o newsroom.Claim) bool { return overlap.Jaccard(o.Content, c.Content) >= .5 }) {
				right[bin]++
			}
		}
	}
	for b := range limits {
		mean, share := score[b]/n[b], right[b]/n[b]
		t.Logf("%4.0f claims with a score of %.2f: %.2f are right", n[b], mean, share)
		if n[b] >= enough && math.Abs(mean-share) > off {
			t.Errorf("of %.0f claims with a score of %.2f, %.2f are right", n[b], mean, share)
		}
	}
}

// TestSpeakerCalibration checks that the score of a speaker is the share of names that are
// right, of claims that are true: in each of four ranges on the newsroom corpus's dev part.
func TestSpeakerCalibration(t *testing.T) {
	const enough, off = 10, .2
	limits := []float64{.5, .8, .95, 1.01}
	var n, right, score [4]float64
	for g, err := range newsroom.Own(newsroom.Dev) {
		if err != nil {
			t.Fatal(err)
		}
		a, want := laut.Read(g.Text), eval.FromNewsroom(g)
		for _, c := range a.Claims {
			if c.Speaker.Name == "" {
				continue
			}
			c.Parent = 0
			counts, err := compare.Compare(&laut.Article{Document: a.Document, Entities: a.Entities, Claims: []claims.Claim{c}}, want)
			if err != nil {
				t.Fatal(err)
			}
			if counts.Found.Precise == 0 {
				continue
			}
			bin := slices.IndexFunc(limits, func(limit float64) bool { return c.Speaker.Score < limit })
			n[bin]++
			score[bin] += c.Speaker.Score
			right[bin] += counts.Named.Precise
		}
	}
	for b := range limits {
		mean, share := score[b]/n[b], right[b]/n[b]
		t.Logf("%4.0f speakers with a score of %.2f: %.2f are right", n[b], mean, share)
		if n[b] >= enough && math.Abs(mean-share) > off {
			t.Errorf("of %.0f speakers with a score of %.2f, %.2f are right", n[b], mean, share)
		}
	}
}

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
