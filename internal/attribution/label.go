package attribution

import (
	"slices"

	"github.com/laut-nlp/laut/internal/linear"
)

// Units returns the number of units of the document.
func (v *View) Units() int { return len(v.units) }

// Unit returns the tokens [first, last) of a unit, and whether the models look at it.
func (v *View) Unit(u int) (first, last int, read bool) {
	return v.units[u].first, v.units[u].last, v.infos[u].read
}

// TokenSequence returns what the token model sees of a unit, until the next call with
// the same scratch. With a model, the weights of what all tokens of a clause share, half
// of the features, are looked up once for the clause.
func (v *View) TokenSequence(s *Scratch, m *linear.Model, u int) *linear.Sequence {
	un := &v.units[u]
	n := un.last - un.first
	s.grid.Reset(tokenTemplates, n)
	v.fillTokens(&s.grid, u)
	s.seq.Reset()
	const labels = int(labelCount)
	s.sums = slices.Grow(s.sums[:0], n*labels)[:n*labels]
	clear(s.sums)
	var ofClause []int32
	for i := range n {
		s.seq.Begin(0)
		if m == nil {
			tokenTemplates.Extract(&s.grid, i, &s.seq)
			continue
		}
		if c := v.clause[un.first+i]; i == 0 || c < 0 || c != v.clause[un.first+i-1] {
			ofClause = s.sums[i*labels : (i+1)*labels]
			s.decoder.Sum(m, clauseTemplates, &s.grid, i, ofClause)
		}
		s.seq.AddScores(ofClause)
		wordTemplates.Extract(&s.grid, i, &s.seq)
	}
	return &s.seq
}

// Label computes the probabilities of all tokens' labels by the token model.
func (v *View) Label(s *Scratch, m *linear.Model) {
	k := int(labelCount)
	v.probs = make([]float32, len(v.ws)*k)
	for u := range v.units {
		first, last, read := v.Unit(u)
		if !read {
			continue
		}
		l := s.decoder.Marginals(m, v.TokenSequence(s, m, u))
		for i := first; i < last; i++ {
			for y := range k {
				v.probs[i*k+y] = float32(l.Prob(i-first, linear.Label(y)))
			}
		}
	}
	v.lookAtProbabilities()
}

// expected returns how many of the tokens [first, last) are probably content of a kind.
func (v *View) expected(first, last int, kind Kind) float32 {
	sum := float32(0)
	for i := first; i < last; i++ {
		sum += v.prob(i, labelOf(kind))
	}
	return sum
}

// prob returns the probability that token i has label y.
func (v *View) prob(i int, y linear.Label) float32 { return v.probs[i*int(labelCount)+int(y)] }
