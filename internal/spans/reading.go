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

// Read computes the probabilities of what clauses do and of all tokens' labels. The reading is
// valid until the next call with the same scratch.
func (v *View) Read(s *Scratch, clauses, tokens *linear.Model) *Reading {
	r := v.readClauses(s, clauses, s.readings[:])
	r.ReadTokens(s, tokens)
	return r
}

// ReadClauses computes what the clauses do by a clause model.
func (v *View) ReadClauses(s *Scratch, m *linear.Model) *Reading {
	return v.readClauses(s, m, make([]Reading, len(s.readings)))
}

// readClauses is ReadClauses in the memory of a reading of the text, and of one of what its
// quotations hold.
func (v *View) readClauses(s *Scratch, m *linear.Model, room []Reading) *Reading {
	r := &room[0]
	r.View, r.inside = v, nil
	r.read, r.clauseProbs = zeroed(r.read, len(v.text.Units)), zeroed(r.clauseProbs, len(v.clauses)*int(clauseLabels))
	r.clausesDo(s, m)
	if v.inside != nil {
		r.inside = v.inside.readClauses(s, m, room[1:])
	}
	return r
}

// zeroed returns a slice of n zeros, in the memory of another if that is enough.
func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// ReadTokens computes the probabilities of all tokens' labels by a token model.
func (r *Reading) ReadTokens(s *Scratch, m *linear.Model) {
	v, k := r.View, int(labelCount)
	r.probs = zeroed(r.probs, len(v.ws)*k)
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
	s.sums = zeroed(s.sums, n*labels)
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
