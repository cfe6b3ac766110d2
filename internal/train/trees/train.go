// Package trees trains the models of internal/trees by gradient boosting (Friedman
// 2001), each tree grown leaf by leaf where the loss falls most, on histograms (Ke and
// others 2017, "LightGBM"), on a random part of rows and features (Friedman 2002,
// "Stochastic gradient boosting"). Users of the library never link it.
package trees

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/laut-nlp/laut/internal/trees"
)

// Options say how to train. The values of [Default] suit ten thousand rows.
type Options struct {
	Trees    int
	Leaves   int     // of a tree
	Rate     float64 // of each tree's scores that is taken
	MinRows  int     // of a leaf
	L2       float64 // penalty of the squared scores of leaves
	Rows     float64 // share of the rows that a tree sees
	Features float64 // share of the features that a tree sees
	Seed     uint64
}

// Default returns the options to begin with.
func Default() Options {
	return Options{Trees: 250, Leaves: 15, Rate: .05, MinRows: 40, L2: 5, Rows: .7, Features: .5, Seed: 1}
}

// Data is rows with their targets, from 0 to 1.
type Data struct {
	Rows    [][]uint8
	Targets []float32
}

// Add appends a copy of a row.
func (d *Data) Add(row []uint8, target float32) {
	d.Rows = append(d.Rows, slices.Clone(row))
	d.Targets = append(d.Targets, target)
}

// Train returns a file for trees.New that was trained on some of the rows, nil for
// all; note is lines of text for its head. It minimises the cross-entropy of targets
// and probabilities. The same data and options give the same bytes on machines of
// one architecture. Time is linear in rows, features and trees.
func Train(d *Data, part []int, o Options, note string) []byte {
	if part == nil {
		part = make([]int, len(d.Rows))
		for i := range part {
			part[i] = i
		}
	}
	b := &booster{d: d, o: o, score: make([]float64, len(d.Rows)), g: make([]float64, len(d.Rows)), h: make([]float64, len(d.Rows))}
	mean := 0.0
	for _, i := range part {
		mean += float64(d.Targets[i])
	}
	mean = min(max(mean/float64(max(len(part), 1)), 1e-6), 1-1e-6)
	bias := math.Log(mean / (1 - mean))
	for _, i := range part {
		b.score[i] = bias
	}
	r := rand.New(rand.NewPCG(o.Seed, 2))
	var first []int
	var nodes []trees.Node
	for range o.Trees {
		for _, i := range part {
			p := 1 / (1 + math.Exp(-b.score[i]))
			b.g[i], b.h[i] = p-float64(d.Targets[i]), max(p*(1-p), 1e-9)
		}
		tree := b.grow(sample(part, o.Rows, r), b.features(r))
		first = append(first, len(nodes))
		nodes = append(nodes, tree...)
		for _, i := range part {
			b.score[i] += float64(walk(tree, d.Rows[i]))
		}
	}
	width := 0
	if len(d.Rows) > 0 {
		width = len(d.Rows[0])
	}
	return encode(note, width, bias, first, nodes)
}

// sample returns a random share of a list, in its order.
func sample(list []int, share float64, r *rand.Rand) []int {
	var out []int
	for _, i := range list {
		if r.Float64() < share {
			out = append(out, i)
		}
	}
	return out
}

func walk(tree []trees.Node, row []uint8) float32 {
	n := &tree[0]
	for n.Low|n.High != 0 {
		if row[n.Feature] <= n.Threshold {
			n = &tree[n.Low]
		} else {
			n = &tree[n.High]
		}
	}
	return n.Score
}

type booster struct {
	d     *Data
	o     Options
	score []float64 // by row, the sum of the trees so far
	g, h  []float64 // first and second derivatives of the loss
}

func (b *booster) features(r *rand.Rand) []int {
	if len(b.d.Rows) == 0 {
		return nil
	}
	width := len(b.d.Rows[0])
	all := r.Perm(width)[:max(1, int(math.Ceil(b.o.Features*float64(width))))]
	slices.Sort(all)
	return all
}

// leaf is a leaf that may still be split.
type leaf struct {
	node      int
	rows      []int
	gain      float64
	feature   int
	threshold uint8
}

// grow returns a tree. Nodes are numbered as they are made, so that children have
// larger numbers than their parents.
func (b *booster) grow(rows, features []int) []trees.Node {
	tree := []trees.Node{{}}
	open := []leaf{b.split(0, rows, features)}
	done := []leaf{}
	for len(open) > 0 && len(open)+len(done) < b.o.Leaves {
		best := 0
		for k := range open {
			if open[k].gain > open[best].gain {
				best = k
			}
		}
		l := open[best]
		open = slices.Delete(open, best, best+1)
		if l.gain <= 0 || len(tree)+2 > trees.MaxNodes {
			done = append(done, l)
			continue
		}
		var low, high []int
		for _, i := range l.rows {
			if b.d.Rows[i][l.feature] <= l.threshold {
				low = append(low, i)
			} else {
				high = append(high, i)
			}
		}
		n := &tree[l.node]
		n.Feature, n.Threshold, n.Low, n.High = uint8(l.feature), l.threshold, uint8(len(tree)), uint8(len(tree)+1)
		tree = append(tree, trees.Node{}, trees.Node{})
		open = append(open, b.split(len(tree)-2, low, features), b.split(len(tree)-1, high, features))
	}
	for _, l := range append(open, done...) {
		g, h := b.sums(l.rows)
		tree[l.node].Score = float32(-b.o.Rate * g / (h + b.o.L2))
	}
	return tree
}

func (b *booster) sums(rows []int) (g, h float64) {
	for _, i := range rows {
		g += b.g[i]
		h += b.h[i]
	}
	return g, h
}

// split finds the best split of a leaf.
func (b *booster) split(node int, rows, features []int) leaf {
	l := leaf{node: node, rows: rows}
	if len(rows) < 2*b.o.MinRows {
		return l
	}
	var sumG, sumH [256]float64
	var count [256]int
	g, h := b.sums(rows)
	whole := g * g / (h + b.o.L2)
	for _, f := range features {
		sumG, sumH, count = [256]float64{}, [256]float64{}, [256]int{}
		for _, i := range rows {
			x := b.d.Rows[i][f]
			sumG[x] += b.g[i]
			sumH[x] += b.h[i]
			count[x]++
		}
		lowG, lowH, n := 0.0, 0.0, 0
		for x := range 255 {
			if count[x] == 0 {
				continue
			}
			lowG, lowH, n = lowG+sumG[x], lowH+sumH[x], n+count[x]
			if n < b.o.MinRows || len(rows)-n < b.o.MinRows {
				continue
			}
			gain := lowG*lowG/(lowH+b.o.L2) + (g-lowG)*(g-lowG)/(h-lowH+b.o.L2) - whole
			if gain > l.gain+1e-12 {
				l.gain, l.feature, l.threshold = gain, f, uint8(x)
			}
		}
	}
	return l
}

func encode(note string, width int, bias float64, first []int, nodes []trees.Node) []byte {
	out := []byte(trees.Magic + note + "\x00")
	out = binary.LittleEndian.AppendUint16(out, uint16(width))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(first)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(nodes)))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(bias)))
	for _, n := range first {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, n := range nodes {
		out = append(out, n.Feature, n.Threshold, n.Low, n.High)
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(n.Score))
	}
	return out
}
