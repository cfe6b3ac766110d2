package spans

import "github.com/laut-nlp/laut/internal/linear"

// readClauses computes the probabilities of the labels of all clauses.
func (r *Reading) readClauses(s *Scratch, m *linear.Model) {
	n := int(clauseLabels)
	r.clauseProbs = make([]float32, len(r.clauses)*n)
	for u := range r.text.Units {
		r.text.Sign.Look()
		traits := &r.units[u]
		r.read[u] = traits.worth
		if !traits.read || r.firstClause[u] == r.firstClause[u+1] {
			continue
		}
		l := s.decoder.Marginals(m, r.clauseSequence(s, u))
		least := float32(1) // of doing nothing
		for k := range r.clausesOf(u) {
			c := int(r.firstClause[u]) + k
			for y := range n {
				r.clauseProbs[c*n+y] = float32(l.Prob(k, linear.Label(y)))
			}
			least = min(least, r.clauseProb(c, clauseNone))
		}
		switch {
		case least < 1-worthClause:
			r.read[u] = true
		case least > 1-idleClause && traits.has&hasQuotation == 0 && len(r.foundIn[u]) == 0:
			r.read[u] = false
		}
	}
}

// worthClause is how probably a clause does something at least in a unit that the token
// model reads for it, idleClause in one that it reads because of its words.
const (
	worthClause = .1
	idleClause  = .02
)

// clauseProb returns the probability that the n-th clause of the text has label y.
func (r *Reading) clauseProb(n int, y linear.Label) float32 {
	return r.clauseProbs[n*int(clauseLabels)+int(y)]
}
