package linear

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/linear"
)

// randomData has n sequences of random features, history features and labels,
// some of them with some labels only.
func randomData(t testing.TB, r *rand.Rand, n, k, features int, history bool) *Data {
	t.Helper()
	d, err := NewData(names(k)...)
	if err != nil {
		t.Fatal(err)
	}
	var s linear.Sequence
	for range n {
		s.Reset()
		var gold []linear.Label
		for range 1 + r.IntN(5) {
			y := linear.Label(r.IntN(k))
			allowed := uint64(0)
			if r.IntN(3) == 0 {
				allowed = r.Uint64() | 1<<y
			}
			s.Begin(allowed)
			for range 1 + r.IntN(4) {
				s.Add(linear.Feature(hash.Seed(r.Uint64N(uint64(features)))))
			}
			if history {
				s.AddHistory(linear.History{Base: hash.Seed(1000 + r.Uint64N(3)), Asks: 1})
			}
			gold = append(gold, y)
		}
		if err := d.Add(&s, gold); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func names(k int) []string {
	var all []string
	for y := range k {
		all = append(all, fmt.Sprint("label", y))
	}
	return all
}

// TestGradient compares the gradient of the CRF with differences of its loss.
func TestGradient(t *testing.T) {
	for _, o := range []Options{
		{Decoding: linear.Independent, Epochs: 1},
		{Decoding: linear.Viterbi, Epochs: 1},
	} {
		r := rand.New(rand.NewPCG(1, 2))
		d := randomData(t, r, 20, 4, 12, false)
		p, err := newProblem(d, nil, &o)
		if err != nil {
			t.Fatal(err)
		}
		m := newCRF(p, &o)
		// Multiples of 1/1024, so that differences of float32 are exact.
		grain := func() float64 { return float64(r.IntN(2048)-1024) / 1024 }
		for i := range m.w {
			m.w[i] = float32(grain())
		}
		chain := [][]float64{}
		if m.pairs != nil {
			chain = [][]float64{m.pairs.Scores, m.first, m.last}
		}
		for _, scores := range chain {
			for i := range scores {
				scores[i] = grain()
			}
		}
		ignore := func(int32, []float64) {}
		loss := func() (sum float64) {
			for _, q := range p.sequences {
				sum += m.gradient(q, ignore)
			}
			return sum
		}
		want := make([]float64, len(m.w))
		wantChain := [][]float64{make([]float64, p.k*p.k), make([]float64, p.k), make([]float64, p.k)}
		for _, q := range p.sequences {
			m.gradient(q, func(row int32, d []float64) {
				for y, v := range d {
					want[int(row)*p.k+y] += v
				}
			})
			if m.pairs != nil {
				addTo(wantChain[0], m.slope.pairs)
				addTo(wantChain[1], m.slope.first)
				addTo(wantChain[2], m.slope.last)
			}
		}
		const h = 1.0 / 256
		check := func(name string, i int, got, want float64) {
			t.Helper()
			if math.Abs(got-want) > 1e-4*(1+math.Abs(want)) {
				t.Fatalf("decoding %d: derivative of %s %d is %v, differences say %v", o.Decoding, name, i, want, got)
			}
		}
		nonzero := 0
		for i, w := range m.w {
			m.w[i] = w + h
			up := loss()
			m.w[i] = w - h
			down := loss()
			m.w[i] = w
			check("weight", i, (up-down)/(2*h), want[i])
			if want[i] != 0 {
				nonzero++
			}
		}
		for n, scores := range chain {
			for i, w := range scores {
				scores[i] = w + h
				up := loss()
				scores[i] = w - h
				down := loss()
				scores[i] = w
				check("chain", i, (up-down)/(2*h), wantChain[n][i])
			}
		}
		if nonzero < len(m.w)/2 {
			t.Errorf("only %d of %d derivatives are not 0", nonzero, len(m.w))
		}
	}
}

// TestOptimum trains logistic regressions that have a solution in closed form:
// features that stand alone, each with label 1 at some of its positions. One is
// frequent, one rare, so that its penalty comes due late. With a penalty the
// optimum is where the derivative is 0.
func TestOptimum(t *testing.T) {
	d, err := NewData("no", "yes")
	if err != nil {
		t.Fatal(err)
	}
	var s linear.Sequence
	add := func(f linear.Feature, y linear.Label) {
		s.Reset()
		s.Begin(0)
		s.Add(f)
		if err := d.Add(&s, []linear.Label{y}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 40 {
		add(7, linear.Label(min(i%4, 1)))
		if i%10 == 0 {
			add(9, linear.Label(min(i, 1)))
		}
	}
	for _, l2 := range []float64{0, 0.5} {
		w, err := CRF(d, nil, Options{Decoding: linear.Independent, Epochs: 4000, L2: l2})
		if err != nil {
			t.Fatal(err)
		}
		for row, yes := range []float64{30, 3} {
			no := yes / 3
			// By symmetry the weights are -v and v, v ≥ 0, and minimise
			// -yes log p - no log (1-p) + l2 v², p = 1/(1+e^-2v).
			best, at := math.Inf(1), 0.0
			for v := 0.0; v < 2; v += 1e-4 {
				p := 1 / (1 + math.Exp(-2*v))
				if loss := -yes*math.Log(p) - no*math.Log(1-p) + l2*v*v; loss < best {
					best, at = loss, v
				}
			}
			got := float64(w.Values[2*row+1]-w.Values[2*row]) / 2
			if math.Abs(got-at) > 0.02 {
				t.Errorf("L2 %v, %v positions: weight %v, want %v", l2, yes+no, got, at)
			}
		}
	}
}

// TestChainPenalty does the same for the scores of the chain:
// those of start and end are all that sequences of one position without features
// have.
func TestChainPenalty(t *testing.T) {
	d, err := NewData("no", "yes")
	if err != nil {
		t.Fatal(err)
	}
	var s linear.Sequence
	s.Begin(0)
	for i := range 40 {
		if err := d.Add(&s, []linear.Label{linear.Label(min(i%4, 1))}); err != nil {
			t.Fatal(err)
		}
	}
	w, err := CRF(d, nil, Options{Decoding: linear.Viterbi, Epochs: 2000, L2: 5})
	if err != nil {
		t.Fatal(err)
	}
	// Start and end share the score, v each: p = 1/(1+e^-4v), with penalty 2 L2 v².
	best, at := math.Inf(1), 0.0
	for v := 0.0; v < 1; v += 1e-4 {
		p := 1 / (1 + math.Exp(-4*v))
		if loss := -30*math.Log(p) - 10*math.Log(1-p) + 2*5*v*v; loss < best {
			best, at = loss, v
		}
	}
	for name, scores := range map[string][]float64{"start": w.Pairs[4:], "end": w.Last} {
		if got := (scores[1] - scores[0]) / 2; math.Abs(got-at) > 0.02 {
			t.Errorf("%s: score %v, want %v", name, got, at)
		}
	}
}

// TestNotAllowed checks that gold labels that are not allowed are learned all
// the same, or, where another label is decided on, taken as given.
func TestNotAllowed(t *testing.T) {
	d, err := NewData("a", "b", "c")
	if err != nil {
		t.Fatal(err)
	}
	var s linear.Sequence
	s.Begin(1<<0 | 1<<1)
	s.Add(1)
	s.Begin(1 << 0)
	s.Add(2)
	gold := []linear.Label{2, 2}
	if err := d.Add(&s, gold); err != nil {
		t.Fatal(err)
	}
	right := 0
	w, err := Perceptron(d, nil, Options{Decoding: linear.Viterbi, Epochs: 5, Progress: func(p Progress) { right = p.Right }})
	if err != nil {
		t.Fatal(err)
	}
	if right != 2 || w.Values[2] <= w.Values[0] || w.Values[3] != 0 || w.Values[5] != 0 {
		t.Errorf("%d of 2 labels right in training, weights %v", right, w.Values)
	}
	d.sequence(0, &s)
	if s.Allowed(0) != 3 || s.Allowed(1) != 1 {
		t.Errorf("allowed are %b and %b", s.Allowed(0), s.Allowed(1))
	}
}

// TestChain trains models for which the label before is all there is to learn from.
func TestChain(t *testing.T) {
	for name, fit := range map[string]func(*Data, []int, Options) (*Weights, error){"perceptron": Perceptron, "crf": CRF} {
		d, err := NewData(names(3)...)
		if err != nil {
			t.Fatal(err)
		}
		var s linear.Sequence
		var gold []linear.Label
		for n := range 40 {
			s.Reset()
			gold = gold[:0]
			for i := range 4 + n%5 {
				s.Begin(0)
				s.Add(1)
				gold = append(gold, linear.Label((n+i)%3))
				if i == 0 {
					s.Add(linear.Feature(100 + n%3)) // tells the first label
				}
			}
			if err := d.Add(&s, gold); err != nil {
				t.Fatal(err)
			}
		}
		w, err := fit(d, nil, Options{Decoding: linear.Viterbi, Epochs: 10})
		if err != nil {
			t.Fatal(err)
		}
		m := openWeights(t, w, Packing{})
		var decoder linear.Decoder
		for n := range d.Len() {
			d.sequence(n, &s)
			if got, want := decoder.Decode(m, &s, nil), d.gold(n, nil); !slices.Equal(got, want) {
				t.Fatalf("%s: labels %d, want %d", name, got, want)
			}
		}
	}
}

// TestEnds checks that files keep the scores of start and end: here they are all
// there is to learn from.
func TestEnds(t *testing.T) {
	for name, fit := range map[string]func(*Data, []int, Options) (*Weights, error){"perceptron": Perceptron, "crf": CRF} {
		d, err := NewData("inside", "end", "start")
		if err != nil {
			t.Fatal(err)
		}
		var s linear.Sequence
		for n := range 20 {
			s.Reset()
			gold := make([]linear.Label, 3+n%4)
			for range gold {
				s.Begin(0)
			}
			gold[0], gold[len(gold)-1] = 2, 1
			if err := d.Add(&s, gold); err != nil {
				t.Fatal(err)
			}
		}
		w, err := fit(d, nil, Options{Decoding: linear.Viterbi, Epochs: 30})
		if err != nil {
			t.Fatal(err)
		}
		m := openWeights(t, w, Packing{})
		var decoder linear.Decoder
		for n := range d.Len() {
			d.sequence(n, &s)
			if got, want := decoder.Decode(m, &s, nil), d.gold(n, nil); !slices.Equal(got, want) {
				t.Errorf("%s: labels %d, want %d", name, got, want)
			}
		}
	}
}

// TestDeterministic checks that two runs give the same bytes, and another seed
// others.
func TestDeterministic(t *testing.T) {
	fits := map[string]func(*Data, []int, Options) (*Weights, error){"perceptron": Perceptron, "crf": CRF}
	for name, fit := range fits {
		encode := func(seed uint64, used bool) []byte {
			d := randomData(t, rand.New(rand.NewPCG(3, 4)), 100, 5, 200, false)
			o := Options{Decoding: linear.Viterbi, Epochs: 3, Seed: seed}
			if used { // data that has been trained with must not have changed
				if _, err := fit(d, []int{5, 3, 8}, o); err != nil {
					t.Fatal(err)
				}
			}
			w, err := fit(d, nil, o)
			if err != nil {
				t.Fatal(err)
			}
			file, _, err := w.Encode(Packing{})
			if err != nil {
				t.Fatal(err)
			}
			return file
		}
		first := encode(1, false)
		if !bytes.Equal(first, encode(1, false)) || !bytes.Equal(first, encode(1, true)) {
			t.Errorf("%s: two runs give different files", name)
		}
		if bytes.Equal(first, encode(2, false)) {
			t.Errorf("%s: the seed does not matter", name)
		}
	}
}

// TestAverage compares the averaged weights with a sum over all steps, kept
// plainly.
func TestAverage(t *testing.T) {
	d, err := NewData("a", "b")
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(5, 6))
	var s linear.Sequence
	const n, epochs = 20, 3
	var features [][]int
	var gold []linear.Label
	for i := range n {
		s.Reset()
		s.Begin(0)
		// A feature of its own first: it keeps the sequences apart below.
		fs := []int{i, n + r.IntN(4), n + 4 + r.IntN(4)}
		for _, f := range fs {
			s.Add(linear.Feature(hash.Seed(uint64(f))))
		}
		features, gold = append(features, fs), append(gold, linear.Label(r.IntN(2)))
		if err := d.Add(&s, gold[i:]); err != nil {
			t.Fatal(err)
		}
	}
	o := Options{Decoding: linear.Independent, Epochs: epochs, Seed: 7}
	w, err := Perceptron(d, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	p, err := newProblem(d, nil, &o)
	if err != nil {
		t.Fatal(err)
	}
	order := rand.New(rand.NewPCG(o.Seed, 1))
	weights, sum := make([][2]float64, n+8), make([][2]float64, n+8)
	for range epochs {
		p.shuffle(order)
		for _, q := range p.sequences {
			i := q.first // sequences have one position
			var score [2]float64
			for _, f := range features[i] {
				score[0] += weights[f][0]
				score[1] += weights[f][1]
			}
			guess := linear.Label(0)
			if score[1] > score[0] {
				guess = 1
			}
			if guess != gold[i] {
				for _, f := range features[i] {
					weights[f][gold[i]]++
					weights[f][guess]--
				}
			}
			for f := range sum {
				sum[f][0] += weights[f][0]
				sum[f][1] += weights[f][1]
			}
		}
	}
	for f := range sum {
		row := slices.Index(w.Features, linear.Feature(hash.Seed(uint64(f))))
		if row < 0 {
			continue // no position has drawn it
		}
		for y := range 2 {
			want := sum[f][y] / (n * epochs)
			if got := float64(w.Values[2*row+y]); math.Abs(got-want) > 1e-5 {
				t.Errorf("feature %d, label %d: %v, want %v", f, y, got, want)
			}
		}
	}
}

func TestMinCount(t *testing.T) {
	d, err := NewData("a", "b")
	if err != nil {
		t.Fatal(err)
	}
	var s linear.Sequence
	for i := range 3 {
		s.Reset()
		for j := range 2 {
			s.Begin(0)
			s.Add(1)                                                       // 6 times
			s.Add(linear.Feature(2 + i))                                   // twice each
			s.Add(linear.Feature(100 + 2*i + j))                           // once each
			s.AddHistory(linear.History{Base: 200, Asks: 1})               // start 3 times, a 3 times
			s.AddHistory(linear.History{Base: 300 + hash.Sum(i), Asks: 0}) // twice each
		}
		if err := d.Add(&s, []linear.Label{0, 1}); err != nil {
			t.Fatal(err)
		}
	}
	for least, want := range map[int]int{0: 1 + 3 + 6 + 2 + 3, 2: 1 + 3 + 2 + 3, 3: 1 + 2, 4: 1, 7: 0} {
		w, err := Perceptron(d, nil, Options{Decoding: linear.Greedy, Epochs: 1, MinCount: least})
		if err != nil {
			t.Fatal(err)
		}
		if len(w.Features) != want {
			t.Errorf("at least %d positions: %d features, want %d", least, len(w.Features), want)
		}
	}
	w, err := Perceptron(d, []int{1}, Options{Decoding: linear.Greedy, Epochs: 1, MinCount: 2})
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Features) != 3 { // 1, 3, 301
		t.Errorf("one sequence: %d features, want 3", len(w.Features))
	}
}

func TestErrors(t *testing.T) {
	d := randomData(t, rand.New(rand.NewPCG(1, 2)), 3, 3, 10, true)
	far := randomData(t, rand.New(rand.NewPCG(1, 2)), 3, 3, 10, false)
	var s linear.Sequence
	s.Begin(0)
	s.AddHistory(linear.History{Base: 5, Asks: 2})
	if err := far.Add(&s, []linear.Label{0}); err != nil {
		t.Fatal(err)
	}
	inside, err := NewData("O", "B-X", "I-X")
	if err != nil {
		t.Fatal(err)
	}
	s.Reset()
	s.Begin(0)
	s.Begin(0)
	if err := inside.Add(&s, []linear.Label{0, 2}); err != nil {
		t.Fatal(err)
	}
	fit := func(fit func(*Data, []int, Options) (*Weights, error), d *Data, o Options) error {
		_, err := fit(d, nil, o)
		return err
	}
	chain := bio([]string{"O", "B-X", "I-X"})
	_, tooMany := NewData(names(65)...)
	_, none := NewData()
	_, long := NewData(strings.Repeat("x", 256))
	cases := []struct {
		err  error
		want string
	}{
		{tooMany, "65 labels"},
		{none, "0 labels"},
		{long, "label 0 has 256 bytes"},
		{d.Add(&s, []linear.Label{0}), "sequence 3 has 2 positions and 1 labels"},
		{d.Add(&s, []linear.Label{0, 3}), "sequence 3, position 1: label 3 of 3"},
		{fit(Perceptron, d, Options{Decoding: linear.Viterbi}), "0 epochs"},
		{fit(Perceptron, d, Options{Epochs: 1}), "only greedy decoding"},
		{fit(CRF, d, Options{Epochs: 1, Decoding: linear.Viterbi}), "only greedy decoding"},
		{fit(CRF, far, Options{Epochs: 1, Decoding: linear.Greedy}), "cannot be decoded greedily"},
		{fit(CRF, inside, Options{Epochs: 1, Decoding: linear.Viterbi, Chain: chain}), "sequence 0, position 1: the chain does not allow I-X"},
		{fit(CRF, inside, Options{Epochs: 1, Decoding: linear.Viterbi, Chain: &Chain{}}), "0 sets for 3 labels"},
	}
	for _, c := range cases {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("error %v, want %q", c.err, c.want)
		}
	}
	if err := fit(Perceptron, far, Options{Epochs: 1, Decoding: linear.Greedy}); err != nil {
		t.Errorf("greedy, two labels back: %v", err)
	}
}

func TestKeepsToChain(t *testing.T) {
	labels := []string{"O", "B-X", "I-X", "B-Y", "I-Y"}
	c := bio(labels)
	for x, before := range append(labels, "start") {
		for y, label := range labels {
			want := label[0] != 'I' || before == label || before == "B"+label[1:]
			if got := c.Follow[x]>>y&1 != 0; got != want {
				t.Errorf("%s behind %s: %v, want %v", label, before, got, want)
			}
		}
	}
	// A model keeps to it, whatever the scores, and to the labels that may end.
	c.Final = 1<<0 | 1<<2
	d := randomData(t, rand.New(rand.NewPCG(1, 2)), 50, 5, 40, false)
	d.labels = labels
	for _, decoding := range []linear.Decoding{linear.Greedy, linear.Viterbi} {
		w := &Weights{Labels: labels, Decoding: decoding, Chain: *c, Features: d.index.features}
		r := rand.New(rand.NewPCG(3, 4))
		for range len(w.Features) * 5 {
			w.Values = append(w.Values, float32(r.NormFloat64()))
		}
		if decoding == linear.Viterbi {
			w.Pairs, w.Last = make([]float64, 30), make([]float64, 5)
		}
		m := openWeights(t, w, Packing{})
		var s linear.Sequence
		var decoder linear.Decoder
		for n := range d.Len() {
			d.sequence(n, &s)
			all := linear.Sequence{}
			for i := range s.Len() {
				all.Begin(0)
				for _, f := range s.Features(i) {
					all.Add(f)
				}
			}
			before := len(labels)
			for _, y := range decoder.Decode(m, &all, nil) {
				if c.Follow[before]>>y&1 == 0 {
					t.Fatalf("decoding %d: %s at the wrong place", decoding, labels[y])
				}
				before = int(y)
			}
			if c.Final>>before&1 == 0 {
				t.Fatalf("decoding %d: %s at the end", decoding, labels[before])
			}
		}
	}
}

func openWeights(t testing.TB, w *Weights, p Packing) *linear.Model {
	t.Helper()
	file, _, err := w.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	m, err := linear.New(string(file), w.Signature)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// sequence fills s with sequence n, as it was given to Add.
func (d *Data) sequence(n int, s *linear.Sequence) {
	s.Reset()
	for p := d.sequences[n].first; p < d.sequences[n].end; p++ {
		s.Begin(d.positions[p].allowed)
		for _, f := range d.featuresOf(p) {
			s.Add(d.index.features[f])
		}
		for _, h := range d.historyOf(p) {
			s.AddHistory(h)
		}
	}
}

// gold appends the gold labels of sequence n.
func (d *Data) gold(n int, labels []linear.Label) []linear.Label {
	for p := d.sequences[n].first; p < d.sequences[n].end; p++ {
		labels = append(labels, d.positions[p].gold)
	}
	return labels
}

// bio returns the chain of labels such as B-PER, I-PER and O: I-PER may only
// follow B-PER and I-PER. Labels of any other form may stand everywhere.
func bio(labels []string) *Chain {
	all := ^uint64(0) >> (64 - len(labels))
	c := &Chain{Final: all}
	for range len(labels) + 1 {
		c.Follow = append(c.Follow, all)
	}
	for y, label := range labels {
		kind, inside := strings.CutPrefix(label, "I-")
		if !inside {
			continue
		}
		for x := range c.Follow {
			if x == len(labels) || labels[x] != "B-"+kind && labels[x] != label {
				c.Follow[x] &^= 1 << y
			}
		}
	}
	return c
}

// BenchmarkTrain trains on 20,000 tokens of 50 features; the size is
// five times that.
func BenchmarkTrain(b *testing.B) {
	for _, c := range []struct {
		name string
		fit  func(*Data, []int, Options) (*Weights, error)
		o    Options
		k    int
	}{
		{"greedy/17", Perceptron, Options{Decoding: linear.Greedy, Epochs: 1}, 17},
		{"viterbi/17", Perceptron, Options{Decoding: linear.Viterbi, Epochs: 1}, 17},
		{"viterbi/60", Perceptron, Options{Decoding: linear.Viterbi, Epochs: 1}, 60},
		{"crf/12", CRF, Options{Decoding: linear.Viterbi, Epochs: 1, L2: 0.1}, 12},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			d, err := NewData(names(c.k)...)
			if err != nil {
				b.Fatal(err)
			}
			var s linear.Sequence
			for range 1000 {
				s.Reset()
				var gold []linear.Label
				for range 20 {
					s.Begin(0)
					y := r.IntN(c.k)
					for range 50 { // half say something of the label, half nothing
						n := r.Uint64N(1 << (5 + r.UintN(12)))
						s.Add(linear.Feature(hash.Seed(n<<8 | uint64(y*r.IntN(2)))))
					}
					gold = append(gold, linear.Label(y))
				}
				if err := d.Add(&s, gold); err != nil {
					b.Fatal(err)
				}
			}
			for b.Loop() {
				if _, err := c.fit(d, nil, c.o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/20000, "ns/token")
		})
	}
}
