package spans

import (
	"math"

	"github.com/laut-nlp/laut/internal/portable"
)

// Calibration turns the value that the filter gives a candidate into the probability
// that the claim is right, by a logistic regression on the logarithm of its odds
// (Platt 1999).
type Calibration struct{ Slope, Offset float32 }

// Score returns the probability of a value.
func (c Calibration) Score(value float32) float32 {
	return float32(1 / (1 + portable.Exp(float64(-float64(c.Slope)*logOdds(value))-float64(c.Offset))))
}

// value returns the value whose score it is.
func (c Calibration) value(score float32) float32 {
	x := (logOdds(score) - float64(c.Offset)) / float64(c.Slope)
	return float32(1 / (1 + portable.Exp(-x)))
}

// logOdds returns the logarithm of the odds of a probability.
func logOdds(p float32) float64 {
	q := min(max(float64(p), 1e-6), 1-1e-6)
	return portable.Log(q / (1 - q))
}

// valid reports whether a calibration is one that training can give.
func (c Calibration) valid() bool {
	return c.Slope > 0 && c.Slope < 100 && math.Abs(float64(c.Offset)) < 100
}
