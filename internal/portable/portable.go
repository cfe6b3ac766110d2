// Package portable has the exponential and the logarithm, the same to the last bit on
// all processors. Those of package math are not: some processors have their own, and
// some multiply and add in one step that rounds once. Scores would differ in their last
// digit between machines, and with bad luck a claim would be found on one only.
//
// The conversions in float64(a*b) + c keep a compiler from such steps. All that users'
// programs multiply and add is written so.
package portable

import "math"

// ln2 in two parts. The high one has 33 bits: products with exponents are exact.
const (
	ln2High = 0x1.62e42fee00000p-1
	ln2Low  = 0x1.a39ef35793c76p-33
)

// Exp returns e^x to about one unit of the last digit; 0 if x is below -708,
// where numbers lose digits.
func Exp(x float64) float64 {
	switch {
	case x != x:
		return x
	case x < -708:
		return 0
	case x > 709.78:
		return math.Inf(1)
	}
	const half = 0x1p10 + .5 // rounds down what is above 0, so to the nearest
	n := int64(float64(x*math.Log2E)+half) - 1<<10
	k := float64(n)
	r := x - float64(k*ln2High) - float64(k*ln2Low) // at most ln2/2
	// The terms of the series after 1+r, in groups that do not wait for each other.
	r2 := float64(r * r)
	r4 := float64(r2 * r2)
	a := 1./2 + float64(r*(1./6)) + float64(r2*(1./24+float64(r*(1./120))))
	b := 1./720 + float64(r*(1./5040)) + float64(r2*(1./40320+float64(r*(1./362880))))
	c := 1./3628800 + float64(r*(1./39916800)) + float64(r2*(1./479001600+float64(r*(1./6227020800))))
	y := 1 + (r + float64(r2*(a+float64(r4*(b+float64(r4*c))))))
	return y * power(n>>1) * power(n-n>>1) // 2^1024 is no number
}

// power returns 2^n for n from -1022 to 1023.
func power(n int64) float64 { return math.Float64frombits(uint64(n+1023) << 52) }

// Log returns the natural logarithm of a positive number, to about two units of the
// last digit.
func Log(x float64) float64 {
	m, n := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		n--
	}
	// log m = 2 artanh s; the series of artanh
	s := (m - 1) / (m + 1)
	z := float64(s * s)
	t := 1. / 21
	for _, c := range [...]float64{1. / 19, 1. / 17, 1. / 15, 1. / 13, 1. / 11, 1. / 9, 1. / 7, 1. / 5, 1. / 3} {
		t = c + float64(t*z)
	}
	k := float64(n)
	return float64(k*ln2High) + (float64(2*s) + (float64(float64(2*s)*float64(z*t)) + float64(k*ln2Low)))
}
