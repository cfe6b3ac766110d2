package trees

import (
	"math"

	"github.com/laut-nlp/laut/internal/claim"
)

// Calibrate fits a logistic regression of what is right on the logarithms of odds, by
// Newton's method.
func Calibrate(logOdds []float64, right []bool) claim.Calibration {
	a, b := 1.0, 0.0
	for range 20 {
		var ga, gb, haa, hab, hbb float64
		for i, x := range logOdds {
			p := 1 / (1 + math.Exp(-a*x-b))
			d := p
			if right[i] {
				d--
			}
			w := p * (1 - p)
			ga, gb = ga+d*x, gb+d
			haa, hab, hbb = haa+w*x*x, hab+w*x, hbb+w
		}
		det := haa*hbb - hab*hab
		a -= (hbb*ga - hab*gb) / det
		b -= (haa*gb - hab*ga) / det
	}
	return claim.Calibration{Slope: float32(a), Offset: float32(b)}
}
