package eval

import (
	"math"
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

// match pairs rows with columns one to one so that the sum of the weights is
// greatest, and returns the column of each row or -1. Pairs of weight 0 are
// no pairs. It is the Hungarian method with potentials (Kuhn 1955, Munkres
// 1957): shortest augmenting paths, O(min(n,m)² max(n,m)) time. The rows of
// weights have the same length; weights are finite and not negative. Of several
// best matchings it always finds the same.
func match(weights [][]float64) []int {
	n := len(weights)
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	if n == 0 || len(weights[0]) == 0 {
		return out
	}
	m := len(weights[0])
	if n > m {
		turned := make([][]float64, m)
		for j := range turned {
			turned[j] = make([]float64, n)
			for i := range weights {
				turned[j][i] = weights[i][j]
			}
		}
		for j, i := range match(turned) {
			if i >= 0 {
				out[i] = j
			}
		}
		return out
	}
	// Rows and columns count from 1; column 0 holds the row that looks for a
	// place. A cost is the weight's negative.
	u, v := make([]float64, n+1), make([]float64, m+1)
	row := make([]int, m+1) // the row that column j is given to
	for i := 1; i <= n; i++ {
		row[0] = i
		slack := make([]float64, m+1)
		for j := range slack {
			slack[j] = math.Inf(1)
		}
		from := make([]int, m+1)
		done := make([]bool, m+1)
		j := 0
		for row[j] != 0 {
			done[j] = true
			r, next, delta := row[j], 0, math.Inf(1)
			for k := 1; k <= m; k++ {
				if done[k] {
					continue
				}
				if c := -weights[r-1][k-1] - u[r] - v[k]; c < slack[k] {
					slack[k], from[k] = c, j
				}
				if slack[k] < delta {
					delta, next = slack[k], k
				}
			}
			for k := range done {
				if done[k] {
					u[row[k]] += delta
					v[k] -= delta
				} else {
					slack[k] -= delta
				}
			}
			j = next
		}
		for j != 0 {
			row[j] = row[from[j]]
			j = from[j]
		}
	}
	for j := 1; j <= m; j++ {
		if i := row[j]; i != 0 && weights[i-1][j-1] > 0 {
			out[i-1] = j - 1
		}
	}
	return out
}
