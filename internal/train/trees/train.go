// Package trees trains the models of internal/trees by gradient boosting (Friedman
// 2001), each tree grown leaf by leaf where the loss falls most, on histograms (Ke and
// others 2017, "LightGBM"), on a random part of rows and features (Friedman 2002,
// "Stochastic gradient boosting"). Users of the library never link it.
package trees

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/trees"
)

// Options say how to train. The values of [Default] suit ten thousand rows.
type Options struct {
	Trees    int
	Leaves   int     // of a tree, from 1 to trees.MaxLeaves
	Rate     float64 // of each tree's scores that is taken, above 0, up to 1
	MinRows  int     // of a leaf, 1 at least
	L2       float64 // penalty of the squared scores of leaves, from 0 on
	Rows     float64 // share of the rows that a tree sees, above 0, up to 1
	Features float64 // share of the features that a tree sees, above 0, up to 1
	Seed     uint64
}

// Default returns the options to begin with.
func Default() Options {
	return Options{Trees: 250, Leaves: 15, Rate: .05, MinRows: 40, L2: 5, Rows: .7, Features: .5, Seed: 1}
}

// Data is rows with their targets, from 0 to 1. All rows have one length, up to
// trees.MaxFeatures.
//
// Rows can stand in groups of which one is to be chosen. Rows of a group stand side by side,
// and a target above 0 tells that a row is right. The probability of a row is then the
// softmax of its score within its group, and what is minimised is the cross-entropy of the
// choice of any row that is right.
type Data struct {
	Rows    [][]uint8
	Targets []float32
	Groups  []int // of each row, or nil
}

// Add appends a copy of a row.
func (d *Data) Add(row []uint8, target float32) {
	d.Rows = append(d.Rows, slices.Clone(row))
	d.Targets = append(d.Targets, target)
}

// AddTo is Add for a row of a group.
func (d *Data) AddTo(group int, row []uint8, target float32) {
	d.Add(row, target)
	d.Groups = append(d.Groups, group)
}

// Train returns a file for trees.New that was trained on some of the rows, nil for
// all; a row that is named twice counts twice. It minimises the cross-entropy of
// targets and probabilities. Without rows, the probability is ½ always.
//
// The same data and options give the same bytes on machines of one architecture.
// Sums are exact for up to 2^26 rows. Time is linear in the rows, the features and
// the trees, and grows with their depth: 0.6 s with the default options for ten
// thousand rows of 80 features (BenchmarkTrain).
//
// Train panics if the data or the numbers of rows are not as they are said to be: the
// program is wrong then.
func Train(d *Data, part []int, o Options) []byte {
	check(d)
	if part == nil {
		part = make([]int, len(d.Rows))
		for i := range part {
			part[i] = i
		}
	}
	var head trees.Head
	if len(d.Rows) > 0 {
		head.Features = len(d.Rows[0])
	}
	if len(part) == 0 {
		return trees.AppendFile(nil, head, nil)
	}
	b := newBooster(d, part, o)
	head.Bias = b.start()
	r := rand.New(rand.NewPCG(o.Seed, 2))
	var ensemble [][]trees.Node
	for range o.Trees {
		b.derive()
		seen, others := b.sample(r)
		ensemble = append(ensemble, b.grow(seen, others, b.features(r)))
	}
	return trees.AppendFile(nil, head, ensemble)
}

// check panics if data make no sense.
func check(d *Data) {
	if len(d.Rows) != len(d.Targets) {
		panic(fmt.Sprintf("trees: %d rows and %d targets", len(d.Rows), len(d.Targets)))
	}
	if d.Groups != nil && len(d.Groups) != len(d.Rows) {
		panic(fmt.Sprintf("trees: %d rows and %d groups", len(d.Rows), len(d.Groups)))
	}
	for i, row := range d.Rows {
		if len(row) != len(d.Rows[0]) || len(row) > trees.MaxFeatures {
			panic(fmt.Sprintf("trees: row %d has %d features, row 0 has %d, at most %d are possible",
				i, len(row), len(d.Rows[0]), trees.MaxFeatures))
		}
		if y := d.Targets[i]; !(y >= 0 && y <= 1) {
			panic(fmt.Sprintf("trees: target %g of row %d, it must be from 0 to 1", y, i))
		}
	}
}

// Calibrate fits a logistic regression of what is right on the logarithms of odds, by
// Newton's method.
func Calibrate(logOdds []float64, right []bool) claim.Calibration {
	a, b := 1.0, 0.0
	for range 20 {
		var ga, gb, haa, hab, hbb float64
		for i, x := range logOdds {
			p := 1 / (1 + math.Exp(-a*x-b))
			d := p
			if right[i] {
				d--
			}
			w := p * (1 - p)
			ga, gb = ga+d*x, gb+d
			haa, hab, hbb = haa+w*x*x, hab+w*x, hbb+w
		}
		det := haa*hbb - hab*hab
		a -= (hbb*ga - hab*gb) / det
		b -= (haa*gb - hab*ga) / det
	}
	return claim.Calibration{Slope: float32(a), Offset: float32(b)}
}
