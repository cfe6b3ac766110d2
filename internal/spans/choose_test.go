package spans

import (
	"slices"
	"testing"

	"github.com/laut-nlp/laut/internal/claim"
)

// TestSchedule holds that the best sum wins, not the best candidate, and that
// candidates which overlap by a token are never both taken.
func TestSchedule(t *testing.T) {
	at := func(value float32, first, end int) candidate {
		return candidate{kind: claim.Indirect, content: claim.Tokens(first, end), value: value}
	}
	for _, tt := range []struct {
		reason string
		in     []candidate
		want   []int // first tokens
	}{
		{"nothing", nil, nil},
		{"two halves beat a whole of a greater value", []candidate{at(.8, 0, 20), at(.7, 0, 10), at(.7, 10, 20)}, []int{0, 10}},
		{"a whole beats halves that are hardly worth it", []candidate{at(.8, 0, 20), at(.5, 0, 10), at(.5, 10, 20)}, []int{0}},
		{"one shared token is too much", []candidate{at(.6, 0, 11), at(.7, 10, 20)}, []int{10}},
		{"a gap is no overlap", []candidate{at(.6, 30, 40), at(.7, 10, 20)}, []int{10, 30}},
	} {
		got := schedule(tt.in, .4)
		var first []int
		for _, c := range got {
			first = append(first, c.content[0])
		}
		slices.Sort(first)
		if !slices.Equal(first, tt.want) {
			t.Errorf("%s: chose those at %v, want %v", tt.reason, first, tt.want)
		}
	}
}
