package main

import (
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"github.com/laut-nlp/laut/internal/corpus"
)

// speedBytes is how much text is analysed in a round, by the slowest too.
const speedBytes = 200_000

// speed prints how fast the analyzers are on whole articles: medians of rounds in
// which each analyses the same text once, in turning order. The time is the
// processor's, so that what else runs on the machine matters less.
func speed(w io.Writer, articles []corpus.Document, rounds int) error {
	var texts [][]byte
	size := 0
	for _, a := range articles {
		if size >= speedBytes {
			break
		}
		texts = append(texts, []byte(a.Text))
		size += len(a.Text)
	}
	cache := registry.NewCache()
	times := make([][]float64, len(analyzers)) // by analyzer, then by round
	var as []analysis.Analyzer
	for i, name := range analyzers {
		a, err := cache.AnalyzerNamed(name)
		if err != nil {
			return err
		}
		as = append(as, a)
		times[i] = make([]float64, rounds)
		analyse(a, texts) // opens models and lists
	}
	for r := range rounds {
		for k := range as {
			i := (r + k) % len(as)
			times[i][r] = timePerByte(as[i], texts, size)
		}
	}
	fmt.Fprintf(w, "Analysis of %d KB, medians of %d rounds, CPU time:\n", size/1000, rounds)
	for i, name := range analyzers {
		ratios := make([]float64, rounds)
		for r := range rounds {
			ratios[r] = times[0][r] / times[i][r]
		}
		fmt.Fprintf(w, "  %-9s %5.2f MB/s, %.2f times %s\n", name, 1e3/median(times[i]), median(ratios), analyzers[0])
	}
	fmt.Fprintln(w)
	return nil
}

func analyse(a analysis.Analyzer, texts [][]byte) {
	for _, t := range texts {
		a.Analyze(t)
	}
}

// timePerByte returns nanoseconds. The work is repeated until the clock is exact enough.
func timePerByte(a analysis.Analyzer, texts [][]byte, size int) float64 {
	runtime.GC() // nobody pays for the garbage of the one before
	start, n := cpuTime(), 0
	for n == 0 || cpuTime()-start < 100*time.Millisecond {
		analyse(a, texts)
		n++
	}
	return float64((cpuTime() - start).Nanoseconds()) / float64(n*size)
}

func median(xs []float64) float64 {
	xs = slices.Sorted(slices.Values(xs))
	return (xs[(len(xs)-1)/2] + xs[len(xs)/2]) / 2
}

// stems prints how many words of the articles the stemmers of the first two analyzers
// put together in different ways, with examples.
func stems(w io.Writer, articles []corpus.Document) error {
	cache := registry.NewCache()
	var stem [2]func(string) string
	for i := range stem {
		a, err := cache.AnalyzerNamed(analyzers[i])
		if err != nil {
			return err
		}
		stem[i] = func(word string) string {
			if s := a.Analyze([]byte(word)); len(s) == 1 {
				return string(s[0].Term)
			}
			return ""
		}
	}
	var groups [2]map[string][]string // words by stem
	for i := range groups {
		groups[i] = map[string][]string{}
	}
	words := map[string]bool{}
	for _, a := range articles {
		for _, t := range a.Tokens {
			words[strings.ToLower(a.Text[t.Start:t.End])] = true
		}
	}
	var compared []string
	for _, word := range slices.Sorted(maps.Keys(words)) {
		s := [2]string{stem[0](word), stem[1](word)}
		if s[0] == "" || s[1] == "" { // a stop word, or no word
			continue
		}
		compared = append(compared, word)
		for i := range groups {
			groups[i][s[i]] = append(groups[i][s[i]], word)
		}
	}
	fmt.Fprintf(w, "Stems of the %d words of the articles: %s has %d, %s %d\n", len(compared), analyzers[0], len(groups[0]), analyzers[1], len(groups[1]))
	for i := range groups {
		n := 0
		var examples []string
		for _, s := range slices.Sorted(maps.Keys(groups[i])) {
			group := groups[i][s]
			for _, word := range group[1:] {
				if stem[1-i](word) != stem[1-i](group[0]) {
					n++
					examples = append(examples, group[0]+"/"+word)
					break
				}
			}
		}
		fmt.Fprintf(w, "  %d groups of words with one stem in %s have several in %s: %s\n", n, analyzers[i], analyzers[1-i], strings.Join(every(examples, 10), ", "))
	}
	fmt.Fprintln(w)
	return nil
}

// every returns n of the values at equal distances.
func every(values []string, n int) (out []string) {
	for i := range min(n, len(values)) {
		out = append(out, values[i*len(values)/min(n, len(values))])
	}
	return out
}
