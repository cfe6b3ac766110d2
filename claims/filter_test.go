package claims_test

import (
	"reflect"
	"testing"

	"github.com/laut-nlp/laut/claims"
)

func TestFilter(t *testing.T) {
	// 0 encloses 1, which encloses 2 and 3; 4 stands alone.
	parents := []int{-1, 0, 1, 1, -1}
	cs := make([]claims.Claim, len(parents))
	for i, p := range parents {
		cs[i] = claims.Claim{Parent: claims.ID(p + 1), Score: float64(i)}
	}
	tests := []struct {
		keep          []bool
		want, parents []int
		reason        string
	}{
		{[]bool{true, true, true, true, true}, []int{0, 1, 2, 3, 4}, []int{-1, 0, 1, 1, -1}, "all stay as they are"},
		{[]bool{true, false, true, false, true}, []int{0, 2, 4}, []int{-1, 0, -1}, "the grandparent becomes the parent"},
		{[]bool{false, false, true, false, true}, []int{2, 4}, []int{-1, -1}, "nothing that encloses it stays"},
		{[]bool{false, true, true, true, false}, []int{1, 2, 3}, []int{-1, 0, 0}, "parents are counted anew"},
		{[]bool{false, false, false, false, false}, nil, nil, "nothing stays"},
	}
	for _, tt := range tests {
		var got, parents []int
		for _, c := range claims.Filter(cs, func(c claims.Claim) bool { return tt.keep[int(c.Score)] }) {
			got, parents = append(got, int(c.Score)), append(parents, c.Parent.Index())
		}
		if !reflect.DeepEqual(got, tt.want) || !reflect.DeepEqual(parents, tt.parents) {
			t.Errorf("%s: claims %v with parents %v, want %v with %v", tt.reason, got, parents, tt.want, tt.parents)
		}
	}
	if cs[1].Parent != 1 {
		t.Error("the claims that were given changed")
	}
}

// A parent that is wrong costs only itself.
func TestFilterWrongParent(t *testing.T) {
	cs := []claims.Claim{{Parent: 1}, {Parent: 7}, {Parent: -5}}
	for i, c := range claims.Filter(cs, func(claims.Claim) bool { return true }) {
		if c.Parent != 0 {
			t.Errorf("claim %d has the parent %d", i, c.Parent)
		}
	}
}
