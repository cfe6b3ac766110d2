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
