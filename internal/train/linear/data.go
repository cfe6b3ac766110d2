package linear

import (
	"fmt"

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

// Sequence fills s with sequence n, as it was given to Add.
func (d *Data) Sequence(n int, s *linear.Sequence) {
	s.Reset()
	for p := d.sequences[n].first; p < d.sequences[n].end; p++ {
		s.Begin(d.positions[p].allowed)
		for _, f := range d.featuresOf(p) {
			s.Add(d.index.features[f])
		}
		for _, h := range d.historyOf(p) {
			s.AddHistory(h)
		}
	}
}

// Gold appends the gold labels of sequence n.
func (d *Data) Gold(n int, labels []linear.Label) []linear.Label {
	for p := d.sequences[n].first; p < d.sequences[n].end; p++ {
		labels = append(labels, d.positions[p].gold)
	}
	return labels
}

// allowedOf returns the labels that may stand at a position in training: the
// gold one always.
func (d *Data) allowedOf(p int) uint64 {
	q := d.positions[p]
	gold := uint64(1) << q.gold
	set := q.allowed & (^uint64(0) >> (linear.MaxLabels - len(d.labels)))
	switch {
	case set == 0:
		return ^uint64(0) >> (linear.MaxLabels - len(d.labels))
	case single(set):
		return gold
	}
	return set | gold
}

// Len returns the number of sequences.
func (d *Data) Len() int { return len(d.sequences) }

func (d *Data) featuresOf(p int) []int32 {
	if p == 0 {
		return d.features[:d.positions[0].features]
	}
	return d.features[d.positions[p-1].features:d.positions[p].features]
}

func (d *Data) historyOf(p int) []linear.History {
	if p == 0 {
		return d.history[:d.positions[0].history]
	}
	return d.history[d.positions[p-1].history:d.positions[p].history]
}
