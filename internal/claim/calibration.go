package claim

import (
	"math"

	"github.com/laut-nlp/laut/internal/portable"
)

// Calibration turns the probability that a model gives an answer into the probability
// that it is right, by a logistic regression on the logarithm of its odds (Platt 1999).
type Calibration struct{ Slope, Offset float32 }

// Score returns the probability for a value.
func (c Calibration) Score(value float32) float32 {
	return float32(1 / (1 + portable.Exp(float64(-float64(c.Slope)*LogOdds(value))-float64(c.Offset))))
}

// Value returns the value whose score it is.
func (c Calibration) Value(score float32) float32 {
	x := (LogOdds(score) - float64(c.Offset)) / float64(c.Slope)
	return float32(1 / (1 + portable.Exp(-x)))
}

// LogOdds returns the logarithm of the odds of a probability.
func LogOdds(p float32) float64 {
	q := min(max(float64(p), 1e-6), 1-1e-6)
	return portable.Log(q / (1 - q))
}

// Valid reports whether a calibration is one that training can give.
func (c Calibration) Valid() bool {
	return c.Slope > 0 && c.Slope < 100 && math.Abs(float64(c.Offset)) < 100
}
