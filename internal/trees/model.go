package trees

import (
	"fmt"
	"math"

	"github.com/laut-nlp/laut/internal/portable"
)

// Model is an ensemble of trees. It is immutable and safe for concurrent use.
type Model struct {
	features, trees int
	bias            float32
	nodes           []word // of all trees, and MaxNodes that end no walk elsewhere
	groups          []group
}

// word is a node in one piece: from the lowest byte on feature, what is missing from the
// threshold to 255, first child, nothing, and the bits of the score. A leaf is its own child,
// whatever the row says: a walk may go on when it has arrived.
type word uint64

func pack(n Node, at int) word {
	if n.Low == 0 {
		n.Feature, n.Threshold, n.Low = 0, math.MaxUint8, uint8(at)
	}
	return word(n.Feature) | word(math.MaxUint8-n.Threshold)<<8 | word(n.Low)<<16 | word(math.Float32bits(n.Score))<<32
}

func (w word) score() float32 { return math.Float32frombits(uint32(w >> 32)) }

// group is trees that are walked side by side, step by step: none of them has to
// wait until the memory has answered another, and without branches none is foretold
// wrongly.
type group struct {
	first [groupSize]int // nodes
	steps int            // of the longest walk
}

const groupSize = 6

// add appends a tree. It returns an error unless each walk ends within it.
func (m *Model) add(tree []Node) error {
	var depth [MaxNodes]int
	deepest := 0
	first := len(m.nodes)
	for i, n := range tree {
		if !finite(n.Score) {
			return fmt.Errorf("node %d: the score is %g", i, n.Score)
		}
		if n.Low != 0 {
			low := int(n.Low)
			if low <= i || low+1 >= len(tree) || int(n.Feature) >= m.features {
				return fmt.Errorf("node %d asks for feature %d and leads to node %d", i, n.Feature, n.Low)
			}
			d := depth[i] + 1
			depth[low], depth[low+1] = max(depth[low], d), max(depth[low+1], d)
			deepest = max(deepest, d)
		}
		m.nodes = append(m.nodes, pack(n, i))
	}
	m.place(first, deepest)
	return nil
}

// place puts a tree into the last group, or into a new one.
func (m *Model) place(first, steps int) {
	at := m.trees % groupSize
	if at == 0 {
		m.groups = append(m.groups, group{})
	}
	g := &m.groups[len(m.groups)-1]
	g.first[at], g.steps = first, max(g.steps, steps)
	m.trees++
}

// finish fills the last group with trees of one leaf, which score 0. They lie in
// room for MaxNodes, so that any number of a node is within the nodes.
func (m *Model) finish() {
	end, count := len(m.nodes), m.trees
	for range MaxNodes {
		m.nodes = append(m.nodes, pack(Node{}, 0))
	}
	for m.trees%groupSize != 0 {
		m.place(end, 0)
	}
	m.trees = count
}

// Score returns the logarithm of the odds of a row. It is never NaN. Time is that of
// the longest walks, whatever the row: O(trees · depth). Score panics if the row does
// not have as many features as the model.
func (m *Model) Score(row []uint8) float32 {
	var score [1]float32
	m.Scores(score[:], row)
	return score[0]
}

// together is how many rows walk the same trees before the next trees are fetched.
const together = 16

// Scores fills scores with what [Model.Score] returns of each of as many rows, which stand
// one after another. It is faster than one by one: trees in the caches nearest to the
// processor are walked by many rows.
func (m *Model) Scores(scores []float32, rows []uint8) {
	if len(rows) != len(scores)*m.features {
		panic(fmt.Sprintf("trees: %d values for %d rows of %d features", len(rows), len(scores), m.features))
	}
	var xs [together]values // as long as a byte can count, like the trees: no checks of bounds
	for len(scores) > 0 {
		some := scores[:min(len(scores), together)]
		for i := range some {
			some[i] = m.bias
			for k, x := range rows[i*m.features : (i+1)*m.features] {
				xs[i][k] = uint16(x) << 8
			}
		}
		for i := range m.groups {
			m.addGroup(some, &xs, &m.groups[i])
		}
		scores, rows = scores[len(some):], rows[len(some)*m.features:]
	}
}

// addGroup adds what the trees of a group say of rows.
func (m *Model) addGroup(scores []float32, xs *[together]values, g *group) {
	tree := func(k int) *[MaxNodes]word { return (*[MaxNodes]word)(m.nodes[g.first[k]:]) }
	t0, t1, t2, t3, t4, t5 := tree(0), tree(1), tree(2), tree(3), tree(4), tree(5)
	for i := range scores {
		n0, n1, n2, n3, n4, n5 := walk(t0, t1, t2, t3, t4, t5, &xs[i%together], g.steps)
		scores[i] = scores[i] + n0.score() + n1.score() + n2.score() + n3.score() + n4.score() + n5.score()
	}
}

// walk returns where a row arrives in six trees. It is kept out of its caller so that all it
// needs stays in registers.
//
//go:noinline
func walk(t0, t1, t2, t3, t4, t5 *[MaxNodes]word, x *values, steps int) (n0, n1, n2, n3, n4, n5 word) {
	n0, n1, n2, n3, n4, n5 = t0[0], t1[0], t2[0], t3[0], t4[0], t5[0]
	for ; steps > 0; steps-- {
		n0, n1, n2 = t0[n0.next(x)], t1[n1.next(x)], t2[n2.next(x)]
		n3, n4, n5 = t3[n3.next(x)], t4[n4.next(x)], t5[n5.next(x)]
	}
	return n0, n1, n2, n3, n4, n5
}

// values are those of a row, in the upper byte.
type values [MaxFeatures]uint16

// next returns the number of the child that a row goes on at. If its value is above the
// threshold, the sum runs over into the first child's number and makes it the second's: there
// is no branch.
func (w word) next(x *values) uint8 { return uint8((w + word(x[uint8(w)])) >> 16) }

// Prob returns the probability of a row. It panics as Score does.
func (m *Model) Prob(row []uint8) float32 { return prob(m.Score(row)) }

// Probs fills probs with the probabilities of rows, as Scores does.
func (m *Model) Probs(probs []float32, rows []uint8) {
	m.Scores(probs, rows)
	for i, score := range probs {
		probs[i] = prob(score)
	}
}

func prob(score float32) float32 { return float32(1 / (1 + portable.Exp(-float64(score)))) }

// Trees returns the number of trees.
func (m *Model) Trees() int { return m.trees }
