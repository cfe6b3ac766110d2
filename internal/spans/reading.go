package spans

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
)

// Reading is a view with what the token model says of it. Read computes all of it, and
// nothing changes it later.
type Reading struct {
	*View
	probs []float32 // by token and label

	clauseProbs []float32 // by clause and label
	read        []bool    // by unit: the token model has read it

	inside *Reading // of what quotations hold, or nil
}

// Inside returns the reading of what quotations hold, or nil.
func (r *Reading) Inside() *Reading { return r.inside }

// Read computes the probabilities of what clauses do and of all tokens' labels.
func (v *View) Read(s *Scratch, clauses, tokens *linear.Model) *Reading {
	r := v.ReadClauses(s, clauses)
	r.ReadTokens(s, tokens)
	return r
}

// ReadClauses computes what the clauses do by a clause model.
func (v *View) ReadClauses(s *Scratch, m *linear.Model) *Reading {
	r := &Reading{View: v, read: make([]bool, len(v.text.Units))}
	r.readClauses(s, m)
	if v.inside != nil {
		r.inside = v.inside.ReadClauses(s, m)
	}
	return r
}

// ReadTokens computes the probabilities of all tokens' labels by a token model.
func (r *Reading) ReadTokens(s *Scratch, m *linear.Model) {
	v, k := r.View, int(labelCount)
	r.probs = make([]float32, len(v.ws)*k)
	for u := range v.text.Units {
		v.text.Sign.Look()
		if !r.read[u] {
			continue
		}
		un := &v.text.Units[u]
		l := s.decoder.Marginals(m, r.tokenSequence(s, m, u))
		for i := un.First; i < un.Last; i++ {
			for y := range k {
				r.probs[i*k+y] = float32(l.Prob(i-un.First, linear.Label(y)))
			}
		}
	}
	if r.inside != nil {
		r.inside.ReadTokens(s, m)
	}
}

// tokenSequence returns what the token model sees of a unit, until the next call with
// the same scratch. The weights of what all tokens of a clause share, half of the
// features, are summed once for the clause.
func (v *View) tokenSequence(s *Scratch, m *linear.Model, u int) *linear.Sequence {
	un := &v.text.Units[u]
	n := un.Last - un.First
	s.grid.Reset(tokenTemplates, n)
	v.fillTokens(&s.grid, u)
	const labels = int(labelCount)
	s.sums = slices.Grow(s.sums[:0], n*labels)[:n*labels]
	clear(s.sums)
	s.seq.Reset()
	var ofClause []int32
	for i := range n {
		s.seq.Begin(0)
		if c := v.clauseAt[un.First+i]; i == 0 || c < 0 || c != v.clauseAt[un.First+i-1] {
			ofClause = s.sums[i*labels : (i+1)*labels]
			s.decoder.Sum(m, clauseTemplates, &s.grid, i, ofClause)
		}
		s.seq.AddScores(ofClause)
		wordTemplates.Extract(&s.grid, i, &s.seq)
	}
	return &s.seq
}

// expected returns how many of the tokens [first, last) are probably content of a kind.
func (r *Reading) expected(first, last int, kind claim.Kind) float32 {
	sum := float32(0)
	for i := first; i < last; i++ {
		sum += r.Prob(i, labelOf(kind))
	}
	return sum
}

// Prob returns the probability that token i has label y.
func (r *Reading) Prob(i int, y linear.Label) float32 { return r.probs[i*int(labelCount)+int(y)] }

// ContentProb returns the probability that token i is content of any kind.
func (r *Reading) ContentProb(i int) (p float32) {
	for y := labelDirect; y <= labelReported; y++ {
		p += r.Prob(i, y)
	}
	return p
}

// labelOf returns the label that the token model gives content of a kind.
func labelOf(k claim.Kind) linear.Label { return labelDirect + linear.Label(k-claim.Direct) }
