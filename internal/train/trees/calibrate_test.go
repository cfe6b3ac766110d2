package trees

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestCalibrate checks that the slope and offset by which examples were drawn are found.
func TestCalibrate(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var odds []float64
	var right []bool
	for range 20000 {
		x := r.NormFloat64() * 2
		odds = append(odds, x)
		right = append(right, r.Float64() < 1/(1+math.Exp(-1.3*x-.4)))
	}
	c := Calibrate(odds, right)
	if math.Abs(float64(c.Slope)-1.3) > .1 || math.Abs(float64(c.Offset)-.4) > .1 {
		t.Errorf("slope %.2f, offset %.2f; want 1.3 and 0.4", c.Slope, c.Offset)
	}
}
