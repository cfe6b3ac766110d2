package spans

import (
	"errors"
	"fmt"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/trees"
)

// Model finds what is said by what was learned: how probably each token is content, and
// how good a candidate is. It does not change and may be used by several goroutines.
type Model struct {
	tokens      *linear.Model
	clauses     *linear.Model
	filter      *trees.Model
	calibration claim.Calibration
}

// Open opens the weights of the token model and the trees of the filter. It returns an
// error if they are damaged or were trained with other features.
func Open(tokens, clauses, filter string, c claim.Calibration) (*Model, error) {
	m := &Model{calibration: c}
	if !c.Valid() {
		return nil, errors.New("spans: the calibration is damaged")
	}
	var err error
	if m.filter, err = trees.New(filter, FilterFeatures); err != nil {
		return nil, fmt.Errorf("spans: the filter: %w", err)
	}
	if m.tokens, err = linear.New(tokens, Signature()); err != nil {
		return nil, fmt.Errorf("spans: the model of tokens: %w", err)
	}
	if m.clauses, err = linear.New(clauses, ClauseSignature()); err != nil {
		return nil, fmt.Errorf("spans: the model of clauses: %w", err)
	}
	if len(m.tokens.Labels()) != int(labelCount) || len(m.clauses.Labels()) != int(clauseLabels) {
		return nil, errors.New("spans: the models have other labels")
	}
	return m, nil
}

// Scratch is the memory that the models of this stage work in. One goroutine at a time may
// use it.
type Scratch struct {
	grid    linear.Grid
	seq     linear.Sequence
	decoder linear.Decoder
	sums    []int32 // of the features of clauses, by their first token and label
	rows    []uint8 // features of candidates
	probs   [filterBatch]float32

	readings [2]Reading // of a text, and of what its quotations hold
}

// Find returns the claims of a text that are right with at least a probability of least,
// in order of their contents, with kind, content and score, and the reading in which they
// were chosen, which is valid until the next call with the same scratch.
func (m *Model) Find(s *Scratch, v *View, least float32) (*Reading, []claim.Claim) {
	r := v.Read(s, m.clauses, m.tokens)
	chosen := r.Choose(s, m.filter, m.calibration.Value(least))
	for n := range chosen {
		chosen[n].Score = m.calibration.Score(chosen[n].Score)
	}
	return r, chosen
}
