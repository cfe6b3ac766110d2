package eval

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/corpus"
)

// overlap is how well a quotation of the system fits one of the gold that shares tokens.
type overlap struct {
	system, gold int
	weight       float64
}

// pairQuotes pairs the quotations of a document, and returns the gold of each of the
// system's, or -1. What shares no token, also not by way of others, is paired apart: so time
// and memory grow with the quotations, and with the cube only of those that overlap.
func pairQuotes(system, gold []corpus.Quote) []int {
	overlaps := overlapsOf(system, gold)
	group := make([]int, len(system)+len(gold)) // a forest of the system's quotations, and the gold's after them
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for _, o := range overlaps {
		a, b := root(o.system), root(len(system)+o.gold)
		group[max(a, b)] = min(a, b)
	}
	slices.SortStableFunc(overlaps, func(a, b overlap) int { return root(a.system) - root(b.system) })
	out := make([]int, len(system))
	for i := range out {
		out[i] = -1
	}
	for len(overlaps) > 0 {
		n := 1
		for n < len(overlaps) && root(overlaps[n].system) == root(overlaps[0].system) {
			n++
		}
		pairGroup(overlaps[:n], out)
		overlaps = overlaps[n:]
	}
	return out
}

// overlapsOf returns the pairs that share tokens, in order of the system's quotations.
func overlapsOf(system, gold []corpus.Quote) (overlaps []overlap) {
	at := make(map[int][]int) // the gold's quotations by token
	for j, g := range gold {
		for _, t := range g.Parts[corpus.Content] {
			at[t] = append(at[t], j)
		}
	}
	for i, s := range system {
		a := s.Parts[corpus.Content]
		var js []int
		for _, t := range a {
			js = append(js, at[t]...)
		}
		slices.Sort(js)
		for _, j := range slices.Compact(js) {
			g, b := gold[j], gold[j].Parts[corpus.Content]
			w := 2 * float64(claim.Common(a, b)) / float64(len(a)+len(b))
			if s.Type == g.Type {
				w += 0.01
			}
			if s.Medium == g.Medium {
				w += 0.001
			}
			overlaps = append(overlaps, overlap{i, j, w})
		}
	}
	return overlaps
}

// pairGroup pairs the quotations of some overlaps, and writes them into out.
func pairGroup(overlaps []overlap, out []int) {
	var rows, columns []int
	for _, o := range overlaps {
		rows, columns = append(rows, o.system), append(columns, o.gold)
	}
	slices.Sort(rows)
	slices.Sort(columns)
	rows, columns = slices.Compact(rows), slices.Compact(columns)
	weights := make([][]float64, len(rows))
	for i := range weights {
		weights[i] = make([]float64, len(columns))
	}
	for _, o := range overlaps {
		i, _ := slices.BinarySearch(rows, o.system)
		j, _ := slices.BinarySearch(columns, o.gold)
		weights[i][j] = o.weight
	}
	for i, j := range match(weights) {
		if j >= 0 {
			out[rows[i]] = columns[j]
		}
	}
}
