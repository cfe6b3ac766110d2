package roles

import "github.com/laut-nlp/laut/internal/linear"

// Scratch is the memory that the models of this stage work in. One goroutine at a time may
// use it.
type Scratch struct {
	grid    linear.Grid
	seq     linear.Sequence
	decoder linear.Decoder
	labels  []linear.Label
	row     []uint8       // features of a nominee
	window  []windowToken // of a claim
}
