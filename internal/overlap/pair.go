package overlap

import (
	"cmp"
	"slices"
)

// Candidate is a possible pair of one of each side, by their indexes.
type Candidate struct {
	Got, Want int
	Value     float64
}

// Pairs pairs one to one, the best first, and returns what each side is paired with, or -1.
// Of equal ones the first of got comes first, then of want. It sorts the candidates.
func Pairs(got, want int, candidates []Candidate) (ofGot, ofWant []int) {
	ofGot, ofWant = slices.Repeat([]int{-1}, got), slices.Repeat([]int{-1}, want)
	slices.SortStableFunc(candidates, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(a.Got, b.Got), cmp.Compare(a.Want, b.Want))
	})
	for _, p := range candidates {
		if ofGot[p.Got] < 0 && ofWant[p.Want] < 0 {
			ofGot[p.Got], ofWant[p.Want] = p.Want, p.Got
		}
	}
	return ofGot, ofWant
}
