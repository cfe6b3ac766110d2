package bench

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/laut-nlp/laut/internal/cputime"
)

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
