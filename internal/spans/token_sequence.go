package spans

import (
	"slices"

	"github.com/laut-nlp/laut/internal/linear"
)

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
