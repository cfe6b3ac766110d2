package linear

import (
	"errors"
	"math/rand/v2"
	"runtime"
	"sync"

	"github.com/laut-nlp/laut/internal/linear"
)

// Perceptrons returns the mean of as many perceptrons as are said, which see the sequences in
// different orders: seeds from 1 on. It trains on all processors.
func Perceptrons(d *Data, part []int, orders int, o Options) (*Weights, error) {
	trained, errs := make([]*Weights, orders), make([]error, orders)
	var workers sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for k := range trained {
		free <- struct{}{}
		o := o
		o.Seed = uint64(k + 1)
		workers.Go(func() {
			trained[k], errs[k] = Perceptron(d, part, o)
			<-free
		})
	}
	workers.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return Mean(trained)
}

// Perceptron trains an averaged perceptron (Collins 2002) on the sequences of
// d whose numbers are given, nil for all of them. With Viterbi decoding it is
// the structured perceptron: it compares the best sequence with the gold one.
// With Greedy decoding it compares label by label, after the labels it has
// chosen itself, so that it learns to go on from its own errors. With
// Independent decoding it is the multiclass perceptron.
//
// Steps are whole, so that scores are, as linear.Lattice's Viterbi wants them.
// The same data, part and options give the same weights. Time is linear in the
// features, times labels, times epochs. Memory is 8 bytes for each pair of a
// feature and a label.
func Perceptron(d *Data, part []int, o Options) (*Weights, error) {
	p, err := newProblem(d, part, &o)
	if err != nil {
		return nil, err
	}
	t := &perceptron{scorer: *newScorer(p, o.Decoding)}
	t.late = make([]float32, len(t.w))
	if t.pairs != nil {
		t.chain = newChainScores(p.k)
	}
	r := rand.New(rand.NewPCG(o.Seed, 1))
	steps := float64(o.Epochs * len(p.sequences))
	for epoch := range o.Epochs {
		p.shuffle(r)
		right := 0
		for n, q := range p.sequences {
			t.past = float64(epoch*len(p.sequences)+n) / steps
			if o.Decoding == linear.Greedy {
				right += t.greedy(q)
			} else {
				right += t.structured(q)
			}
		}
		if o.Progress != nil {
			o.Progress(Progress{Epoch: epoch + 1, Right: right, Total: len(p.positions)})
		}
	}
	t.average()
	return t.weights(&o), nil
}

// perceptron keeps, beside the weights, each change times the share of the
// training that was over when it was made. The average of the weights over all
// steps is then the difference of the two.
type perceptron struct {
	scorer
	past  float64
	late  []float32
	chain chainScores // late for the chain
	path  []linear.Label
	rows  []int32
}

func (t *perceptron) average() {
	for i, v := range t.late {
		t.w[i] -= v
	}
	if t.pairs != nil {
		subtract(t.pairs.Scores, t.chain.pairs)
		subtract(t.first, t.chain.first)
		subtract(t.last, t.chain.last)
	}
}

func subtract(dst, src []float64) {
	for i, v := range src {
		dst[i] -= v
	}
}

// change adds by to the weights of rows for label y.
func (t *perceptron) change(rows []int32, y linear.Label, by float32) {
	late := by * float32(t.past)
	for _, r := range rows {
		i := int(r)*t.k + int(y)
		t.w[i] += by
		t.late[i] += late
	}
}

// correct moves weights from the label guessed to the gold one.
func (t *perceptron) correct(rows []int32, gold, guess linear.Label) {
	t.change(rows, gold, 1)
	t.change(rows, guess, -1)
}

func (t *perceptron) greedy(q sequence) (right int) {
	before := linear.Start()
	chain := &t.p.chain
	var sum [linear.MaxLabels]float64
	scores := sum[:t.k]
	for i := q.first; i < q.end; i++ {
		r := &t.p.positions[i]
		set := r.allowed
		follow := chain.Follow[min(int(before[0]), t.k)]
		if free := set & follow; free != 0 {
			set = free
		}
		if i == q.end-1 && set&chain.Final != 0 {
			set &= chain.Final
		}
		guess := r.gold
		if !single(set) {
			clear(scores)
			static := t.p.rows[r.first:r.end]
			t.rows = t.p.historyRows(t.rows[:0], r, &before)
			t.add(scores, static)
			t.add(scores, t.rows)
			guess = bestOf(scores, set)
			if guess != r.gold && set>>r.gold&1 != 0 {
				t.correct(static, r.gold, guess)
				t.correct(t.rows, r.gold, guess)
			}
		} else {
			guess = bestOf(scores, set)
		}
		if guess == r.gold {
			right++
		}
		copy(before[1:], before[:])
		before[0] = guess
	}
	return right
}

func (t *perceptron) structured(q sequence) (right int) {
	t.fill(q)
	t.path = t.lattice.Viterbi(t.path[:0])
	positions := t.p.positions[q.first:q.end]
	for i := range positions {
		r := &positions[i]
		gold, guess := r.gold, t.path[i]
		if gold == guess {
			right++
		} else {
			t.correct(t.p.rows[r.first:r.end], gold, guess)
		}
		if t.pairs == nil {
			continue
		}
		if i == 0 && gold != guess {
			t.step(t.first, t.chain.first, int(gold), int(guess))
		}
		if i == len(positions)-1 && gold != guess {
			t.step(t.last, t.chain.last, int(gold), int(guess))
		}
		if i == 0 {
			continue
		}
		goldBefore, guessBefore := positions[i-1].gold, t.path[i-1]
		if goldBefore != guessBefore || gold != guess {
			t.step(t.pairs.Scores, t.chain.pairs, int(gold)*t.k+int(goldBefore), int(guess)*t.k+int(guessBefore))
		}
	}
	return right
}

// step moves a score of the chain.
func (t *perceptron) step(scores, late []float64, gold, guess int) {
	scores[gold]++
	late[gold] += t.past
	scores[guess]--
	late[guess] -= t.past
}

// bestOf returns the label of a set with the highest score, of equal ones the
// smallest.
func bestOf(scores []float64, set uint64) linear.Label {
	best := -1
	for y, v := range scores {
		if set>>y&1 != 0 && (best < 0 || v > scores[best]) {
			best = y
		}
	}
	return linear.Label(best)
}
