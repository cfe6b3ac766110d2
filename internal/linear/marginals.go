package linear

import "github.com/laut-nlp/laut/internal/portable"

// Forward runs the forward-backward algorithm and returns the logarithm of the
// sum of e^score over all paths. After it the probabilities of labels and pairs
// can be asked for. Each position is scaled to sum 1 (Rabiner 1989), so that
// long sequences do not underflow. Products are rounded before they are added, see
// internal/portable. Time is O(n k²), without a chain O(n k).
func (l *Lattice) Forward() (logZ float64) {
	n, k := l.n, l.k
	l.node, l.norm = grow(l.node, n*k), grow(l.norm, n)
	l.alpha, l.beta = grow(l.alpha, n*k), grow(l.beta, n*k)
	clear(l.node) // labels that are not allowed have probability 0
	clear(l.alpha)
	clear(l.beta)
	for i := range n {
		logZ += l.potentials(i)
		alpha := l.alpha[i*k : (i+1)*k]
		l.into(i, alpha)
		sum := 0.0
		for _, y := range l.At(i) {
			sum += alpha[y]
		}
		for _, y := range l.At(i) {
			alpha[y] /= sum
		}
		l.norm[i] = sum
		logZ += portable.Log(sum)
	}
	for i := n - 1; i >= 0; i-- {
		l.backward(i)
	}
	return logZ
}

// into fills alpha, which is 0, with the probabilities of the paths to the labels of position
// i. Here and in backward labels that are not allowed are cheaper to go through, with
// probability 0, than to leave out, and the sums of all labels grow side by side, so that no
// addition waits for another.
func (l *Lattice) into(i int, alpha []float64) {
	k, node := l.k, l.node[i*l.k:(i+1)*l.k]
	if i == 0 || l.pairs == nil {
		copy(alpha, node)
		return
	}
	for x, before := range l.alpha[(i-1)*k : i*k] {
		addScaled(alpha, l.pairs.from[x*k:(x+1)*k], before)
	}
	for y, p := range node {
		alpha[y] *= p
	}
}

func (l *Lattice) backward(i int) {
	k := l.k
	beta := l.beta[i*k : (i+1)*k]
	if i == l.n-1 || l.pairs == nil {
		for y := range beta {
			beta[y] = 1
		}
		return
	}
	after := l.beta[(i+1)*k : (i+2)*k]
	for y, p := range l.node[(i+1)*k : (i+2)*k] {
		addScaled(beta, l.pairs.exp[y*k:(y+1)*k], float64(p*after[y]))
	}
	for x := range beta {
		beta[x] /= l.norm[i+1]
	}
}

// potentials exponentiates the scores of position i, relative to the best, and
// returns the logarithm of what it divided by.
func (l *Lattice) potentials(i int) float64 {
	k := l.k
	unary, node := l.Unary(i), l.node[i*k:(i+1)*k]
	labels := l.At(i)
	most := unary[best(unary, labels)]
	for _, y := range labels {
		node[y] = portable.Exp(max(unary[y]-most, leastLabel))
	}
	if i == 0 || l.pairs == nil {
		return most
	}
	return most + l.pairs.max
}

// Prob returns the probability of label y at position i.
func (l *Lattice) Prob(i int, y Label) float64 {
	return l.alpha[i*l.k+int(y)] * l.beta[i*l.k+int(y)]
}

// PairProb returns the probability of label x at i-1 and y at i; i is at least 1.
func (l *Lattice) PairProb(i int, x, y Label) float64 {
	if l.pairs == nil {
		return l.Prob(i-1, x) * l.Prob(i, y)
	}
	k := l.k
	return l.alpha[(i-1)*k+int(x)] * l.pairs.exp[int(y)*k+int(x)] *
		l.node[i*k+int(y)] * l.beta[i*k+int(y)] / l.norm[i]
}
