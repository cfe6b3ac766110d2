package claim

import (
	"math"
	"testing"
)

// TestCalibration checks that scores grow with values and that the value of a score is
// found again.
func TestCalibration(t *testing.T) {
	c := Calibration{Slope: 1.3, Offset: .4}
	last := float32(-1)
	for _, value := range []float32{0, .01, .2, .5, .8, .99, 1} {
		score := c.Score(value)
		if score <= last || score < 0 || score > 1 {
			t.Errorf("the value %v has the score %v after %v", value, score, last)
		}
		last = score
		if back := c.Value(score); value > .001 && value < .999 && math.Abs(float64(back-value)) > 1e-3 {
			t.Errorf("the score %v has the value %v, want %v", score, back, value)
		}
	}
}

// TestScore checks that scores are probabilities and grow with the value.
func TestScore(t *testing.T) {
	for _, c := range []Calibration{{Slope: 1}, {Slope: .1, Offset: -99}, {Slope: 99, Offset: 99}, {Slope: 1.5, Offset: .2}} {
		before := float32(0)
		for _, value := range []float32{-1, 0, 1e-30, .1, .5, .9, 1, 2, float32(math.Inf(1))} {
			p := c.Score(value)
			if !(p >= before && p <= 1) {
				t.Errorf("%+v: the value %v has the score %v, after %v", c, value, p, before)
			}
			before = p
		}
	}
	if p := (Calibration{Slope: 1}).Score(.3); math.Abs(float64(p)-.3) > 1e-6 {
		t.Errorf("an even calibration makes %v of .3", p)
	}
}

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
