// Package overlap tells how far spans of two readings of a text cover the same bytes, and
// pairs what overlaps most.
package overlap

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/extract"
)

// Union returns spans in order of the text that do not overlap and cover the same bytes.
func Union(spans []extract.Span) []extract.Span {
	out := slices.Clone(spans)
	slices.SortFunc(out, func(a, b extract.Span) int { return cmp.Compare(a.Start, b.Start) })
	n := 0
	for _, s := range out {
		if n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
		} else {
			out[n] = s
			n++
		}
	}
	return out[:n]
}

// Jaccard returns how much of what two unions cover both cover, from 0 to 1.
func Jaccard(a, b []extract.Span) float64 {
	size, both := 0, 0
	for _, s := range a {
		size += s.Len()
	}
	for _, s := range b {
		size += s.Len()
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		both += max(0, min(a[i].End, b[j].End)-max(a[i].Start, b[j].Start))
		if a[i].End < b[j].End {
			i++
		} else {
			j++
		}
	}
	if size == both { // nothing at all
		return 0
	}
	return float64(both) / float64(size-both)
}

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
