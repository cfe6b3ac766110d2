package eval

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		why     string
		weights [][]float64
		want    []int
	}{
		{"nothing to pair", nil, []int{}},
		{"rows without columns stay alone", [][]float64{{}, {}}, []int{-1, -1}},
		{"taking the best pair first would give .8, the best sum is 1.4", [][]float64{{.8, .7}, {.7, 0}}, []int{1, 0}},
		{"weight 0 is no pair, even where a row and a column are left", [][]float64{{1, 0}, {0, 0}}, []int{0, -1}},
		{"more rows than columns: the worst row stays alone", [][]float64{{.2}, {.9}, {.5}}, []int{-1, 0, -1}},
		{"more columns than rows", [][]float64{{.2, .9, .5}}, []int{1}},
	} {
		if diff := cmp.Diff(c.want, match(c.weights)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
	}
}

// best tries all matchings.
func best(weights [][]float64, used []bool) float64 {
	if len(weights) == 0 {
		return 0
	}
	most := best(weights[1:], used)
	for j, w := range weights[0] {
		if !used[j] {
			used[j] = true
			most = max(most, w+best(weights[1:], used))
			used[j] = false
		}
	}
	return most
}

func TestMatchIsBest(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		n, m := 1+rng.IntN(6), 1+rng.IntN(6)
		weights := make([][]float64, n)
		for i := range weights {
			weights[i] = make([]float64, m)
			for j := range weights[i] {
				// Few values, so that there are ties, and many zeros, as between quotations.
				weights[i][j] = float64(rng.IntN(4)) / 3 * float64(rng.IntN(2))
			}
		}
		got, taken := 0.0, map[int]bool{}
		for i, j := range match(weights) {
			if j < 0 {
				continue
			}
			if taken[j] || weights[i][j] == 0 {
				t.Fatalf("match(%v): column %d twice or without weight", weights, j)
			}
			taken[j] = true
			got += weights[i][j]
		}
		if want := best(weights, make([]bool, m)); math.Abs(got-want) > 1e-9 {
			t.Fatalf("match(%v) has sum %v, want %v", weights, got, want)
		}
	}
}

// TestMatchManyTies makes sure that ties in a large table end the search.
func TestMatchManyTies(t *testing.T) {
	weights := make([][]float64, 300)
	for i := range weights {
		weights[i] = make([]float64, 200)
		for j := range weights[i] {
			weights[i][j] = 1
		}
	}
	paired := 0
	for _, j := range match(weights) {
		if j >= 0 {
			paired++
		}
	}
	if paired != 200 {
		t.Errorf("%d pairs, want 200", paired)
	}
}

func TestReportString(t *testing.T) {
	r := &Report{Rows: []Row{{"all", Score{2, 4, 2, 3}}, {"Überschrift", Score{1, 2, 1, 3}}, {Name: "none"}}}
	const want = `` +
		"                 P      R     F1   system     gold\n" +
		"all          50.00  66.67  57.14        4        3\n" + // 2/4, 2/3, 4/7
		"Überschrift  50.00  33.33  40.00        2        3\n" + // 1/2, 1/3; the name is 11 letters, 12 bytes
		"none             -      -      -        0        0\n"
	if diff := cmp.Diff(want, r.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
