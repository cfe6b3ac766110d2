package trees

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
)

// Magic is how a file begins. More lines of text may follow; a zero byte ends them.
// Behind it stand, the lowest byte first: the number of features (16 bits), of trees
// and of nodes (32 bits each), the bias (32 bits, floating point), the first node of
// each tree (32 bits each), and the nodes of 8 bytes: feature, threshold, and the two
// children's numbers within the tree (a byte each), score (32 bits, floating point).
// A leaf has itself as a child.
const Magic = "laut trees 1\n"

// Node is a node of a tree. Rows whose feature is at most Threshold go on at Low,
// others at High. A leaf has the number 0 for both, which is the root's.
type Node struct {
	Feature, Threshold uint8
	Low, High          uint8 // numbers within the tree
	Score              float32
}

// MaxNodes is how many nodes a tree may have.
const MaxNodes = 256

// Model is an ensemble of trees.
type Model struct {
	features int
	bias     float32
	first    []int32
	nodes    []Node
}

// New opens a file. It returns an error if data is none, is damaged or cut off, or
// is for rows of another length.
func New(data string, features int) (*Model, error) {
	_, body, ok := strings.Cut(data, "\x00")
	if !ok || !strings.HasPrefix(data, Magic) || len(body) < 14 {
		return nil, errors.New("trees: not a file of trees")
	}
	b := []byte(body)
	m := &Model{features: int(binary.LittleEndian.Uint16(b))}
	trees, nodes := int(binary.LittleEndian.Uint32(b[2:])), int(binary.LittleEndian.Uint32(b[6:]))
	m.bias = math.Float32frombits(binary.LittleEndian.Uint32(b[10:]))
	b = b[14:]
	if m.features != features {
		return nil, fmt.Errorf("trees: the file is for %d features, not %d", m.features, features)
	}
	if trees > len(b) || nodes > len(b) || len(b) != 4*trees+8*nodes {
		return nil, errors.New("trees: the file is cut off")
	}
	for k := range trees {
		m.first = append(m.first, int32(binary.LittleEndian.Uint32(b[4*k:])))
	}
	b = b[4*trees:]
	for k := range nodes {
		n := b[8*k:]
		m.nodes = append(m.nodes, Node{n[0], n[1], n[2], n[3], math.Float32frombits(binary.LittleEndian.Uint32(n[4:]))})
	}
	return m, m.check()
}

// check makes sure that each walk ends within its tree.
func (m *Model) check() error {
	for k, first := range m.first {
		end := int32(len(m.nodes))
		if k+1 < len(m.first) {
			end = m.first[k+1]
		}
		if k == 0 && first != 0 || first >= end || end > int32(len(m.nodes)) || end-first > MaxNodes {
			return fmt.Errorf("trees: tree %d has nodes %d to %d", k, first, end)
		}
		for i := first; i < end; i++ {
			n := &m.nodes[i]
			at := uint8(i - first)
			leaf := n.Low == 0 && n.High == 0
			if !leaf && (n.Low <= at || n.High <= at || first+int32(max(n.Low, n.High)) >= end || int(n.Feature) >= m.features) {
				return fmt.Errorf("trees: tree %d, node %d leads nowhere", k, at)
			}
		}
	}
	return nil
}

// Score returns the logarithm of the odds of a row, which must have as many
// features as the model.
func (m *Model) Score(row []uint8) float32 {
	row = row[:m.features]
	sum := m.bias
	for _, first := range m.first {
		tree := m.nodes[first:]
		n := &tree[0]
		for n.Low|n.High != 0 {
			if row[n.Feature] <= n.Threshold {
				n = &tree[n.Low]
			} else {
				n = &tree[n.High]
			}
		}
		sum += n.Score
	}
	return sum
}

// Prob returns the probability of a row.
func (m *Model) Prob(row []uint8) float32 {
	return float32(1 / (1 + math.Exp(-float64(m.Score(row)))))
}

// Trees returns the number of trees.
func (m *Model) Trees() int { return len(m.first) }
