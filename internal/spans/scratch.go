package spans

import "github.com/laut-nlp/laut/internal/linear"

// Scratch is the memory that the models of this stage work in. One goroutine at a time may
// use it.
type Scratch struct {
	grid    linear.Grid
	seq     linear.Sequence
	decoder linear.Decoder
	sums    []int32 // of the features of clauses, by their first token and label
	row     []uint8 // features of a candidate
}
