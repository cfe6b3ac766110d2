package eval

import "math"

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
