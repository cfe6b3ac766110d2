// Package stages measures what laut.Read consists of: each stage alone and all of them
// together, on one core, with the work of the garbage collector.
//
// It calls nothing but laut's public API and the standard library, since cmd/versus
// also builds it with older revisions of laut.
package stages

import (
	"io"
	"iter"
	"runtime"
	"slices"
	"time"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
)

// Names are the stages in order of a round. The first four are what Read, the fifth,
// does; the others are not part of it.
var Names = []string{"extract.Parse", "Document.Tags", "entities.Tag", "claims.Extract",
	Read, "claims by rules", "export.JSONLines"}

// Read is the name of the whole pipeline; Parts is how many of Names it consists of.
const (
	Read  = "laut.Read"
	Parts = 4
)

// work has a function for each of Names. What a stage makes lies in the article.
var work = []func(*article){
	func(a *article) { a.Document = extract.Parse(a.text) },
	func(a *article) { a.Document.Tags() },
	func(a *article) { a.Entities = entities.Tag(a.Document) },
	func(a *article) { a.Claims = claims.Extract(a.Document, a.Entities) },
	func(a *article) { laut.Read(a.text) },
	func(a *article) { claims.Rules().Extract(a.Document, a.Entities) },
	func(a *article) { _ = export.JSONLines{}.Write(io.Discard, export.ID{}, &a.Article) }, // Discard takes all
}

type article struct {
	text string
	laut.Article
}

// Time is what a stage took in a round.
type Time struct {
	CPU, Wall time.Duration
}

// batch is how many bytes of articles go through a stage before the next begins: so
// many that reading the clock costs nothing, so few that little has to be kept.
const batch = 64 << 10

// Round runs all stages over the texts, so often as the texts have together at least
// size bytes, and returns the times by stage. The collector is part of them: a round
// should be long enough for several of its cycles.
func Round(texts []string, size int) []Time {
	times := make([]Time, len(Names))
	runtime.GC() // nobody pays for the garbage of the round before
	for range passes(texts, size) {
		for some := range batches(texts) {
			for i, do := range work {
				cpu, wall := ProcessTime(), time.Now()
				for k := range some {
					do(&some[k])
				}
				times[i].Wall += time.Since(wall)
				times[i].CPU += ProcessTime() - cpu
			}
		}
	}
	return times
}

// Bytes is how much text a round of that size reads.
func Bytes(texts []string, size int) int {
	return length(texts) * passes(texts, size)
}

func passes(texts []string, size int) int {
	n := max(1, length(texts))
	return max(1, (size+n-1)/n)
}

func length(texts []string) (n int) {
	for _, t := range texts {
		n += len(t)
	}
	return n
}

// batches yields the texts in order as articles that no stage has seen.
func batches(texts []string) iter.Seq[[]article] {
	return func(yield func([]article) bool) {
		var some []article
		n := 0
		for i, t := range texts {
			some = append(some, article{text: t})
			if n += len(t); n < batch && i < len(texts)-1 {
				continue
			}
			if !yield(some) {
				return
			}
			some, n = nil, 0
		}
	}
}

// Memory is what a stage allocates for all texts together.
type Memory struct {
	Allocs, Bytes uint64
}

// Allocations runs all stages once over the texts and returns what they allocate. What
// they open at their first call counts too, unless a Round went before.
func Allocations(texts []string) []Memory {
	memory := make([]Memory, len(Names))
	var before, after runtime.MemStats
	for some := range batches(texts) {
		for i, do := range work {
			runtime.ReadMemStats(&before)
			for k := range some {
				do(&some[k])
			}
			runtime.ReadMemStats(&after)
			memory[i].Allocs += after.Mallocs - before.Mallocs
			memory[i].Bytes += after.TotalAlloc - before.TotalAlloc
		}
	}
	return memory
}

// Tokens counts the tokens of the texts.
func Tokens(texts []string) (n int) {
	for _, t := range texts {
		n += len(extract.Parse(t).Tokens())
	}
	return n
}

// Median returns the median of a list that is not empty.
func Median(xs []float64) float64 {
	xs = slices.Sorted(slices.Values(xs))
	return (xs[(len(xs)-1)/2] + xs[len(xs)/2]) / 2
}
