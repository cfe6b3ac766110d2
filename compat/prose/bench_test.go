//go:build unix

package germanprose_test

import (
	"os"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"

	germanprose "github.com/laut-nlp/laut/compat/prose"
)

// BenchmarkBeside reads one German article with laut and with prose in turn, everything
// switched on, and reports the medians of the rounds and of the ratios within them. Time is
// that of the processor, user and system, which a machine that does other things as well
// lengthens least:
//
//	go test . -run none -bench Beside -benchtime 15x
func BenchmarkBeside(b *testing.B) {
	text, err := os.ReadFile("../../bench/testdata/text.txt")
	if err != nil {
		b.Fatal(err)
	}
	kept := must(prose.NewDocument("")).Model
	readers := []struct {
		name string
		read func(text string) int
	}{
		{"laut", func(text string) int { return len(must(germanprose.NewDocument(text)).Tokens()) }},
		{"prose", func(text string) int { return len(must(prose.NewDocument(text)).Tokens()) }},
		{"prose-model-kept", func(text string) int {
			return len(must(prose.NewDocument(text, prose.UsingModel(kept))).Tokens())
		}},
	}
	times := make([][]float64, len(readers)) // seconds
	for b.Loop() {
		for i, r := range readers {
			runtime.GC() // nobody pays for the garbage of the one before
			start := processor(b)
			if r.read(string(text)) == 0 {
				b.Fatal("no tokens")
			}
			times[i] = append(times[i], (processor(b) - start).Seconds())
		}
	}
	for i, r := range readers {
		ratios := make([]float64, len(times[i]))
		for k, t := range times[i] {
			ratios[k] = t / times[0][k]
		}
		b.ReportMetric(float64(len(text))/1e6/median(times[i]), r.name+"-MB/s")
		if i > 0 {
			b.ReportMetric(median(ratios), "times-"+r.name)
		}
	}
	b.ReportMetric(0, "ns/op")
}

// processor returns the time that the processor has spent on this program.
func processor(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func median(xs []float64) float64 {
	xs = slices.Sorted(slices.Values(xs))
	return xs[len(xs)/2]
}
