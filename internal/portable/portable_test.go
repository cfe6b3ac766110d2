package portable_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/laut-nlp/laut/internal/portable"
)

// TestClose compares with package math, by units of the last digit.
func TestClose(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	units := func(got, want float64) float64 {
		return math.Abs(got-want) / (math.Nextafter(math.Abs(want), math.Inf(1)) - math.Abs(want))
	}
	var exp, log float64
	for range 200_000 {
		x := (2*r.Float64() - 1) * []float64{1e-9, .1, 1, 10, 700}[r.IntN(5)]
		exp = max(exp, units(portable.Exp(x), math.Exp(x)))
		p := math.Exp(x)
		log = max(log, units(portable.Log(p), math.Log(p)))
	}
	t.Logf("up to %.2f units for Exp, %.2f for Log", exp, log)
	if !(exp <= 3 && log <= 3) {
		t.Errorf("%.2f units for Exp, %.2f for Log", exp, log)
	}
}

func TestExpEdges(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct{ x, want float64 }{{0, 1}, {-709, 0}, {-inf, 0}, {710, inf}, {inf, inf}} {
		if got := portable.Exp(c.x); got != c.want {
			t.Errorf("Exp(%g) = %g, want %g", c.x, got, c.want)
		}
	}
	if got := portable.Exp(709.7); got != 1.6549840276802644e+308 {
		t.Errorf("Exp(709.7) = %g", got)
	}
	if got := portable.Exp(math.NaN()); got == got {
		t.Errorf("Exp(NaN) = %g", got)
	}
	if got := portable.Log(1); got != 0 {
		t.Errorf("Log(1) = %g", got)
	}
}

// TestSameBits holds the bits of many results, on any machine.
func TestSameBits(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	sum := fnv.New64a()
	for range 100_000 {
		x := float64((r.Float64() - .5) * 1400)
		fmt.Fprintf(sum, "%x %x\n", math.Float64bits(portable.Exp(x)), math.Float64bits(portable.Log(r.Float64())))
	}
	if got, want := sum.Sum64(), uint64(0x8548e1fffa1dcb9b); got != want {
		t.Errorf("the bits have the sum %#x, want %#x", got, want)
	}
}

func BenchmarkExp(b *testing.B) {
	for name, f := range map[string]func(float64) float64{"portable": portable.Exp, "math": math.Exp} {
		b.Run(name, func(b *testing.B) {
			x, sum := -20., 0.
			for b.Loop() {
				sum += f(x)
				if x += .37; x > 0 {
					x = -20
				}
			}
		})
	}
}

func BenchmarkLog(b *testing.B) {
	for name, f := range map[string]func(float64) float64{"portable": portable.Log, "math": math.Log} {
		b.Run(name, func(b *testing.B) {
			x, sum := .01, 0.
			for b.Loop() {
				sum += f(x)
				if x += .013; x > 1 {
					x = .01
				}
			}
		})
	}
}
