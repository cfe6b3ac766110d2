package linear

import (
	"errors"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"

	"github.com/laut-nlp/laut/internal/linear"
)

// Options say what to train. Their zero values are sensible but for Decoding
// and Epochs.
type Options struct {
	Decoding  linear.Decoding
	Signature uint64 // of the templates; 0 if there are none
	Epochs    int    // passes over the data
	Seed      uint64 // of the order of the sequences
	MinCount  int    // features at fewer positions of the training part are left out
	Chain     *Chain // which labels may follow each other; nil: all

	Rate float64 // CRF only: step size, 0.1 if 0
	L2   float64 // CRF only: λ/2 Σw² is added to the loss over the data

	Progress func(Progress) // is told after each epoch; may be nil
}

// Progress is the state of the training after an epoch.
type Progress struct {
	Epoch int     // from 1 on
	Right int     // positions labelled right while training (Perceptron)
	Total int     // positions
	Loss  float64 // Σ -log p(gold) while training (CRF)
}

// Chain says which labels may follow each other.
type Chain struct {
	Follow []uint64 // for each label, and at the end for the start: which may follow
	Final  uint64   // labels that may end
}

// Free returns the chain of k labels that may all follow each other.
func Free(k int) Chain {
	all := ^uint64(0) >> (linear.MaxLabels - k)
	return Chain{slices.Repeat([]uint64{all}, k+1), all}
}

// problem is data made ready for one training: features below the minimum
// count are gone, the others numbered by rows of weights.
type problem struct {
	k         int
	data      *Data
	sequences []sequence // into positions
	positions []row
	rows      []int32 // rows of features, position after position
	index     index   // feature -> row
	counts    []int32 // positions of each row
	chain     Chain
}

type row struct {
	first, end int // in rows
	history    []linear.History
	allowed    uint64
	gold       linear.Label
}

// newProblem prepares the sequences whose numbers are given; nil stands for all.
func newProblem(d *Data, part []int, o *Options) (*problem, error) {
	switch {
	case o.Epochs < 1:
		return nil, fmt.Errorf("linear: %d epochs", o.Epochs)
	case o.Decoding != linear.Greedy && len(d.history) > 0:
		return nil, errors.New("linear: templates that look at labels, which only greedy decoding can")
	}
	if part == nil {
		part = make([]int, d.Len())
		for i := range part {
			part[i] = i
		}
	}
	p := &problem{k: len(d.labels), data: d}
	if err := p.setChain(o); err != nil {
		return nil, err
	}
	p.number(part, int32(o.MinCount))
	p.numberHistory(part, int32(o.MinCount))
	return p, p.checkChain(part)
}

// checkChain returns an error if gold labels stand where the chain does not
// allow them.
func (p *problem) checkChain(part []int) error {
	for n, q := range p.sequences {
		before := p.k
		for i := q.first; i < q.end; i++ {
			y := int(p.positions[i].gold)
			if p.chain.Follow[before]>>y&1 == 0 || i == q.end-1 && p.chain.Final>>y&1 == 0 {
				return fmt.Errorf("linear: sequence %d, position %d: the chain does not allow %s here",
					part[n], i-q.first, p.data.labels[y])
			}
			before = y
		}
	}
	return nil
}

func (p *problem) setChain(o *Options) error {
	p.chain = Free(p.k)
	if o.Chain != nil && o.Decoding != linear.Independent {
		if len(o.Chain.Follow) != p.k+1 {
			return fmt.Errorf("linear: the chain has %d sets for %d labels and the start", len(o.Chain.Follow), p.k)
		}
		p.chain = *o.Chain
	}
	return nil
}

// number gives rows to the features that are frequent enough, and lays out the
// positions with them.
func (p *problem) number(part []int, least int32) {
	d := p.data
	counts := make([]int32, len(d.index.features))
	for _, n := range part {
		for q := d.sequences[n].first; q < d.sequences[n].end; q++ {
			for _, f := range d.featuresOf(q) {
				counts[f]++
			}
		}
	}
	rows := p.keep(d.index.features, counts, least)
	for _, n := range part {
		s := d.sequences[n]
		first := len(p.positions)
		for q := s.first; q < s.end; q++ {
			r := row{first: len(p.rows), history: d.historyOf(q), allowed: d.allowedOf(q), gold: d.positions[q].gold}
			for _, f := range d.featuresOf(q) {
				if rows[f] >= 0 {
					p.rows = append(p.rows, rows[f])
				}
			}
			r.end = len(p.rows)
			p.positions = append(p.positions, r)
		}
		p.sequences = append(p.sequences, sequence{first, len(p.positions)})
	}
}

// numberHistory gives rows to the features that look at labels and are frequent
// enough after the gold labels.
func (p *problem) numberHistory(part []int, least int32) {
	d := p.data
	var seen index
	var counts []int32
	for _, n := range part {
		before := linear.Start()
		for q := d.sequences[n].first; q < d.sequences[n].end; q++ {
			for _, h := range d.historyOf(q) {
				f := seen.add(h.Feature(&before))
				if int(f) == len(counts) {
					counts = append(counts, 0)
				}
				counts[f]++
			}
			copy(before[1:], before[:])
			before[0] = d.positions[q].gold
		}
	}
	p.keep(seen.features, counts, least)
}

// keep gives rows to the features that occur, and as often as least. It returns
// the row of each, -1 for those left out.
func (p *problem) keep(features []linear.Feature, counts []int32, least int32) []int32 {
	rows := make([]int32, len(features))
	for n, c := range counts {
		rows[n] = -1
		if c > 0 && c >= least {
			rows[n] = p.index.add(features[n])
			if int(rows[n]) == len(p.counts) {
				p.counts = append(p.counts, c)
			}
		}
	}
	return rows
}

// shuffle puts the sequences into the order of the next epoch.
func (p *problem) shuffle(r *rand.Rand) {
	r.Shuffle(len(p.sequences), func(i, j int) { p.sequences[i], p.sequences[j] = p.sequences[j], p.sequences[i] })
}

// historyRows appends the rows of a position's history features.
func (p *problem) historyRows(dst []int32, r *row, before *[linear.MaxHistory]linear.Label) []int32 {
	for _, h := range r.history {
		if n := p.index.find(h.Feature(before)); n >= 0 {
			dst = append(dst, n)
		}
	}
	return dst
}

func single(set uint64) bool { return set&(set-1) == 0 }

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
