package spans

import (
	"slices"

	"github.com/laut-nlp/laut/internal/linear"
)

// Units returns the number of units of the document.
func (v *View) Units() int { return len(v.text.Units) }

// Unit returns the tokens [first, last) of a unit, and whether the models look at it.
func (v *View) Unit(u int) (first, last int, read bool) {
	return v.text.Units[u].First, v.text.Units[u].Last, v.infos[u].read
}

// TokenSequence returns what the token model sees of a unit, until the next call with
// the same scratch. With a model, the weights of what all tokens of a clause share, half
// of the features, are looked up once for the clause.
func (v *View) TokenSequence(s *Scratch, m *linear.Model, u int) *linear.Sequence {
	un := &v.text.Units[u]
	n := un.Last - un.First
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
		if c := v.Clause[un.First+i]; i == 0 || c < 0 || c != v.Clause[un.First+i-1] {
			ofClause = s.sums[i*labels : (i+1)*labels]
			s.decoder.Sum(m, clauseTemplates, &s.grid, i, ofClause)
		}
		s.seq.AddScores(ofClause)
		wordTemplates.Extract(&s.grid, i, &s.seq)
	}
	return &s.seq
}
