package linear

import (
	"math"
	"math/bits"
	"slices"

	"github.com/laut-nlp/laut/internal/portable"
)

// Lattice holds the scores of all labels at all positions of a sequence, and of
// all pairs of neighbours: what Viterbi and forward-backward work on, for models
// and for trainers alike. Its memory is kept from one sequence to the next. The
// zero Lattice is empty and ready for use, by one goroutine.
//
// Wholly unlikely scores are raised by [Lattice.Forward] to e^-200 (labels) and
// e^-100 (pairs) of the best, so that no probability is lost to underflow.
type Lattice struct {
	n, k  int
	unary []float64    // score of label y at position i: unary[i*k+y]
	pairs *Transitions // score of a label after another, the same everywhere; nil: no chain

	labels []Label // allowed, position after position
	first  []int32 // of position i in labels; one more at the end

	back        []Label
	best, next  []int64 // see ranked
	alpha, beta []float64
	node        []float64 // e^unary
	norm        []float64
}

// Transitions are scores of label y after x, at y*K+x.
type Transitions struct {
	K      int
	Scores []float64
	exp    []float64 // e^(score-max)
	from   []float64 // the same, at x*K+y
	max    float64
}

// NewTransitions returns transitions of k labels, all 0.
func NewTransitions(k int) *Transitions {
	t := &Transitions{K: k, Scores: make([]float64, k*k), exp: make([]float64, k*k), from: make([]float64, k*k)}
	t.Update()
	return t
}

// Update must be called when Scores have changed, before [Lattice.Forward].
func (t *Transitions) Update() {
	t.max = exponentials(t.exp, t.Scores, leastPair)
	for y := range t.K {
		for x := range t.K {
			t.from[x*t.K+y] = t.exp[y*t.K+x]
		}
	}
}

const (
	leastPair  = -100.0
	leastLabel = -200.0
)

// exponentials fills dst with e^(x-max) and returns max.
func exponentials(dst, src []float64, least float64) float64 {
	most := math.Inf(-1)
	for _, x := range src {
		most = max(most, x)
	}
	for i, x := range src {
		dst[i] = portable.Exp(max(x-most, least))
	}
	return most
}

// Reset makes room for n positions and k labels. pairs may be nil. Unary scores are
// not cleared.
func (l *Lattice) Reset(n, k int, pairs *Transitions) {
	l.n, l.k, l.pairs = n, k, pairs
	l.unary = grow(l.unary, n*k)
	l.labels = l.labels[:0]
	l.first = append(l.first[:0], 0)
}

// grow returns s with n elements, whatever they are.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}

// Allow says which labels the next position may have; there must be one at
// least. It is called once for each position, in order, after Reset.
func (l *Lattice) Allow(set uint64) {
	for ; set != 0; set &= set - 1 {
		l.labels = append(l.labels, Label(bits.TrailingZeros64(set)))
	}
	l.first = append(l.first, int32(len(l.labels)))
}

// Unary returns the scores of position i by label, to be filled in. Those of
// labels that are not allowed do not matter.
func (l *Lattice) Unary(i int) []float64 { return l.unary[i*l.k : (i+1)*l.k] }

// At returns the labels allowed at position i.
func (l *Lattice) At(i int) []Label { return l.labels[l.first[i]:l.first[i+1]] }

// Viterbi appends the labels of the best path; of several that are equal, the
// one with the smallest labels, from the end. It works with whole numbers, which
// the scores of models and perceptrons are; fractions are cut off. Time is
// O(n k²), without a chain O(n k).
func (l *Lattice) Viterbi(path []Label) []Label {
	if l.n == 0 {
		return path
	}
	if l.pairs == nil {
		for i := range l.n {
			path = append(path, best(l.Unary(i), l.At(i)))
		}
		return path
	}
	k := l.k
	l.back = grow(l.back, l.n*k)
	l.best, l.next = grow(l.best, k), grow(l.next, k)
	for _, y := range l.At(0) {
		l.best[y] = ranked(int64(l.unary[y]), y)
	}
	for i := 1; i < l.n; i++ {
		l.step(i)
		l.best, l.next = l.next, l.best
	}
	last := int64(math.MinInt64)
	for _, y := range l.At(l.n - 1) {
		last = max(last, l.best[y])
	}
	y := rankedLabel(last)
	for i := l.n - 1; i > 0; i-- {
		path = append(path, y)
		y = l.back[i*k+int(y)]
	}
	path = append(path, y)
	slices.Reverse(path[len(path)-l.n:])
	return path
}

// ranked joins a score with a label, so that the larger of two is that with
// the higher score, or with the smaller label. The processor then needs no branch,
// which it would often foretell wrongly, to find the best of many labels.
func ranked(score int64, y Label) int64 { return score<<labelBits | int64(MaxLabels-1-y) }

const labelBits = 6

func rankedLabel(r int64) Label { return MaxLabels - 1 - Label(r&(MaxLabels-1)) }

// step finds the best predecessor of each label at position i.
func (l *Lattice) step(i int) {
	k, before := l.k, l.At(i-1)
	cur, back := l.best, l.back[i*k:(i+1)*k]
	for _, y := range l.At(i) {
		from := int64(math.MinInt64)
		into := l.pairs.Scores[int(y)*k : int(y+1)*k]
		for _, x := range before {
			from = max(from, cur[x]+int64(into[x])<<labelBits)
		}
		back[y] = rankedLabel(from)
		l.next[y] = ranked(from>>labelBits+int64(l.unary[i*k+int(y)]), y)
	}
}

// best returns the label with the highest score.
func best(scores []float64, labels []Label) Label {
	y := labels[0]
	for _, x := range labels[1:] {
		if scores[x] > scores[y] {
			y = x
		}
	}
	return y
}

// Score returns the score of a path.
func (l *Lattice) Score(path []Label) float64 {
	score := 0.0
	for i, y := range path {
		score += l.Unary(i)[y]
		if i > 0 && l.pairs != nil {
			score += l.pairs.Scores[int(y)*l.k+int(path[i-1])]
		}
	}
	return score
}
