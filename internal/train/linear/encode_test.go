package linear

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/linear"
)

// randomWeights has n features with the weights of 1 to 64 draws of k labels,
// heavy-tailed as trained ones are.
func randomWeights(r *rand.Rand, n, k int) *Weights { return weightsOf(r, n, k, 6) }

// weightsOf draws up to 2^most labels for each feature.
func weightsOf(r *rand.Rand, n, k, most int) *Weights {
	w := &Weights{Labels: names(k), Decoding: linear.Independent, Chain: Free(k)}
	for i := range n {
		w.Features = append(w.Features, linear.Feature(hash.Seed(uint64(i))))
		row := make([]float32, k)
		for range 1 + r.IntN(1<<(1+r.IntN(most))) {
			row[r.IntN(k)] = float32(r.NormFloat64() * math.Exp(r.NormFloat64()))
		}
		w.Values = append(w.Values, row...)
	}
	return w
}

// logits returns the scores of a position with one feature, up to a constant,
// out of a file.
func logits(m *linear.Model, d *linear.Decoder, f linear.Feature) []float64 {
	var s linear.Sequence
	s.Begin(0)
	s.Add(f)
	l := d.Marginals(m, &s)
	var all []float64
	for y := range m.Labels() {
		all = append(all, math.Log(l.Prob(0, linear.Label(y))))
	}
	return all
}

// TestQuantisation reads each weight back out of the file and holds its error
// to what the layout promises.
func TestQuantisation(t *testing.T) {
	type test struct{ k, most int }
	tests := []test{{64, 12}} // all labels: the longest way from a base to a place
	for _, k := range []int{1, 2, 7, 8, 9, 17, 60, 64} {
		tests = append(tests, test{k, 6})
	}
	for _, c := range tests {
		k := c.k
		r := rand.New(rand.NewPCG(1, uint64(k)))
		w := weightsOf(r, 3000, k, c.most)
		file, report, err := w.Encode(Packing{})
		if err != nil {
			t.Fatal(err)
		}
		m, err := linear.New(string(file), 0)
		if err != nil {
			t.Fatal(err)
		}
		if report.Unit != m.Scale() {
			t.Errorf("%d labels: unit %v, scale %v", k, report.Unit, m.Scale())
		}
		// A code is wrong by half a step at most, and a step at v is about
		// 2 sqrt(v unit); a dense row by half its step.
		most := largest(w.Values)
		dense := report.DenseStep / 2
		bound := func(v float64) float64 {
			return 1.001*max(math.Sqrt(math.Abs(v)*report.Unit)+report.Unit, dense) + 1e-6
		}
		if report.MaxError > math.Sqrt(most*report.Unit)+report.Unit+dense {
			t.Errorf("%d labels: largest error %v", k, report.MaxError)
		}
		var d linear.Decoder
		for n, f := range w.Features {
			row := w.Values[n*k : (n+1)*k]
			got := logits(m, &d, f)
			for y := 1; y < k; y++ {
				diff := (got[y] - got[0]) - float64(row[y]-row[0])
				if math.Abs(diff) > bound(float64(row[y]))+bound(float64(row[0])) {
					t.Fatalf("%d labels, feature %d: weights %v and %v differ by %v in the file", k, n, row[0], row[y], got[y]-got[0])
				}
			}
		}
	}
}

// TestPlaces packs cells that are as long as can be and none of them a dense row or
// of a set that others share, which their places must have room for.
func TestPlaces(t *testing.T) {
	const k, n = 64, 2000
	r := rand.New(rand.NewPCG(1, 2))
	w := &Weights{Labels: names(k), Chain: Free(k)}
	var cells []cell
	var features []linear.Feature
	for i := range n {
		f := linear.Feature(hash.Seed(uint64(i)))
		w.Features = append(w.Features, f)
		c := cell{row: int32(i), labels: r.Uint64() | r.Uint64()}
		for range k {
			w.Values = append(w.Values, 1)
		}
		cells, features = append(cells, c), append(features, f)
	}
	hash := newPerfect(features)
	for i, f := range features {
		cells[i].slot = hash.slot(f)
	}
	slices.SortFunc(cells, func(a, b cell) int { return a.slot - b.slot })
	h := &linear.Head{Labels: w.Labels}
	numbers := chooseSets(cells, h)
	table := w.table(cells, hash, numbers, h.Sets, 1, &Report{Unit: 1})
	for i, base := range table.Bases[1:] {
		if length := int(base - table.Bases[i]); length > 1<<linear.PlaceBits {
			t.Fatalf("block %d has %d bytes", i, length)
		}
	}
	if len(table.Codes) < n*40 {
		t.Errorf("only %d bytes of codes", len(table.Codes))
	}
}

// TestManyRows adds up more rows than the lanes of dense rows can hold.
func TestManyRows(t *testing.T) {
	const k, n = 9, 1500
	w := &Weights{Labels: names(k), Chain: Free(k)}
	want := make([]float64, k)
	for i := range n {
		w.Features = append(w.Features, linear.Feature(hash.Seed(uint64(i))))
		for y := range k {
			v := float32(y+1) / 1000 // the sums go up to 13.5
			w.Values = append(w.Values, v)
			want[y] += float64(v)
		}
	}
	m := openWeights(t, w, Packing{})
	var s linear.Sequence
	s.Begin(0)
	for _, f := range w.Features {
		s.Add(f)
	}
	var d linear.Decoder
	l := d.Marginals(m, &s)
	for y := range linear.Label(k) {
		got := math.Log(l.Prob(0, y)) - math.Log(l.Prob(0, 0))
		if diff := want[y] - want[0]; math.Abs(got-diff) > 0.01*math.Abs(diff)+0.01 {
			t.Errorf("label %d: %v, want %v", y, got, diff)
		}
	}
}

// TestUnknown counts the unknown features that are taken for known ones.
func TestUnknown(t *testing.T) {
	w := randomWeights(rand.New(rand.NewPCG(3, 4)), 20000, 9)
	file, report, err := w.Encode(Packing{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := linear.New(string(file), 0)
	if err != nil {
		t.Fatal(err)
	}
	const n = 400_000
	hits := 0
	var d linear.Decoder
	for i := range n {
		l := logits(m, &d, linear.Feature(hash.Seed(uint64(1_000_000+i))))
		for _, v := range l {
			if math.Abs(v-l[0]) > 1e-12 {
				hits++
				break
			}
		}
	}
	if want := report.FalseHit * n; float64(hits) > want+4*math.Sqrt(want)+1 {
		t.Errorf("%d of %d unknown features have weights, %.1f are expected", hits, n, want)
	}
}

func TestPrune(t *testing.T) {
	w := randomWeights(rand.New(rand.NewPCG(5, 6)), 5000, 12)
	whole, _, err := w.Encode(Packing{})
	if err != nil {
		t.Fatal(err)
	}
	file, report, err := w.Encode(Packing{MaxBytes: len(whole) / 2})
	if err != nil {
		t.Fatal(err)
	}
	if len(file) > len(whole)/2 || len(file) < len(whole)*2/5 || report.Bytes != len(file) || report.Prune == 0 {
		t.Errorf("%d of %d bytes, report %v", len(file), len(whole), report)
	}
	m, err := linear.New(string(file), 0)
	if err != nil {
		t.Fatal(err)
	}
	var d linear.Decoder
	gone := 0
	for n, f := range w.Features {
		most := 0.0
		for _, v := range w.Values[n*12 : (n+1)*12] {
			most = max(most, math.Abs(float64(v)))
		}
		l := logits(m, &d, f)
		flat := true
		for _, v := range l {
			flat = flat && math.Abs(v-l[0]) < 1e-12
		}
		if flat {
			gone++
		}
		if flat != (most < report.Prune) && math.Abs(most-report.Prune) > 1e-3 {
			t.Fatalf("feature %d, largest weight %v: left out %v, threshold %v", n, most, flat, report.Prune)
		}
	}
	if gone == 0 {
		t.Error("no feature is left out")
	}
	if _, _, err := w.Encode(Packing{MaxBytes: 10}); err == nil {
		t.Error("no error for a file of 10 bytes")
	}
	w.Values[7] = float32(math.NaN())
	if _, _, err := w.Encode(Packing{}); err == nil {
		t.Error("no error for a weight that is no number")
	}
}

// TestPerfect checks that each feature has a slot of its own.
func TestPerfect(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 10, 100, 5000, 50000} {
		var features []linear.Feature
		for i := range n {
			features = append(features, linear.Feature(hash.Seed(uint64(i))))
		}
		p := newPerfect(features)
		if n > 1000 && float64(p.slots) > 1.05*float64(n) {
			t.Errorf("%d slots for %d features", p.slots, n)
		}
		seen := make(map[int]bool)
		for _, f := range features {
			s := p.slot(f)
			if s < 0 || s >= p.slots || seen[s] {
				t.Fatalf("%d features: slot %d of %d is taken", n, s, p.slots)
			}
			seen[s] = true
		}
	}
}

// TestMean checks that each weight is the mean of those of the trainings, and that
// different models have none.
func TestMean(t *testing.T) {
	d := randomData(t, rand.New(rand.NewPCG(1, 2)), 30, 4, 20, false)
	var trained []*Weights
	for seed := range uint64(3) {
		w, err := Perceptron(d, nil, Options{Decoding: linear.Viterbi, Epochs: 2, Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		trained = append(trained, w)
	}
	mean, err := Mean(trained)
	if err != nil {
		t.Fatal(err)
	}
	differ := false
	for i, v := range mean.Values {
		a, b, c := trained[0].Values[i], trained[1].Values[i], trained[2].Values[i]
		differ = differ || a != b
		if want := (a + b + c) / 3; v-want > 1e-4 || want-v > 1e-4 {
			t.Fatalf("weight %d: %v, want %v", i, v, want)
		}
	}
	if !differ {
		t.Error("the trainings are the same")
	}
	for i, v := range mean.Pairs {
		want := (trained[0].Pairs[i] + trained[1].Pairs[i] + trained[2].Pairs[i]) / 3
		if d := v - want; d > 1e-3*max(1, -want) || -d > 1e-3*max(1, -want) {
			t.Fatalf("pair %d: %v, want %v", i, v, want)
		}
	}
	other, err := Perceptron(randomData(t, rand.New(rand.NewPCG(3, 4)), 30, 4, 20, false), nil, Options{Decoding: linear.Viterbi, Epochs: 1})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Mean([]*Weights{trained[0], other}); err == nil {
		t.Error("the mean of different models has no error")
	}
	if _, err := Mean(nil); err == nil {
		t.Error("the mean of nothing has no error")
	}
}
