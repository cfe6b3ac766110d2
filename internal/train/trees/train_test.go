package trees

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/trees"
)

// noisy returns rows of 8 random numbers up to 9 whose targets are drawn with the
// probability that prob gives.
func noisy(n int, seed uint64, prob func(row []uint8) float64) *Data {
	r := rand.New(rand.NewPCG(seed, 1))
	var d Data
	row := make([]uint8, 8)
	for range n {
		for f := range row {
			row[f] = uint8(r.IntN(10))
		}
		y := float32(0)
		if r.Float64() < prob(row) {
			y = 1
		}
		d.Add(row, y)
	}
	return &d
}

func xor(row []uint8) float64 {
	if (row[2] > 4) != (row[5] > 4) {
		return 1
	}
	return 0
}

// steps needs several trees.
func steps(row []uint8) float64 {
	return .05 + .1*float64(row[0]/2) + .1*float64(row[7]/5) + .04*float64(row[3])
}

func open(t testing.TB, file []byte, features int) *trees.Model {
	t.Helper()
	m, err := trees.New(string(file), features)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// loss returns the mean cross-entropy of targets and predictions.
func loss(d *Data, prob func(row []uint8) float64) float64 {
	sum := 0.0
	for i, row := range d.Rows {
		p, y := min(max(prob(row), 1e-9), 1-1e-9), float64(d.Targets[i])
		sum -= y*math.Log(p) + (1-y)*math.Log(1-p)
	}
	return sum / float64(len(d.Rows))
}

// TestLearns checks that rows not seen in training are judged better than by the
// mean, and nearly as well as by the probabilities that they were drawn with (250 steps of
// 5% do not reach the certainty of XOR).
func TestLearns(t *testing.T) {
	for _, tt := range []struct {
		name string
		prob func(row []uint8) float64
		most float64 // loss beyond the least possible
	}{
		{"XOR", xor, .1},
		{"noisy threshold", func(row []uint8) float64 {
			if row[3] > 6 {
				return .9
			}
			return .2
		}, .02},
		{"steps", steps, .02},
	} {
		d, test := noisy(4000, 1, tt.prob), noisy(4000, 2, tt.prob)
		m := open(t, Train(d, nil, Default()), 8)
		mean := 0.0
		for _, y := range d.Targets {
			mean += float64(y) / float64(len(d.Targets))
		}
		got := loss(test, func(row []uint8) float64 { return float64(m.Prob(row)) })
		byMean, least := loss(test, func([]uint8) float64 { return mean }), loss(test, tt.prob)
		t.Logf("%s: loss %.4f, by the mean %.4f, least %.4f", tt.name, got, byMean, least)
		if got > least+tt.most || got > byMean-.02 {
			t.Errorf("%s: loss %.4f, by the mean %.4f, least %.4f", tt.name, got, byMean, least)
		}
	}
}

// TestScores checks that the scores kept in training are those of the model, of rows
// that trees see and of others: else each tree would learn from wrong derivatives.
func TestScores(t *testing.T) {
	d := noisy(1000, 1, steps)
	o := Default()
	o.Trees = 30
	part := make([]int, len(d.Rows))
	for i := range part {
		part[i] = i
	}
	b := newBooster(d, part, o)
	head := trees.Head{Features: 8, Bias: b.start()}
	r := rand.New(rand.NewPCG(1, 2))
	var ensemble [][]trees.Node
	for range o.Trees {
		b.derive()
		seen, others := b.sample(r)
		if len(seen) < 600 || len(others) < 200 {
			t.Fatalf("%d rows seen, %d others", len(seen), len(others))
		}
		ensemble = append(ensemble, b.grow(seen, others, b.features(r)))
	}
	m := open(t, trees.AppendFile(nil, head, ensemble), 8)
	for i, row := range d.Rows {
		if got, want := b.score[i], float64(m.Score(row)); math.Abs(got-want) > 1e-5 {
			t.Fatalf("row %d: score %g in training, %g of the model", i, got, want)
		}
	}
}

// reach returns the rows that reach each node of a tree.
func reach(d *Data, tree []trees.Node) [][]int {
	at := make([][]int, len(tree))
	for i := range d.Rows {
		at[0] = append(at[0], i)
	}
	for k, n := range tree {
		if n.Low == 0 {
			continue
		}
		for _, i := range at[k] {
			to := n.Low
			if d.Rows[i][n.Feature] > n.Threshold {
				to++
			}
			at[to] = append(at[to], i)
		}
	}
	return at
}

// whole grows one tree on all rows and features.
func whole(d *Data, o Options) []trees.Node {
	part := make([]int, len(d.Rows))
	rows := make([]int32, len(d.Rows))
	for i := range part {
		part[i], rows[i] = i, int32(i)
	}
	b := newBooster(d, part, o)
	b.start()
	b.derive()
	o.Features = 1
	b.o = o
	return b.grow(rows, nil, b.features(rand.New(rand.NewPCG(1, 1))))
}

// TestSplits compares a tree with what the definitions say, computed without
// histograms: each inner node has the best of all splits, each leaf of the tree, had
// it been split, would have gained less, and its score is Newton's step.
func TestSplits(t *testing.T) {
	d := noisy(300, 1, steps)
	mean := 0.0
	for _, y := range d.Targets {
		mean += float64(y) / float64(len(d.Targets))
	}
	o := Options{Leaves: 12, Rate: .3, MinRows: 10, L2: 2, Rows: 1, Features: 1}
	tree := whole(d, o)
	g := func(rows []int) (g, h float64) {
		for _, i := range rows {
			g += mean - float64(d.Targets[i])
			h += mean * (1 - mean)
		}
		return g, h
	}
	fall := func(rows []int) float64 { g, h := g(rows); return g * g / (h + o.L2) }
	gain := func(rows []int, f, x uint8) float64 {
		var low, high []int
		for _, i := range rows {
			if d.Rows[i][f] <= x {
				low = append(low, i)
			} else {
				high = append(high, i)
			}
		}
		if len(low) < o.MinRows || len(high) < o.MinRows {
			return 0
		}
		return fall(low) + fall(high) - fall(rows)
	}
	best := func(rows []int) (most float64) {
		for f := range uint8(8) {
			for x := range uint8(9) {
				most = max(most, gain(rows, f, x))
			}
		}
		return most
	}
	at := reach(d, tree)
	last := 0.0 // gain of the last split, which was chosen among all leaves that are left
	for k, n := range tree {
		if n.Low == 0 {
			g, h := g(at[k])
			if want := -o.Rate * g / (h + o.L2); math.Abs(float64(n.Score)-want) > 1e-5 {
				t.Errorf("leaf %d: score %g, want %g", k, n.Score, want)
			}
			continue
		}
		got := gain(at[k], n.Feature, n.Threshold)
		if most := best(at[k]); math.Abs(got-most) > 1e-6 {
			t.Errorf("node %d: split of gain %g, the best has %g", k, got, most)
		}
		if int(n.Low) == len(tree)-2 {
			last = got
		}
	}
	for k, n := range tree[:len(tree)-2] {
		if n.Low == 0 && best(at[k]) > last+1e-6 {
			t.Errorf("leaf %d would have gained %g, the last split gained %g", k, best(at[k]), last)
		}
	}
	if len(tree) != 2*o.Leaves-1 {
		t.Errorf("%d nodes", len(tree))
	}
}

// TestLimits checks that no tree has more leaves than Leaves, nor a leaf fewer rows
// than MinRows, and that nodes can be numbered up to the largest tree.
func TestLimits(t *testing.T) {
	d := noisy(3000, 1, steps)
	for _, leaves := range []int{1, 2, 3, 15, trees.MaxLeaves} {
		for _, minRows := range []int{1, 7, 40, 1500, 1501, 5000} {
			o := Default()
			o.Leaves, o.MinRows = leaves, minRows
			tree := whole(d, o)
			n := 0
			at := reach(d, tree)
			for k := range tree {
				if tree[k].Low != 0 {
					continue
				}
				n++
				if len(at[k]) < minRows && len(tree) > 1 {
					t.Errorf("%d leaves, %d rows: a leaf has %d rows", leaves, minRows, len(at[k]))
				}
			}
			full := minRows <= 7 || minRows == 40 && leaves <= 15
			if n > leaves || full && n != leaves || minRows > 1500 && n != 1 {
				t.Errorf("%d leaves, %d rows: %d leaves", leaves, minRows, n)
			}
			if len(tree) != 2*n-1 {
				t.Errorf("%d leaves, %d rows: %d nodes", leaves, minRows, len(tree))
			}
			open(t, trees.AppendFile(nil, trees.Head{Features: 8}, [][]trees.Node{tree}), 8)
		}
	}
}

// TestMinRows checks that a split which leaves both sides just MinRows rows is made.
func TestMinRows(t *testing.T) {
	for _, ones := range []int{9, 10, 11} { // of 20 rows, at either end
		var d Data
		for i := range 20 {
			x := uint8(0)
			if i < ones {
				x = 1
			}
			d.Add([]uint8{x}, float32(x))
		}
		for minRows := 8; minRows <= 11; minRows++ {
			nodes := 1
			if min(ones, 20-ones) >= minRows {
				nodes = 3
			}
			if tree := whole(&d, Options{Leaves: 4, Rate: 1, MinRows: minRows, Rows: 1, Features: 1}); len(tree) != nodes {
				t.Errorf("%d of 20 rows, at least %d: %d nodes, want %d", ones, minRows, len(tree), nodes)
			}
		}
	}
}

// TestTies checks that of features that say the same, be it the other way round, the
// first is taken.
func TestTies(t *testing.T) {
	var d Data
	for i := range 100 {
		x := uint8(i % 3)
		d.Add([]uint8{0, x, 2 - x, x, 2 - x, 3 * x}, float32(x/2))
	}
	tree := whole(&d, Options{Leaves: 2, Rate: 1, MinRows: 1, Rows: 1, Features: 1})
	if n := tree[0]; n.Feature != 1 || n.Threshold != 1 {
		t.Errorf("feature %d, threshold %d", n.Feature, n.Threshold)
	}
}

// TestWide checks that all features and values up to the last can be learned from.
func TestWide(t *testing.T) {
	var d Data
	r := rand.New(rand.NewPCG(1, 1))
	row := make([]uint8, trees.MaxFeatures)
	for i := range 400 {
		for f := range row {
			row[f] = uint8(r.IntN(256))
		}
		row[255] = uint8(254 + i%2)
		d.Add(row, float32(i%2))
	}
	o := Default()
	o.Trees, o.Features = 50, 1
	m := open(t, Train(&d, nil, o), trees.MaxFeatures)
	for i, row := range d.Rows {
		if p := m.Prob(row); (p > .5) != (i%2 == 1) {
			t.Fatalf("row %d: probability %g", i, p)
		}
	}
}

func TestDeterministic(t *testing.T) {
	d := noisy(800, 1, steps)
	o := Default()
	o.Trees = 20
	first := Train(d, nil, o)
	if !bytes.Equal(first, Train(d, nil, o)) {
		t.Error("the same data and options give other bytes")
	}
	if !strings.HasPrefix(string(first), trees.Magic+"\x00") {
		t.Errorf("the file begins %q", first[:40])
	}
	o.Seed++
	if bytes.Equal(first, Train(d, nil, o)) {
		t.Error("the seed does not matter")
	}
}

// TestPart checks that training on a part is training on data of these rows alone,
// and that a row named twice is two rows.
func TestPart(t *testing.T) {
	d := noisy(900, 1, steps)
	o := Default()
	o.Trees = 20
	var part []int
	var alone Data
	for i := range d.Rows {
		for range i % 3 {
			part = append(part, i)
			alone.Add(d.Rows[i], d.Targets[i])
		}
	}
	if !bytes.Equal(Train(d, part, o), Train(&alone, nil, o)) {
		t.Error("rows outside the part matter")
	}
	if bytes.Equal(Train(d, part, o), Train(d, nil, o)) {
		t.Error("the part does not matter")
	}
}

// TestAdd checks that the row may be used again.
func TestAdd(t *testing.T) {
	var d Data
	row := []uint8{1, 2}
	d.Add(row, .5)
	row[0] = 9
	if !slices.Equal(d.Rows[0], []uint8{1, 2}) {
		t.Errorf("row %d", d.Rows[0])
	}
}

// TestLittle trains where there is little or nothing to learn from.
func TestLittle(t *testing.T) {
	rows := func(n, width int, target float32) *Data {
		var d Data
		for range n {
			d.Add(make([]uint8, width), target)
		}
		return &d
	}
	few := Default()
	few.Rows, few.Trees = .001, 20 // most trees see no rows
	few.L2 = 0
	none := Default()
	none.Trees = 0
	for _, tt := range []struct {
		name  string
		d     *Data
		part  []int
		o     Options
		width int
		want  float32
	}{
		{"no data", &Data{}, nil, Default(), 0, .5},
		{"no rows in the part", rows(5, 3, 1), []int{}, Default(), 3, .5},
		{"one row", rows(1, 3, .25), nil, Default(), 3, .25},
		{"rows without features", rows(100, 0, .25), nil, Default(), 0, .25},
		{"rows that are all the same", rows(1000, 3, .25), nil, Default(), 3, .25},
		{"never", rows(1000, 3, 0), nil, Default(), 3, 0},
		{"always", rows(1000, 3, 1), nil, Default(), 3, 1},
		{"no rows in the sample", rows(100, 3, .25), nil, few, 3, .25},
		{"no trees", rows(100, 3, .75), nil, none, 3, .75},
	} {
		m := open(t, Train(tt.d, tt.part, tt.o), tt.width)
		if got := m.Prob(make([]uint8, tt.width)); math.Abs(float64(got-tt.want)) > 1e-5 {
			t.Errorf("%s: probability %g, want %g", tt.name, got, tt.want)
		}
	}
}

func TestPanics(t *testing.T) {
	nan := math.NaN()
	panics := func(name, want string, d *Data, part []int, o Options) {
		t.Helper()
		defer func() {
			if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
				t.Errorf("%s: panics with %s", name, got)
			}
		}()
		Train(d, part, o)
	}
	ok := &Data{Rows: [][]uint8{{1}, {2}}, Targets: []float32{0, 1}}
	o := Default()
	panics("targets", "1 rows and 0 targets", &Data{Rows: [][]uint8{{1}}}, nil, o)
	panics("lengths", "row 1 has 2 features", &Data{Rows: [][]uint8{{1}, {1, 2}}, Targets: []float32{0, 1}}, nil, o)
	panics("length", "257 features", &Data{Rows: [][]uint8{make([]uint8, 257)}, Targets: []float32{0}}, nil, o)
	panics("target", "target NaN of row 1", &Data{Rows: [][]uint8{{1}, {1}}, Targets: []float32{0, float32(nan)}}, nil, o)
	panics("target", "target 1.5 of row 0", &Data{Rows: [][]uint8{{1}}, Targets: []float32{1.5}}, nil, o)
	panics("part", "out of range", ok, []int{2}, o)
}

func BenchmarkTrain(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	var d Data
	row := make([]uint8, 80)
	for range 10000 {
		odds := 0.0
		for f := range row {
			row[f] = uint8(r.IntN([]int{2, 8, 60, 256}[f%4]))
			if f < 40 && row[f] > uint8(f) {
				odds += float64(f%5) - 1.9
			}
		}
		y := float32(0)
		if r.Float64() < 1/(1+math.Exp(-odds)) {
			y = 1
		}
		d.Add(row, y)
	}
	for b.Loop() {
		Train(&d, nil, Default())
	}
}

// Of each group the row with the largest first feature is right, whatever that is: rows by
// themselves do not tell.
func TestGroups(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	d := &Data{}
	for group := range 400 {
		rows, best := [][]uint8{}, 0
		for i := range 2 + r.IntN(4) {
			rows = append(rows, []uint8{uint8(r.IntN(200)), uint8(r.IntN(200))})
			if rows[i][0] > rows[best][0] {
				best = i
			}
		}
		for i, row := range rows {
			y := float32(0)
			if i == best {
				y = 1
			}
			d.AddTo(group, row, y)
		}
	}
	o := Default()
	o.Features = 1
	m, err := trees.New(string(Train(d, nil, o)), 2)
	if err != nil {
		t.Fatal(err)
	}
	right, groups := 0, 0
	for i := 0; i < len(d.Rows); {
		best := i
		for group := d.Groups[i]; i < len(d.Rows) && d.Groups[i] == group; i++ {
			if m.Score(d.Rows[i]) > m.Score(d.Rows[best]) {
				best = i
			}
		}
		groups++
		if d.Targets[best] == 1 {
			right++
		}
	}
	if right*100 < groups*95 {
		t.Errorf("%d of %d groups have the right row first", right, groups)
	}
}

// TestCalibrate checks that the slope and offset by which examples were drawn are found.
func TestCalibrate(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var odds []float64
	var right []bool
	for range 20000 {
		x := r.NormFloat64() * 2
		odds = append(odds, x)
		right = append(right, r.Float64() < 1/(1+math.Exp(-1.3*x-.4)))
	}
	c := Calibrate(odds, right)
	if math.Abs(float64(c.Slope)-1.3) > .1 || math.Abs(float64(c.Offset)-.4) > .1 {
		t.Errorf("slope %.2f, offset %.2f; want 1.3 and 0.4", c.Slope, c.Offset)
	}
}
