package claim

import (
	"math"
	"testing"
)

func TestJaccard(t *testing.T) {
	for _, tt := range []struct {
		a, b []int
		want float64
	}{
		{Tokens(0, 4), Tokens(0, 4), 1},
		{Tokens(0, 4), Tokens(4, 8), 0},
		{Tokens(0, 4), Tokens(2, 6), 1. / 3},
		{[]int{1, 5, 9}, []int{5}, 1. / 3},
		{[]int{1, 2, 8, 9}, []int{2, 3, 8}, .4},
	} {
		if got := Jaccard(tt.a, tt.b); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("Jaccard(%v, %v) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
		if got := Jaccard(tt.b, tt.a); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("Jaccard(%v, %v) = %v, want %v", tt.b, tt.a, got, tt.want)
		}
	}
}
