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

// summed is TokenSequence with the weights of most features looked up already: those of
// clauses once for all their tokens, which are half of all, those of tokens by groups.
func (v *View) summed(s *Scratch, m *linear.Model, u int) *linear.Sequence {
	const k = int(labelCount)
	un := &v.units[u]
	n := un.last - un.first
	s.grid.Reset(tokenTemplates, n)
	v.fillTokens(&s.grid, u)
	s.seq.Reset()
	free := s.noSums(2 * n * k)
	take := func() (sum []int32) {
		sum, free = free[:k], free[k:]
		return sum
	}
	var ofClause []int32
	for i := range n {
		if c := v.clause[un.first+i]; i == 0 || c < 0 || c != v.clause[un.first+i-1] {
			ofClause = take()
			s.decoder.AddAll(m, clauseGroups, &s.clauses, &s.grid, i, ofClause)
		}
		ofWord := take()
		s.decoder.AddGroups(m, wordGroups, &s.words, &s.grid, i, ofWord)
		s.seq.Begin(0)
		s.seq.AddScores(ofClause)
		s.seq.AddScores(ofWord)
		wordGroups.Rest().Extract(&s.grid, i, &s.seq)
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
