package linear

import (
	"fmt"
	"math/bits"

	"github.com/laut-nlp/laut/internal/linear"
)

// Data is what models are trained on: sequences with their gold labels. It
// keeps about 4 bytes for each feature of each position and 12 to 24 for each
// different feature.
type Data struct {
	labels    []string
	index     index
	sequences []sequence
	features  []int32 // numbers in index, position after position
	history   []linear.History
	positions []position
}

type sequence struct{ first, end int } // positions

// position says where the features of a position are, by their ends.
type position struct {
	features int // end in Data.features
	history  int // end in Data.history
	allowed  uint64
	gold     linear.Label
}

// NewData returns empty data with the given labels, 1 to linear.MaxLabels.
func NewData(labels ...string) (*Data, error) {
	if len(labels) < 1 || len(labels) > linear.MaxLabels {
		return nil, fmt.Errorf("linear: %d labels, from 1 to %d are possible", len(labels), linear.MaxLabels)
	}
	for i, l := range labels {
		if len(l) > 255 {
			return nil, fmt.Errorf("linear: label %d has %d bytes, at most 255 are possible", i, len(l))
		}
	}
	return &Data{labels: labels}, nil
}

// Add appends a sequence with its gold labels. s is not kept.
//
// A gold label that is not allowed at its position is allowed in training; if
// it was one label that was allowed, the gold label stands there instead, since
// the position has no features to learn from.
func (d *Data) Add(s *linear.Sequence, gold []linear.Label) error {
	if len(gold) != s.Len() {
		return fmt.Errorf("linear: sequence %d has %d positions and %d labels", len(d.sequences), s.Len(), len(gold))
	}
	for i, y := range gold {
		if int(y) >= len(d.labels) {
			return fmt.Errorf("linear: sequence %d, position %d: label %d of %d", len(d.sequences), i, y, len(d.labels))
		}
	}
	first := len(d.positions)
	for i, y := range gold {
		for _, f := range s.Features(i) {
			d.features = append(d.features, d.index.add(f))
		}
		d.history = append(d.history, s.History(i)...)
		d.positions = append(d.positions, position{len(d.features), len(d.history), s.Allowed(i), y})
	}
	d.sequences = append(d.sequences, sequence{first, len(d.positions)})
	return nil
}

// allowedOf returns the labels that may stand at a position in training: the
// gold one always.
func (d *Data) allowedOf(p int) uint64 {
	q := d.positions[p]
	gold := uint64(1) << q.gold
	all := ^uint64(0) >> (linear.MaxLabels - len(d.labels))
	set := q.allowed & all
	switch {
	case set == 0:
		return all
	case single(set):
		return gold
	}
	return set | gold
}

// Len returns the number of sequences.
func (d *Data) Len() int { return len(d.sequences) }

func (d *Data) featuresOf(p int) []int32 {
	return d.features[d.before(p).features:d.positions[p].features]
}

func (d *Data) historyOf(p int) []linear.History {
	return d.history[d.before(p).history:d.positions[p].history]
}

// before returns the position before p, an empty one before the first.
func (d *Data) before(p int) position {
	if p == 0 {
		return position{}
	}
	return d.positions[p-1]
}

// index numbers features from 0 in the order of their coming: a hash table with
// linear probing. It takes a third of the time of a Go map here, since features are
// hashes already.
type index struct {
	slots    []int32 // number+1, or 0
	features []linear.Feature
}

func (x *index) slot(f linear.Feature) int {
	mask := len(x.slots) - 1
	i := int(uint64(f)*0x9E3779B97F4A7C15>>(65-bits.Len(uint(len(x.slots))))) & mask
	for x.slots[i] != 0 && x.features[x.slots[i]-1] != f {
		i = (i + 1) & mask
	}
	return i
}

// add returns the number of f, a new one if need be.
func (x *index) add(f linear.Feature) int32 {
	if 2*len(x.features) >= len(x.slots) {
		x.grow()
	}
	i := x.slot(f)
	if x.slots[i] == 0 {
		x.features = append(x.features, f)
		x.slots[i] = int32(len(x.features))
	}
	return x.slots[i] - 1
}

// find returns the number of f, or -1.
func (x *index) find(f linear.Feature) int32 {
	if len(x.slots) == 0 {
		return -1
	}
	return x.slots[x.slot(f)] - 1
}

func (x *index) grow() {
	x.slots = make([]int32, max(1024, 2*len(x.slots)))
	for n, f := range x.features {
		x.slots[x.slot(f)] = int32(n + 1)
	}
}
