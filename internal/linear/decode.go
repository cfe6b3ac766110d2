package linear

import "math/bits"

// Decoder holds what decoding needs besides model and sequence. It keeps its
// memory, so that nothing is allocated once it has seen a sequence as long as
// the next. The zero Decoder is ready for use, by one goroutine at a time; keep
// several in a sync.Pool. One Decoder may serve several models.
type Decoder struct {
	lattice  Lattice
	lookups  lookups
	features []Feature
}

// Decode appends the labels of the sequence, found as the model's Decoding
// says. Time is O(features + n k) for Independent and Greedy, O(features + n k²)
// for Viterbi.
func (d *Decoder) Decode(m *Model, s *Sequence, labels []Label) []Label {
	switch m.head.Decoding {
	case Greedy:
		return d.greedy(m, s, labels)
	case Viterbi:
		d.fill(m, s, m.pairs, 1)
		return d.lattice.Viterbi(labels)
	}
	for i := range s.Len() {
		set := m.allowed(s.allowed[i])
		if single(set) {
			labels = append(labels, lowest(set))
			continue
		}
		var sum scores
		d.addPosition(m, &sum, s, i, nil)
		labels = append(labels, sum.best(set))
	}
	return labels
}

// Marginals computes the probabilities of labels and of pairs of them, which the
// Lattice then tells, until the Decoder is used again. They are probabilities in
// earnest for models trained as CRF or logistic regression. Those of a Greedy model
// take no account of the labels before.
func (d *Decoder) Marginals(m *Model, s *Sequence) *Lattice {
	d.fill(m, s, m.logPairs, m.head.Scale)
	d.lattice.Forward()
	return &d.lattice
}

// greedy decodes from left to right.
func (d *Decoder) greedy(m *Model, s *Sequence, labels []Label) []Label {
	before := Start()
	for i := range s.Len() {
		set := m.allowed(s.allowed[i])
		if free := set & m.follow[before[0]]; free != 0 {
			set = free
		}
		if i == s.Len()-1 && set&m.head.Final != 0 {
			set &= m.head.Final
		}
		y := lowest(set)
		var sum scores
		if !single(set) {
			d.addPosition(m, &sum, s, i, &before)
			y = sum.best(set)
		}
		labels = append(labels, y)
		copy(before[1:], before[:])
		before[0] = y
	}
	return labels
}

// fill puts the scores of a sequence into the lattice, in units of 1/scale.
func (d *Decoder) fill(m *Model, s *Sequence, pairs *Transitions, scale float64) {
	l := &d.lattice
	n := s.Len()
	chain := pairs != nil
	l.Reset(n, m.k, pairs)
	for i := range n {
		set := m.allowed(s.allowed[i])
		l.Allow(set)
		var sum scores
		if !single(set) {
			d.addPosition(m, &sum, s, i, nil)
		}
		unary := l.Unary(i)
		put(unary, &sum, scale)
		if !chain {
			continue
		}
		if i == 0 {
			addScaled(unary, m.first, scale)
		}
		if i == n-1 {
			addScaled(unary, m.last, scale)
		}
	}
}

func put(dst []float64, sum *scores, scale float64) {
	for y := range dst {
		dst[y] = float64(float64(sum.total[y]) * scale)
	}
}

func addScaled(dst, src []float64, scale float64) {
	dst = dst[:len(src)]
	for y, v := range src {
		dst[y] += float64(v * scale)
	}
}

// addPosition adds the weights of position i; of features that look at labels only if
// those before it are known. All are looked up together, so that they wait for memory
// at the same time.
func (d *Decoder) addPosition(m *Model, sum *scores, s *Sequence, i int, before *[MaxHistory]Label) {
	for _, own := range s.sums(i) {
		total := sum.total[:len(own)]
		for y, v := range own {
			total[y] += v
		}
	}
	d.features = append(d.features[:0], s.Features(i)...)
	if before != nil {
		for _, h := range s.History(i) {
			d.features = append(d.features, h.Feature(before))
		}
	}
	m.addAll(sum, &d.lookups, d.features)
}

// best returns the label of the set with the highest score, of equal ones the
// smallest. The set is not empty.
func (sum *scores) best(set uint64) Label {
	y := lowest(set)
	for set &= set - 1; set != 0; set &= set - 1 {
		if x := lowest(set); sum.total[x%MaxLabels] > sum.total[y%MaxLabels] {
			y = x
		}
	}
	return y
}

// lowest returns the smallest label of a set.
func lowest(set uint64) Label { return Label(bits.TrailingZeros64(set)) }

// Sum adds the weights of token i of a grid, by templates without Each and Previous, to sum,
// a place for each label. They are the same as those of the features that
// [Templates.Extract] makes, for tokens that share them all.
func (d *Decoder) Sum(m *Model, t *Templates, grid *Grid, i int, sum []int32) {
	base := int32((i + grid.pad) * grid.width)
	d.features = appendFeatures(d.features[:0], t.static, t.terms, grid.values, base)
	var all scores
	m.addAll(&all, &d.lookups, d.features)
	for y := range sum[:m.k] {
		sum[y] += all.total[y]
	}
}
