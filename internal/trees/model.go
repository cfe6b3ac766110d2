// Package trees reads ensembles of regression trees: it judges what linear models
// cannot, where one number means different things beside another. Training is in
// internal/train/trees.
//
//	m, err := trees.New(weights, len(row))
//	…
//	if m.Prob(row) > .5 {
//
// # Models
//
// An example is a row of up to 256 small numbers, one byte each. A tree asks at each
// inner node whether one of them is at most some threshold, and has a score at each
// leaf; the sum of the trees' scores and a bias is the logarithm of the odds (Friedman
// 2001, "Greedy function approximation: a gradient boosting machine").
//
// # Performance
//
// A score takes about 10 ns for each tree of 15 leaves (BenchmarkScore: 250 trees over
// 80 features, one core of an EPYC server that others used as well). Walked one after
// another, with a branch at each node, the trees took three times as long. Nothing
// allocates. A file has 8 bytes for each node.
//
// # Concurrency
//
// A [Model] is immutable and safe for concurrent use.
//
// Sums are taken in the order of the trees, so that scores are the same on all
// machines; a probability may differ in its last bit.
package trees

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/laut-nlp/laut/internal/blob"
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

// Softmax turns the scores of rows of which one is right into their probabilities.
func Softmax(scores []float32) {
	sum := 0.0
	for i, score := range scores {
		e := portable.Exp(float64(score))
		scores[i] = float32(e)
		sum += e
	}
	for i := range scores {
		scores[i] = float32(float64(scores[i]) / sum)
	}
}

func prob(score float32) float32 { return float32(1 / (1 + portable.Exp(-float64(score)))) }

// Trees returns the number of trees.
func (m *Model) Trees() int { return m.trees }

// Magic is how a file begins. More lines of text may follow, which name source,
// licence and date. The file is sealed (see internal/blob); what stands after the
// checksum is binary, all numbers with the lowest byte first:
//
//	 0  number of features, of trees, 32 bits each
//	 8  bias, float32
//	12  for each tree, the number of its nodes less one, one byte
//	    nodes, tree after tree: feature, threshold, number of the first child
//	    within the tree, one byte each; a byte 0; score, float32
//
// [Node] says what they mean. All scores are finite.
const Magic = "laut trees 1\n"

// Limits of what a file can hold.
const (
	// MaxFeatures is how long a row may be.
	MaxFeatures = 256
	// MaxNodes is how many nodes a tree may have; with MaxLeaves it has one less.
	MaxNodes  = 256
	MaxLeaves = MaxNodes / 2
)

const nodeSize = 8

// Node is a node of a tree. Rows whose feature is at most Threshold go on at node
// Low of the tree, others at the next one, Low+1; children stand after their
// parents. A leaf has Low 0, and only its Score counts.
type Node struct {
	Feature, Threshold, Low uint8
	Score                   float32
}

// Head is what a file says besides its trees.
type Head struct {
	Note     string // lines of text: source, licence, date; without zero bytes
	Features int    // in a row, up to MaxFeatures
	Bias     float32
}

// AppendFile appends a file of trees, each of 1 to MaxNodes nodes.
func AppendFile(dst []byte, h Head, trees [][]Node) []byte {
	le := binary.LittleEndian
	body := le.AppendUint32(nil, uint32(h.Features))
	body = le.AppendUint32(body, uint32(len(trees)))
	body = le.AppendUint32(body, math.Float32bits(h.Bias))
	for _, tree := range trees {
		body = append(body, byte(len(tree)-1))
	}
	for _, tree := range trees {
		for _, n := range tree {
			body = append(body, n.Feature, n.Threshold, n.Low, 0)
			body = le.AppendUint32(body, math.Float32bits(n.Score))
		}
	}
	return append(dst, blob.Seal(Magic+h.Note, body)...)
}

// New opens a file. It returns an error if data is no file of trees, is damaged or
// cut off, or is for rows of another length. Time is linear in the file,
// about 1.2 ms a megabyte.
func New(data string, features int) (*Model, error) {
	r, err := blob.Open(data, Magic)
	if err != nil {
		return nil, fmt.Errorf("trees: %w", err)
	}
	m, err := parse(r)
	if err != nil {
		return nil, fmt.Errorf("trees: %w", err)
	}
	if m.features != features {
		return nil, fmt.Errorf("trees: the file is for %d features, not %d", m.features, features)
	}
	return m, nil
}

// parse reads the binary part after the checksum.
func parse(r *blob.Reader) (*Model, error) {
	features, count, bias := r.Uint32(), r.Uint32(), r.Float32()
	if features > MaxFeatures {
		return nil, fmt.Errorf("%d features, at most %d are possible", features, MaxFeatures)
	}
	if !finite(bias) {
		return nil, fmt.Errorf("the bias is %g", bias)
	}
	sizes := r.Take(int64(count))
	nodes := int64(len(sizes))
	for _, size := range []byte(sizes) {
		nodes += int64(size)
	}
	rest := r.Take(nodeSize * nodes)
	if err := r.End(); err != nil {
		return nil, err
	}
	r = blob.Read(rest)
	m := &Model{features: int(features), bias: bias, nodes: make([]word, 0, nodes+MaxNodes)}
	tree := make([]Node, 0, MaxNodes)
	for k, size := range []byte(sizes) {
		tree = tree[:int(size)+1]
		for i := range tree {
			n := Node{Feature: r.Uint8(), Threshold: r.Uint8(), Low: r.Uint8()}
			r.Uint8()
			n.Score = r.Float32()
			tree[i] = n
		}
		if err := m.add(tree); err != nil {
			return nil, fmt.Errorf("tree %d, %w", k, err)
		}
	}
	m.finish()
	return m, nil
}

func finite(x float32) bool { return x-x == 0 }
