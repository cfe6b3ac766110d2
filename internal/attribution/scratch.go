package attribution

import (
	"slices"
	"sync"

	"github.com/laut-nlp/laut/internal/linear"
)

// Scratch is the memory that the models work in. It is used by one goroutine at a
// time.
type Scratch struct {
	grid    linear.Grid
	seq     linear.Sequence
	decoder linear.Decoder
	labels  []linear.Label
	sums    []int32 // of features looked up already, by token or clause and label
	words   linear.Memory
	clauses linear.Memory
	roles   linear.Memory
	row     []uint8    // features of a candidate
	window  []windowed // by token of the window of a claim
}

// noSums returns room for n sums, which are 0.
func (s *Scratch) noSums(n int) []int32 {
	s.sums = slices.Grow(s.sums[:0], n)[:n]
	clear(s.sums)
	return s.sums
}

var scratches = sync.Pool{New: func() any { return new(Scratch) }}
