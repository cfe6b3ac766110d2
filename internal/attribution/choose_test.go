package attribution

import (
	"math"
	"slices"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// TestSchedule holds that the best sum wins, not the best candidate, and that
// candidates which overlap by a token are never both taken.
func TestSchedule(t *testing.T) {
	at := func(value float32, first, end int) candidate {
		return candidate{kind: Indirect, content: tokens(first, end), value: value}
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

func TestJaccard(t *testing.T) {
	for _, tt := range []struct {
		a, b []int
		want float64
	}{
		{tokens(0, 4), tokens(0, 4), 1},
		{tokens(0, 4), tokens(4, 8), 0},
		{tokens(0, 4), tokens(2, 6), 1. / 3},
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

// TestCalibration holds that scores grow with values and that the value of a score is
// found again.
func TestCalibration(t *testing.T) {
	c := Calibration{Slope: 1.3, Offset: .4}
	last := float32(-1)
	for _, value := range []float32{0, .01, .2, .5, .8, .99, 1} {
		score := c.Score(value)
		if score <= last || score < 0 || score > 1 {
			t.Errorf("the value %v has the score %v behind %v", value, score, last)
		}
		last = score
		if back := c.value(score); value > .001 && value < .999 && math.Abs(float64(back-value)) > 1e-3 {
			t.Errorf("the score %v has the value %v, want %v", score, back, value)
		}
	}
}

// TestTouching holds that a claim of the rules which goes on over several units is
// told once.
func TestTouching(t *testing.T) {
	d := extract.Parse("Eva Lang sagte, der Plan sei gut. Man habe ihn geprüft. Er sei fertig. Morgen komme die Antwort.")
	v := ReadView(d, entities.Tag(d))
	for first := range v.units {
		seen := make(map[int]int)
		v.touching(first, len(v.units)-1, func(n int, f *found) { seen[n]++ })
		if len(seen) == 0 {
			t.Errorf("no claim touches the units from %d on", first)
		}
		for n, times := range seen {
			if times != 1 {
				t.Errorf("from unit %d on claim %d is told %d times", first, n, times)
			}
		}
	}
}
