// Package linear trains the models of internal/linear and writes their weight
// files. Users of the library never link it.
//
//	data, err := train.NewData("O", "B-PER", "I-PER")
//	for _, sentence := range corpus {
//		… // fill seq as for decoding
//		err = data.Add(&seq, gold)
//	}
//	o := train.Options{
//		Decoding:  linear.Viterbi,
//		Signature: templates.Signature(),
//		Epochs:    10,
//		MinCount:  2,
//		L2:        0.1,
//	}
//	weights, err := train.CRF(data, nil, o) // or train.Perceptron
//	file, report, err := weights.Encode(train.Packing{MaxBytes: 2 << 20})
//
// # Time
//
// A perceptron takes about 5 µs for a token of 50 features and 17 labels an
// epoch, 16 µs with 60 labels; a CRF of 12 labels with penalties 18 µs. Weights are
// dense while they are trained: 8 bytes for each pair of a feature and a label.
package linear

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"github.com/laut-nlp/laut/internal/linear"
)

// Weights is a trained model before it is packed into a file.
type Weights struct {
	Labels    []string
	Decoding  linear.Decoding
	Signature uint64
	Chain     Chain
	Features  []linear.Feature
	Values    []float32 // len(Features) rows of len(Labels)
	Pairs     []float64 // Viterbi: rows by the label before, the last for the start
	Last      []float64 // Viterbi: scores at the end
}

// scorer is the trainers' common part: weights under way, and the lattice filled
// with their scores.
type scorer struct {
	p       *problem
	k       int
	w       []float32
	pairs   *linear.Transitions // nil: no chain
	first   []float64           // scores at the start
	last    []float64
	lattice linear.Lattice
	touch   func(row int32) // is told of each row before it is read; may be nil
}

func newScorer(p *problem, decoding linear.Decoding) *scorer {
	s := &scorer{p: p, k: p.k, w: make([]float32, len(p.counts)*p.k)}
	if decoding != linear.Viterbi {
		return s
	}
	s.pairs = linear.NewTransitions(s.k)
	s.first, s.last = make([]float64, s.k), make([]float64, s.k)
	s.forbid(linear.Forbidden)
	return s
}

// forbid adds a score to what the chain does not allow.
func (s *scorer) forbid(score float64) {
	for y := range s.k {
		for x := range s.k {
			if s.p.chain.Follow[x]>>y&1 == 0 {
				s.pairs.Scores[y*s.k+x] += score
			}
		}
		if s.p.chain.Follow[s.k]>>y&1 == 0 {
			s.first[y] += score
		}
		if s.p.chain.Final>>y&1 == 0 {
			s.last[y] += score
		}
	}
}

// add adds the weights of rows.
func (s *scorer) add(sum []float64, rows []int32) {
	k := len(sum)
	for _, r := range rows {
		if s.touch != nil {
			s.touch(r)
		}
		w := s.w[int(r)*k:][:k]
		for y, v := range w {
			sum[y] += float64(v)
		}
	}
}

// fill puts the scores of a sequence into the lattice, as linear.Decoder does.
func (s *scorer) fill(q sequence) {
	positions := s.p.positions[q.first:q.end]
	chain := s.pairs != nil
	l := &s.lattice
	l.Reset(len(positions), s.k, s.pairs)
	for i := range positions {
		r := &positions[i]
		l.Allow(r.allowed)
		unary := l.Unary(i)
		clear(unary)
		if !single(r.allowed) {
			s.add(unary, s.p.rows[r.first:r.end])
		}
		if !chain {
			continue
		}
		if i == 0 {
			addTo(unary, s.first)
		}
		if i == len(positions)-1 {
			addTo(unary, s.last)
		}
	}
}

func addTo(dst, src []float64) {
	for i, v := range src {
		dst[i] += v
	}
}

// weights packs up what was learned.
func (s *scorer) weights(o *Options) *Weights {
	w := &Weights{
		Labels: s.p.data.labels, Decoding: o.Decoding, Signature: o.Signature, Chain: s.p.chain,
		Features: s.p.index.features, Values: s.w,
	}
	if s.pairs != nil {
		s.forbid(-linear.Forbidden)
		for x := range s.k {
			for y := range s.k {
				w.Pairs = append(w.Pairs, s.pairs.Scores[y*s.k+x])
			}
		}
		w.Pairs = append(w.Pairs, s.first...)
		w.Last = s.last
	}
	return w
}

// Mean returns the means of the weights of several trainings on the same data with
// the same options but for the seed: an ensemble in one file. It returns an error if
// they do not have the same features and labels.
func Mean(trained []*Weights) (*Weights, error) {
	if len(trained) == 0 {
		return nil, errors.New("linear: the mean of no weights")
	}
	first := trained[0]
	mean := *first
	mean.Values = make([]float32, len(first.Values))
	mean.Pairs, mean.Last = make([]float64, len(first.Pairs)), make([]float64, len(first.Last))
	share := 1 / float64(len(trained))
	for _, w := range trained {
		if !slices.Equal(w.Features, first.Features) || !slices.Equal(w.Labels, first.Labels) || len(w.Pairs) != len(first.Pairs) {
			return nil, errors.New("linear: the mean of different models")
		}
		for i, v := range w.Values {
			mean.Values[i] += v * float32(share)
		}
		for i, v := range w.Pairs {
			mean.Pairs[i] += v * share
		}
		for i, v := range w.Last {
			mean.Last[i] += v * share
		}
	}
	return &mean, nil
}

// Parameters of the perfect hash function: more features in a bucket save
// pilots, fewer free slots save slots, and both cost time to build.
const (
	perBucket = 5
	fill      = 0.98
)

// perfect is a perfect hash function: it sends each of a known set of features
// to a slot of its own.
type perfect struct {
	pilots []uint16
	slots  int
}

// newPerfect finds one by trying pilots, for the fullest buckets first, as PTHash
// does (Pibiri and Trani 2021). The features are all different. Time is about
// 1 µs a feature.
func newPerfect(features []linear.Feature) perfect {
	slots := int(math.Ceil(float64(len(features)) / fill))
	for {
		if p, ok := tryPerfect(features, slots); ok {
			return p
		}
		slots += slots/64 + 1
	}
}

func tryPerfect(features []linear.Feature, slots int) (perfect, bool) {
	p := perfect{slots: slots, pilots: make([]uint16, (len(features)+perBucket-1)/perBucket)}
	buckets := make([][]linear.Feature, len(p.pilots))
	order := make([]int, len(p.pilots))
	for _, f := range features {
		b := linear.Bucket(f, len(buckets))
		buckets[b] = append(buckets[b], f)
	}
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(buckets[b]), len(buckets[a])) })
	taken := make([]bool, slots)
	for _, b := range order {
		pilot := 0
		for !place(buckets[b], uint16(pilot), taken) {
			if pilot++; pilot > math.MaxUint16 {
				return p, false
			}
		}
		p.pilots[b] = uint16(pilot)
	}
	return p, true
}

// place takes the slots of a bucket's features if all are free and different.
func place(bucket []linear.Feature, pilot uint16, taken []bool) bool {
	for i, f := range bucket {
		s := linear.Slot(f, pilot, len(taken))
		if taken[s] {
			for _, g := range bucket[:i] {
				taken[linear.Slot(g, pilot, len(taken))] = false
			}
			return false
		}
		taken[s] = true
	}
	return true
}

// slot returns the slot of a feature of the set.
func (p *perfect) slot(f linear.Feature) int {
	return linear.Slot(f, p.pilots[linear.Bucket(f, len(p.pilots))], p.slots)
}
