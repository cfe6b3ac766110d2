package spans

import "github.com/laut-nlp/laut/internal/linear"

// clausesDo computes the probabilities of the labels of all clauses, and which units the token
// model reads.
func (r *Reading) clausesDo(s *Scratch, m *linear.Model) {
	n := int(clauseLabels)
	for u := range r.text.Units {
		r.text.Sign.Look()
		r.read[u] = r.units[u].worth
		if !r.units[u].read || r.firstClause[u] == r.firstClause[u+1] {
			continue
		}
		l := s.decoder.Marginals(m, r.clauseSequence(s, u))
		for k := range r.clausesOf(u) {
			for y := range n {
				r.clauseProbs[(int(r.firstClause[u])+k)*n+y] = float32(l.Prob(k, linear.Label(y)))
			}
			c := int(r.firstClause[u]) + k
			r.read[u] = r.read[u] || r.clauseProb(c, clauseNone) < 1-worthClause
		}
	}
}

// worthClause is how probably a clause does something at least in a unit that the token
// model reads for it.
const worthClause = .1

// clauseProb returns the probability that the n-th clause of the text has label y.
func (r *Reading) clauseProb(n int, y linear.Label) float32 {
	return r.clauseProbs[n*int(clauseLabels)+int(y)]
}
