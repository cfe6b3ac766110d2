package spans

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
)

// Reading is a view with what the token model says of it.
type Reading struct {
	*View
	probs  []float32  // by token and label
	likely []likeness // by unit
}

// likeness is what the token model sees most in a unit.
type likeness struct {
	kind claim.Kind // or 0
	part uint8      // how large a part of the unit that is, as a share
}

// Read computes the probabilities of all tokens' labels by a token model.
func (v *View) Read(s *Scratch, m *linear.Model) *Reading {
	k := int(labelCount)
	r := &Reading{View: v, probs: make([]float32, len(v.ws)*k), likely: make([]likeness, len(v.text.Units))}
	for u := range v.text.Units {
		first, last, read := v.Unit(u)
		if !read {
			continue
		}
		l := s.decoder.Marginals(m, v.TokenSequence(s, m, u))
		for i := first; i < last; i++ {
			for y := range k {
				r.probs[i*k+y] = float32(l.Prob(i-first, linear.Label(y)))
			}
		}
		best := float32(.5)
		for kind := claim.Direct; kind <= claim.Reported; kind++ {
			if n := r.expected(first, last, kind); n > best {
				best, r.likely[u].kind = n, kind
			}
		}
		if r.likely[u].kind != 0 {
			r.likely[u].part = Share(float64(best) / float64(last-first))
		}
	}
	return r
}

// expected returns how many of the tokens [first, last) are probably content of a kind.
func (v *Reading) expected(first, last int, kind claim.Kind) float32 {
	sum := float32(0)
	for i := first; i < last; i++ {
		sum += v.Prob(i, labelOf(kind))
	}
	return sum
}

// Prob returns the probability that token i has label y.
func (v *Reading) Prob(i int, y linear.Label) float32 { return v.probs[i*int(labelCount)+int(y)] }
