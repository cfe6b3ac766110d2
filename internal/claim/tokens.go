package claim

import "slices"

// Tokens returns the tokens [first, last).
func Tokens(first, last int) []int {
	ts := make([]int, 0, max(0, last-first))
	for i := first; i < last; i++ {
		ts = append(ts, i)
	}
	return ts
}

// Without returns the tokens [first, last) that are not in any of the sets.
func Without(first, last int, sets ...[]int) []int {
	var ts []int
next:
	for i := first; i < last; i++ {
		for _, s := range sets {
			if Contains(s, i) {
				continue next
			}
		}
		ts = append(ts, i)
	}
	return ts
}

// Contains reports whether a token is among ascending ones.
func Contains(ts []int, t int) bool {
	_, in := slices.BinarySearch(ts, t)
	return in
}

// Union returns the tokens of two ascending lists, ascending.
func Union(a, b []int) []int {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

// Jaccard returns how far two ascending lists, which are not empty, overlap: the tokens in
// both as a share of those in either. Time is linear in the shorter stretch of text.
func Jaccard(a, b []int) float64 {
	size := len(a) + len(b)
	first, last := max(a[0], b[0]), min(a[len(a)-1], b[len(b)-1])
	n := Common(Within(a, first, last), Within(b, first, last))
	return float64(n) / float64(size-n)
}

// Common returns how many tokens are in both of two ascending lists.
func Common(a, b []int) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Within returns those of ascending numbers that lie between first and last.
func Within(a []int, first, last int) []int {
	from, _ := slices.BinarySearch(a, first)
	end, _ := slices.BinarySearch(a, last+1)
	return a[from:max(from, end)]
}
