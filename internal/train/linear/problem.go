package linear

import (
	"errors"
	"fmt"
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
