package eval

import (
	"cmp"
	"slices"
)

// pairing is a possible pair of what the system has and what is right, by their indexes.
type pairing struct {
	got, want int
	value     float64
}

// pairs pairs one to one, the best first, and returns what each side is paired with, or -1.
func pairs(got, want int, candidates []pairing) (ofGot, ofWant []int) {
	ofGot, ofWant = slices.Repeat([]int{-1}, got), slices.Repeat([]int{-1}, want)
	slices.SortStableFunc(candidates, func(a, b pairing) int {
		return cmp.Or(cmp.Compare(b.value, a.value), cmp.Compare(a.got, b.got), cmp.Compare(a.want, b.want))
	})
	for _, p := range candidates {
		if ofGot[p.got] < 0 && ofWant[p.want] < 0 {
			ofGot[p.got], ofWant[p.want] = p.want, p.got
		}
	}
	return ofGot, ofWant
}
