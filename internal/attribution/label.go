package attribution

import "github.com/laut-nlp/laut/internal/linear"

// Units returns the number of units of the document.
func (v *View) Units() int { return len(v.units) }

// Unit returns the tokens [first, last) of a unit, and whether the models look at it.
func (v *View) Unit(u int) (first, last int, read bool) {
	return v.units[u].first, v.units[u].last, v.infos[u].read
}

// TokenSequence returns what the token model sees of a unit, until the next call with
// the same scratch.
func (v *View) TokenSequence(s *Scratch, u int) *linear.Sequence {
	un := &v.units[u]
	s.grid.Reset(tokenTemplates, un.last-un.first)
	v.fillTokens(&s.grid, u)
	s.seq.Reset()
	for i := range un.last - un.first {
		s.seq.Begin(0)
		tokenTemplates.Extract(&s.grid, i, &s.seq)
	}
	return &s.seq
}

// summed is TokenSequence with the features of clauses looked up already, once for all
// their tokens: half of all features are theirs.
func (v *View) summed(s *Scratch, m *linear.Model, u int) *linear.Sequence {
	un := &v.units[u]
	n := un.last - un.first
	s.grid.Reset(tokenTemplates, n)
	v.fillTokens(&s.grid, u)
	s.seq.Reset()
	if len(s.known) < n {
		s.known, s.sums = make([]linear.Sums, n), make([]int32, n*int(labelCount))
	}
	place, before := -1, int32(-2)
	for i := range n {
		if k := v.clause[un.first+i]; k != before || k < 0 {
			place++
			s.known[place] = linear.Sums{}
			before = k
		}
		s.seq.Begin(0)
		kept := s.sums[place*int(labelCount) : (place+1)*int(labelCount)]
		s.seq.AddScores(s.decoder.Own(m, clauseFeatures, &s.known[place], kept, s.grid.Row(i), 0))
		wordFeatures.Extract(&s.grid, i, &s.seq)
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
		l := s.decoder.Marginals(m, v.summed(s, m, u))
		for i := first; i < last; i++ {
			for y := range k {
				v.probs[i*k+y] = float32(l.Prob(i-first, linear.Label(y)))
			}
		}
	}
	v.lookAtProbabilities()
}

// prob returns the probability that token i has label y.
func (v *View) prob(i int, y linear.Label) float32 { return v.probs[i*int(labelCount)+int(y)] }
