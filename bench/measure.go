package bench

import (
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/laut-nlp/laut/bench/stages"
)

// Result is what Measure found for one contestant.
type Result struct {
	Name   string
	Time   float64 // nanoseconds of processor time per unit, the median of the rounds
	Ratio  float64 // how many times as fast as the reference, the median of the ratios within the rounds
	Allocs float64 // allocations per unit
}

// minRun is how long a contestant runs at least in a round. Work that is done
// sooner is repeated, or the clock and the scheduler would decide.
const minRun = 60 * time.Millisecond

// Measure runs each contestant of a task once in each of so many rounds. The
// order turns from round to round, so that nobody always comes after the same
// neighbour, and all have one core, on which they also collect their garbage. It panics
// where the task lacks its reference.
func Measure(t Task, rounds int) []Result {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	cs := t.Contestants
	times := make([][]float64, len(cs)) // by contestant, then by round
	results := make([]Result, len(cs))
	for i, c := range cs {
		times[i] = make([]float64, rounds)
		results[i] = Result{Name: c.Name, Allocs: testing.AllocsPerRun(1, c.Run) / float64(c.Units)}
	}
	for r := range rounds {
		for k := range cs {
			i := (k + r) % len(cs)
			times[i][r] = timePerUnit(cs[i])
		}
	}
	ref := times[slices.IndexFunc(cs, func(c Contestant) bool { return c.Name == t.Reference })]
	for i := range cs {
		ratios := make([]float64, rounds)
		for r := range rounds {
			ratios[r] = ref[r] / times[i][r]
		}
		results[i].Ratio, results[i].Time = stages.Median(ratios), stages.Median(times[i])
	}
	return results
}

// timePerUnit returns nanoseconds.
func timePerUnit(c Contestant) float64 {
	runtime.GC() // nobody pays for the garbage of the one before
	start, n := stages.ProcessTime(), 0
	for n == 0 || stages.ProcessTime()-start < minRun {
		c.Run()
		n++
	}
	return float64(stages.ProcessTime()-start) / float64(n*c.Units)
}
