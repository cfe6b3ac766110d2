package attribution

import (
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
	sums    []int32    // of the features of clauses, by their first token and label
	row     []uint8    // features of a candidate
	window  []windowed // by token of the window of a claim
}

var scratches = sync.Pool{New: func() any { return new(Scratch) }}
