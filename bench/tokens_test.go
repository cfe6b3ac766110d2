package bench

import (
	_ "embed"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"
	prose2 "github.com/jdkato/prose/v2"
	prose3 "github.com/jdkato/prose/v3"
	"github.com/jdkato/prose/v3/segment"
	"github.com/jdkato/prose/v3/tokenize"
	"github.com/laut-nlp/laut"
	germanprose "github.com/laut-nlp/laut/compat/prose"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/cputime"
	"github.com/rivo/uniseg"
)

// news is the German text that all speeds are measured on, about 10 KB.
//
//go:embed testdata/text.txt
var news string

// megabyte is the same text again and again, for what is fast.
func megabyte() string { return strings.Repeat(news+"\n", 1<<20/len(news)+1) }

// tokenizers cut a text into tokens.
var tokenizers = []contestant{
	{"laut extract.Tokens", lautTokens},
	{"uax29 words", uaxWords},
	{"uniseg words", unisegWords},
	{"prose v2", func(text string) int { return len(prose2Document(text, prose2.WithSegmentation(false)).Tokens()) }},
	{"prose v3 tokenize", func(text string) int { return len(prose3Tokenizer.Tokenize(text)) }},
}

// splitters find both tokens and sentences, but for uax29's words alone.
var splitters = []contestant{
	{"laut extract.Sentences", func(text string) (n int) {
		for s := range extract.Sentences(text) {
			n += 1 + s.Last - s.First
		}
		return n
	}},
	{"uax29 words", uaxWords},
	{"uax29 words and sentences", func(text string) int { return uaxWords(text) + len(uaxEnds(text)) }},
	{"uniseg words and sentences", func(text string) int { return unisegWords(text) + len(unisegEnds(text)) }},
	{"prose v2", func(text string) int {
		d := prose2Document(text)
		return len(d.Tokens()) + len(d.Sentences())
	}},
	{"prose v3 tokenize and segment", func(text string) int {
		return len(prose3Tokenizer.Tokenize(text)) + len(prose3Segmenter.Segment(text))
	}},
}

// pipelines are the libraries' one call for everything they find. Prose v2 loads its models
// for each document unless it is handed one.
func pipelines() []contestant {
	kept := must(prose2.NewDocument("")).Model
	return []contestant{
		{"laut.Read", func(text string) int {
			a := laut.Read(text)
			return len(a.Document.Tokens()) + len(a.Entities) + len(a.Claims)
		}},
		{"laut compat/prose", func(text string) int { return len(must(germanprose.NewDocument(text)).Tokens()) }},
		{"prose v2", func(text string) int { return len(must(prose2.NewDocument(text)).Tokens()) }},
		{"prose v2, model kept", func(text string) int {
			return len(must(prose2.NewDocument(text, prose2.UsingModel(kept))).Tokens())
		}},
		{"prose v3", func(text string) int { return len(must(prose3.NewDocument(text)).Tokens()) }},
	}
}

func BenchmarkTokens(b *testing.B) {
	text := megabyte()
	beside(b, text, lautTokens(text), "token", tokenizers)
}

func BenchmarkSentences(b *testing.B) {
	text := megabyte()
	beside(b, text, lautTokens(text), "token", splitters)
}

func BenchmarkEverything(b *testing.B) { beside(b, news, lautTokens(news), "token", pipelines()) }

// TestPieces makes sure that each contestant does the work it is timed for.
func TestPieces(t *testing.T) {
	const short = "„Das kostet 3,5 Mrd. Euro“, sagte Dr. Uta Öhler am 2. März. Niemand lachte."
	for _, group := range [][]contestant{tokenizers, splitters, pipelines()} {
		for _, c := range group {
			// The text has 19 tokens; UAX #29 also counts the spaces between them.
			if n := c.run(short); n < 12 || n > 40 {
				t.Errorf("%s finds %d pieces in %q", c.name, n, short)
			}
		}
	}
}

var (
	prose3Tokenizer = tokenize.New()
	prose3Segmenter = must(segment.New())
)

// prose2Document runs prose v2 without its tagger and entities, whose models it would load
// anew for each document.
func prose2Document(text string, opts ...prose2.DocOpt) *prose2.Document {
	return must(prose2.NewDocument(text, append(opts, prose2.WithTagging(false), prose2.WithExtraction(false))...))
}

func lautTokens(text string) (n int) {
	for range extract.Tokens(text) {
		n++
	}
	return n
}

func uaxWords(text string) (n int) {
	for it := words.FromString(text); it.Next(); n++ {
	}
	return n
}

func uaxEnds(text string) (ends []int) {
	for it := sentences.FromString(text); it.Next(); {
		ends = append(ends, it.End())
	}
	return ends
}

func unisegWords(text string) (n int) {
	for state := -1; text != ""; n++ {
		_, text, state = uniseg.FirstWordInString(text, state)
	}
	return n
}

func unisegEnds(text string) (ends []int) {
	rest, state := text, -1
	for rest != "" {
		_, rest, state = uniseg.FirstSentenceInString(rest, state)
		ends = append(ends, len(text)-len(rest))
	}
	return ends
}

// must serves calls that fail only where a peer's embedded model is broken.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// contestant is one way of doing what a benchmark compares. It returns how many pieces it
// has found: a result that is used cannot be optimised away.
type contestant struct {
	name string
	run  func(text string) int
}

// shortest is how long a contestant runs at least in a round. Work that is done sooner is
// repeated, or the clock and the scheduler would decide.
const shortest = 60 * time.Millisecond

// beside runs each contestant over the text once in each round, and logs a table: medians
// of processor time, and of the ratios within the rounds, so that a machine which slows down
// for a while slows all of them down. The order turns from round to round, so that nobody
// always comes after the same neighbour. All have one core, on which they also collect
// their garbage. Ratios are how many times as fast the first contestant is.
func beside(b *testing.B, text string, units int, unit string, contestants []contestant) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	allocs := make([]float64, len(contestants))
	for i, c := range contestants { // also opens models
		allocs[i] = testing.AllocsPerRun(1, func() { c.run(text) })
	}
	times := make([][]float64, len(contestants)) // seconds
	for round := 0; b.Loop(); round++ {
		for k := range contestants {
			i := (round + k) % len(contestants)
			runtime.GC() // nobody pays for the garbage of the one before
			start, n := cputime.Now(), 0
			for n == 0 || cputime.Now()-start < shortest {
				contestants[i].run(text)
				n++
			}
			times[i] = append(times[i], (cputime.Now()-start).Seconds()/float64(n))
		}
	}
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
	for i, c := range contestants {
		ratios := make([]float64, len(times[i]))
		for r, t := range times[i] {
			ratios[r] = t / times[0][r]
		}
		fmt.Fprintf(w, "\n%s\t%.3g MB/s\t%.1f ns/%s\t%.2f allocations/%s\tratio %.2f", c.name, float64(len(text))/1e6/median(times[i]),
			median(times[i])*1e9/float64(units), unit, allocs[i]/float64(units), unit, median(ratios))
	}
	w.Flush()
	b.Log(table.String())
}

func median(xs []float64) float64 {
	xs = slices.Sorted(slices.Values(xs))
	return (xs[(len(xs)-1)/2] + xs[len(xs)/2]) / 2
}
