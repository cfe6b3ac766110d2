package trees

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/laut-nlp/laut/internal/blob"
)

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
