package linear

import (
	"errors"
	"math"
	"math/rand/v2"

	"github.com/laut-nlp/laut/internal/linear"
)

// CRF trains a linear-chain conditional random field (Lafferty, McCallum and
// Pereira 2001), or with Independent decoding a logistic regression, binary or
// multinomial, on the sequences of d whose numbers are given, nil for all of
// them. It minimises
//
//	Σ -log p(gold | sequence)  +  L2/2 Σw²
//
// by stochastic gradient with a step size for each weight (AdaGrad: Duchi, Hazan
// and Singer 2011), a step a sequence. The penalty is applied as a proximal step, to the
// weights of a feature when it is next met, for all the steps that it has missed. There
// is no greedy CRF.
//
// The same data, part and options give the same weights on the same machine.
// Memory is 8 bytes for each pair of a feature and a label. Time is linear in
// the features, times labels, times epochs, and quadratic in the labels for the
// chain.
func CRF(d *Data, part []int, o Options) (*Weights, error) {
	p, err := newProblem(d, part, &o)
	if err != nil {
		return nil, err
	}
	if o.Decoding == linear.Greedy {
		return nil, errors.New("linear: a CRF cannot be decoded greedily")
	}
	if o.Rate == 0 {
		o.Rate = 0.1
	}
	t := newCRF(p, &o)
	t.touch = t.settle
	r := rand.New(rand.NewPCG(o.Seed, 1))
	for epoch := range o.Epochs {
		p.shuffle(r)
		loss := 0.0
		for _, q := range p.sequences {
			loss += t.gradient(q, t.descend)
			t.descendChain()
			t.now++
		}
		if o.Progress != nil {
			o.Progress(Progress{Epoch: epoch + 1, Total: len(p.positions), Loss: loss})
		}
	}
	for n := range p.counts {
		t.settle(int32(n))
	}
	return t.weights(&o), nil
}

type crf struct {
	scorer
	slope chainScores // gradient of the chain's scores for the last sequence

	squares []float32   // sums of squared gradients, as AdaGrad keeps them
	chain   chainScores // the same for the chain
	settled []int32     // the step up to which the penalties of a row are paid
	now     int32
	rate    float32
	l2      float32 // for one step
	path    []linear.Label
	diff    []float64
	moved   []linear.Label // the labels of diff whose derivatives are worth a step
}

// chainScores are numbers for each score of the chain.
type chainScores struct{ pairs, first, last []float64 }

func newChainScores(k int) chainScores {
	return chainScores{make([]float64, k*k), make([]float64, k), make([]float64, k)}
}

func newCRF(p *problem, o *Options) *crf {
	n := float64(max(len(p.sequences), 1))
	t := &crf{
		scorer: *newScorer(p, o.Decoding), rate: float32(o.Rate),
		l2:      float32(o.L2 / n),
		settled: make([]int32, len(p.counts)), diff: make([]float64, p.k),
	}
	t.squares = make([]float32, len(t.w))
	if t.pairs != nil {
		t.slope, t.chain = newChainScores(p.k), newChainScores(p.k)
	}
	return t
}

// gradient returns the loss of a sequence. It tells each of its rows and the
// derivatives of their weights, and leaves those of the chain in
// slope.
func (t *crf) gradient(q sequence, tell func(row int32, d []float64)) (loss float64) {
	t.fill(q)
	l := &t.lattice
	positions := t.p.positions[q.first:q.end]
	t.path = t.path[:0]
	for i := range positions {
		t.path = append(t.path, positions[i].gold)
	}
	loss = -l.Score(t.path)
	if t.pairs != nil {
		t.pairs.Update()
		clear(t.slope.pairs)
		clear(t.slope.first)
		clear(t.slope.last)
	}
	loss += l.Forward()
	d := t.diff
	for i := range positions {
		r := &positions[i]
		for y := range d {
			d[y] = l.Prob(i, linear.Label(y))
		}
		d[r.gold]--
		if i == 0 && t.pairs != nil {
			addTo(t.slope.first, d)
		}
		if i == len(positions)-1 && t.pairs != nil {
			addTo(t.slope.last, d)
		}
		if !single(r.allowed) {
			t.findMoved()
			for _, n := range t.p.rows[r.first:r.end] {
				tell(n, d)
			}
		}
		if i > 0 && t.pairs != nil {
			t.pairGradient(i, r.gold)
		}
	}
	return loss
}

// pairGradient leaves the derivatives of the pairs of labels at i-1 and i in slope.
func (t *crf) pairGradient(i int, gold linear.Label) {
	l, d, k := &t.lattice, t.diff, t.k
	for _, x := range l.At(i - 1) {
		clear(d)
		for _, y := range l.At(i) {
			d[y] = l.PairProb(i, x, y)
		}
		if x == t.path[i-1] {
			d[gold]--
		}
		for y, v := range d {
			t.slope.pairs[y*k+int(x)] += v
		}
	}
}

// negligible is a derivative not worth a step: most labels of most positions
// are soon that certain.
const negligible = 1e-6

// findMoved lists the labels whose derivatives in diff are not negligible. It is
// done once for all rows of a position: most have none or two.
func (t *crf) findMoved() {
	t.moved = t.moved[:0]
	for y, v := range t.diff {
		if v >= negligible || v <= -negligible {
			t.moved = append(t.moved, linear.Label(y))
		}
	}
}

// descend takes a step against the gradient of a row.
func (t *crf) descend(n int32, d []float64) {
	w := t.w[int(n)*t.k:][:len(d)]
	squares := t.squares[int(n)*t.k:][:len(d)]
	for _, y := range t.moved {
		g := float32(d[y])
		s := squares[y] + g*g
		squares[y] = s
		w[y] -= t.rate * g / sqrt(s)
	}
}

func (t *crf) descendChain() {
	if t.pairs == nil {
		return
	}
	t.descendScores(t.pairs.Scores, t.slope.pairs, t.chain.pairs)
	t.descendScores(t.first, t.slope.first, t.chain.first)
	t.descendScores(t.last, t.slope.last, t.chain.last)
}

// descendScores is descend for the chain, which takes part in each sequence.
// L2 is applied at once.
func (t *crf) descendScores(scores, gradient, squares []float64) {
	for i, g := range gradient {
		if g < negligible && g > -negligible {
			continue
		}
		squares[i] += g * g
		a := float64(t.rate) / math.Sqrt(squares[i])
		scores[i] = (scores[i] - a*g) / (1 + a*float64(t.l2))
	}
}

// settle applies the penalties of the steps that a row has missed.
func (t *crf) settle(n int32) {
	missed := t.now - t.settled[n]
	if missed == 0 {
		return
	}
	t.settled[n] = t.now
	if t.l2 == 0 {
		return
	}
	squares := t.squares[int(n)*t.k:][:t.k]
	for y, w := range t.w[int(n)*t.k:][:t.k] {
		if w == 0 {
			continue
		}
		step := t.rate / sqrt(squares[y]) * float32(missed)
		t.w[int(n)*t.k+y] = w / (1 + step*t.l2)
	}
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
