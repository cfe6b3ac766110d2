package linear_test

import (
	"fmt"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/linear"
	train "github.com/laut-nlp/laut/internal/train/linear"
)

const (
	word linear.Attr = iota
	class
	attrs
)

// toy is a language of words w0 to w19, each of class w%4. A word's label is its
// class, or, if the word before has the same class, label 4.
type toy struct{ r *rand.Rand }

var toyLabels = []string{"zero", "one", "two", "three", "again"}

func (l toy) sentence() (words []int, labels []linear.Label) {
	for i := range 3 + l.r.IntN(10) {
		w := l.r.IntN(20)
		y := linear.Label(w % 4)
		if i > 0 && words[i-1]%4 == w%4 {
			y = 4
		}
		words, labels = append(words, w), append(labels, y)
	}
	return words, labels
}

func templates(history ...linear.Template) *linear.Templates {
	return linear.Compile(int(attrs), append([]linear.Template{
		linear.T("word", word.At(0)),
		linear.T("class", class.At(0)),
		linear.T("pair", class.At(-1), class.At(0)),
	}, history...)...)
}

func extract(t *linear.Templates, s *linear.Sequence, g *linear.Grid, words []int, allowed uint64) {
	g.Reset(t, len(words))
	for i, w := range words {
		row := g.Row(i)
		row[word], row[class] = uint64(w+1), uint64(w%4+1)
	}
	s.Reset()
	for i := range words {
		s.Begin(allowed)
		t.Extract(g, i, s)
	}
}

// model trains a model of the toy language and returns its file.
func model(t testing.TB, d linear.Decoding, crf bool, templates *linear.Templates) string {
	t.Helper()
	data, err := train.NewData(toyLabels...)
	if err != nil {
		t.Fatal(err)
	}
	l := toy{rand.New(rand.NewPCG(1, 2))}
	var s linear.Sequence
	var g linear.Grid
	for range 1000 {
		words, labels := l.sentence()
		extract(templates, &s, &g, words, 0)
		if err := data.Add(&s, labels); err != nil {
			t.Fatal(err)
		}
	}
	fit := train.Perceptron
	if crf {
		fit = train.CRF
	}
	w, err := fit(data, nil, train.Options{Decoding: d, Epochs: 10, L2: 0.01, Signature: templates.Signature()})
	if err != nil {
		t.Fatal(err)
	}
	file, _, err := w.Encode(train.Packing{})
	if err != nil {
		t.Fatal(err)
	}
	return string(file)
}

// kinds are models of all sorts.
var kinds = []struct {
	name      string
	decoding  linear.Decoding
	crf       bool
	templates *linear.Templates
}{
	{"perceptron", linear.Independent, false, templates()},
	{"greedy", linear.Greedy, false, templates(linear.T("history", linear.Previous(1), linear.Previous(2)))},
	{"viterbi", linear.Viterbi, false, templates()},
	{"logistic regression", linear.Independent, true, templates()},
	{"crf", linear.Viterbi, true, templates()},
}

func TestDecode(t *testing.T) {
	for _, kind := range kinds {
		t.Run(kind.name, func(t *testing.T) {
			m, err := linear.New(model(t, kind.decoding, kind.crf, kind.templates), kind.templates.Signature())
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(m.Labels(), toyLabels) {
				t.Errorf("labels %q", m.Labels())
			}
			l := toy{rand.New(rand.NewPCG(3, 4))}
			var s linear.Sequence
			var g linear.Grid
			var d linear.Decoder
			for range 300 {
				words, want := l.sentence()
				extract(kind.templates, &s, &g, words, 0)
				if got := d.Decode(m, &s, nil); !slices.Equal(got, want) {
					t.Fatalf("words %d: labels %d, want %d", words, got, want)
				}
				checkMarginals(t, d.Marginals(m, &s), want, kind.crf)

				// What is not allowed is not chosen.
				const allowed = 1<<1 | 1<<3
				extract(kind.templates, &s, &g, words, allowed)
				for i, y := range d.Decode(m, &s, nil) {
					if allowed>>y&1 == 0 {
						t.Fatalf("words %d: label %d at %d is not allowed", words, y, i)
					}
				}
				marginals := d.Marginals(m, &s)
				for i := range words {
					if p := marginals.Prob(i, 1) + marginals.Prob(i, 3); math.Abs(p-1) > 1e-9 {
						t.Fatalf("words %d: allowed labels have probability %v at %d", words, p, i)
					}
				}
			}
		})
	}
}

// checkMarginals checks that probabilities sum to 1 and, where they are
// trained, favour the right labels.
func checkMarginals(t *testing.T, l *linear.Lattice, want []linear.Label, trained bool) {
	t.Helper()
	for i, y := range want {
		sum := 0.0
		for x := range linear.Label(len(toyLabels)) {
			sum += l.Prob(i, x)
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Fatalf("probabilities at %d sum to %v", i, sum)
		}
		if trained && l.Prob(i, y) < 0.5 {
			t.Fatalf("the right label at %d has probability %v", i, l.Prob(i, y))
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, kind := range kinds {
		m, err := linear.New(model(t, kind.decoding, kind.crf, kind.templates), kind.templates.Signature())
		if err != nil {
			t.Fatal(err)
		}
		var s linear.Sequence
		var d linear.Decoder
		if got := d.Decode(m, &s, nil); len(got) != 0 {
			t.Errorf("%s: an empty sequence has labels %d", kind.name, got)
		}
		d.Marginals(m, &s)
		s.Begin(0) // a position without features
		if got := d.Decode(m, &s, nil); len(got) != 1 {
			t.Errorf("%s: one position has labels %d", kind.name, got)
		}
	}
}

func TestNewErrors(t *testing.T) {
	file := model(t, linear.Viterbi, false, templates())
	signature := templates().Signature()
	flipped := []byte(file)
	flipped[len(flipped)/2] ^= 1
	cases := []struct{ name, file, want string }{
		{"empty", "", "not a file of this format"},
		{"text", "Guten Tag\x00", "not a file of this format"},
		{"no end of text", linear.Magic, "not a file of this format"},
		{"text only", linear.Magic + "\x00", "damaged or cut off"},
		{"cut off", file[:len(file)-1], "damaged or cut off"},
		{"one bit", string(flipped), "damaged or cut off"},
		{"too long", sealed(file + "x"), "do not have the lengths"},
		{"short but sealed", sealed(file[:len(file)-1]), "do not have the lengths"},
	}
	for _, c := range cases {
		if _, err := linear.New(c.file, signature); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := linear.New(file, signature+1); err == nil || !strings.Contains(err.Error(), "other templates") {
		t.Errorf("another signature: error %v", err)
	}
}

// sealed puts the right checksum into a file.
func sealed(file string) string {
	text, body, ok := strings.Cut(file, "\x00")
	if !ok || len(body) < 4 {
		return file
	}
	sum := crc32.Checksum([]byte(text+"\x00"+body[4:]), crc32.MakeTable(crc32.Castagnoli))
	return text + "\x00" + string([]byte{byte(sum), byte(sum >> 8), byte(sum >> 16), byte(sum >> 24)}) + body[4:]
}

// TestBroken changes bytes of good files at random and decodes with what is
// still accepted.
func TestBroken(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for _, kind := range kinds {
		file := model(t, kind.decoding, kind.crf, kind.templates)
		var s linear.Sequence
		var g linear.Grid
		var d linear.Decoder
		words, _ := toy{r}.sentence()
		extract(kind.templates, &s, &g, words, 0)
		accepted := 0
		for range 3000 {
			b := []byte(file)
			for range 1 + r.IntN(20) {
				b[len(linear.Magic)+r.IntN(len(b)-len(linear.Magic))] = byte(r.Uint32())
			}
			m, err := linear.New(sealed(string(b)), kind.templates.Signature())
			if err != nil {
				continue
			}
			accepted++
			if got := d.Decode(m, &s, nil); len(got) != len(words) {
				t.Fatalf("%s: %d labels for %d words", kind.name, len(got), len(words))
			}
			d.Marginals(m, &s)
		}
		if accepted < 300 {
			t.Errorf("%s: only %d of 3000 changed files are accepted", kind.name, accepted)
		}
	}
}

// FuzzNew reads arbitrary files, their checksums made right so that what is
// after them is reached, and decodes with those that are accepted.
func FuzzNew(f *testing.F) {
	for _, kind := range kinds {
		f.Add(model(f, kind.decoding, kind.crf, kind.templates))
	}
	f.Add(linear.Magic + "\x00")
	var sequences []*linear.Sequence
	l := toy{rand.New(rand.NewPCG(5, 6))}
	for _, kind := range kinds {
		var g linear.Grid
		s := new(linear.Sequence)
		words, _ := l.sentence()
		extract(kind.templates, s, &g, words, 0)
		for x := range uint64(50) { // features that are anywhere
			s.Add(linear.Feature(hash.Seed(x)))
		}
		sequences = append(sequences, s)
	}
	f.Add("laut linear 1\n\x00" + strings.Repeat("0", 39) + "\x00\x007")
	f.Fuzz(func(t *testing.T, file string) {
		file = sealed(file)
		for _, kind := range kinds {
			m, err := linear.New(file, kind.templates.Signature())
			if err != nil {
				continue
			}
			var d linear.Decoder
			for _, s := range sequences {
				for _, y := range d.Decode(m, s, nil) {
					if int(y) >= len(m.Labels()) {
						t.Fatalf("label %d of %d", y, len(m.Labels()))
					}
				}
				d.Marginals(m, s)
			}
		}
	})
}

func TestAllocs(t *testing.T) {
	for _, kind := range kinds {
		m, err := linear.New(model(t, kind.decoding, kind.crf, kind.templates), kind.templates.Signature())
		if err != nil {
			t.Fatal(err)
		}
		words, _ := toy{rand.New(rand.NewPCG(7, 8))}.sentence()
		var s linear.Sequence
		var g linear.Grid
		var d linear.Decoder
		var labels []linear.Label
		if n := testing.AllocsPerRun(100, func() {
			extract(kind.templates, &s, &g, words, 0)
			labels = d.Decode(m, &s, labels[:0])
			d.Marginals(m, &s)
		}); n != 0 {
			t.Errorf("%s: %v allocations", kind.name, n)
		}
	}
}

// benchModel has k labels, 100,000 features with a few labels each and 2,000
// with many, as taggers have, and text whose features are half of the one and
// half of the other kind, with one in five unknown.
func benchModel(b *testing.B, decoding linear.Decoding, k int) (*linear.Model, *linear.Sequence) {
	b.Helper()
	const rare, frequent, tokens, perToken = 100_000, 2_000, 2_000, 40
	r := rand.New(rand.NewPCG(9, 10))
	w := &train.Weights{Decoding: decoding, Chain: train.Free(k)}
	for y := range k {
		w.Labels = append(w.Labels, fmt.Sprint(y))
	}
	for n := range uint64(rare + frequent) {
		w.Features = append(w.Features, linear.Feature(hash.Seed(n)))
		row := make([]float32, k)
		labels := 1 + r.IntN(4)
		if n >= rare {
			labels = k/2 + r.IntN(k/2)
		}
		for range labels {
			row[r.IntN(k)] = float32(r.NormFloat64())
		}
		w.Values = append(w.Values, row...)
	}
	if decoding == linear.Viterbi {
		w.Pairs, w.Last = make([]float64, (k+1)*k), make([]float64, k)
		for i := range w.Pairs {
			w.Pairs[i] = r.NormFloat64()
		}
	}
	file, report, err := w.Encode(train.Packing{})
	if err != nil {
		b.Fatal(err)
	}
	b.Log(report)
	m, err := linear.New(string(file), 0)
	if err != nil {
		b.Fatal(err)
	}
	s := new(linear.Sequence)
	for range tokens {
		s.Begin(0)
		for range perToken {
			n := rare + r.Uint64N(frequent)
			switch r.IntN(10) {
			case 0, 1, 2:
				n = r.Uint64N(rare)
			case 3, 4:
				n = rare + frequent + r.Uint64()
			}
			s.Add(linear.Feature(hash.Seed(n)))
		}
	}
	return m, s
}

// BenchmarkDecode labels tokens of 40 features each.
func BenchmarkDecode(b *testing.B) {
	names := []string{linear.Independent: "independent", linear.Greedy: "greedy", linear.Viterbi: "viterbi"}
	for decoding, name := range names {
		for _, k := range []int{17, 60} {
			b.Run(fmt.Sprintf("%s/%d", name, k), func(b *testing.B) {
				m, s := benchModel(b, linear.Decoding(decoding), k)
				var d linear.Decoder
				var labels []linear.Label
				b.ReportAllocs()
				for b.Loop() {
					labels = d.Decode(m, s, labels[:0])
				}
				perToken := float64(b.Elapsed().Nanoseconds()) / float64(b.N) / float64(s.Len())
				b.ReportMetric(1e9/perToken, "tokens/s")
				b.ReportMetric(perToken/40, "ns/feature")
			})
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	t := templates(linear.T("history", linear.Previous(1), word.At(0)))
	words, _ := toy{rand.New(rand.NewPCG(7, 8))}.sentence()
	var s linear.Sequence
	var g linear.Grid
	for b.Loop() {
		extract(t, &s, &g, words, 0)
	}
}

func BenchmarkNew(b *testing.B) {
	file := model(b, linear.Viterbi, true, templates())
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if _, err := linear.New(file, templates().Signature()); err != nil {
			b.Fatal(err)
		}
	}
}
