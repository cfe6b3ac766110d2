package trees_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	train "github.com/laut-nlp/laut/internal/train/trees"
	"github.com/laut-nlp/laut/internal/trees"
)

// grow returns a random tree of so many leaves. If it is deep, each inner node has a
// leaf as one child: it has as many levels as such a tree can have.
func grow(r *rand.Rand, features, leaves int, deep bool) []trees.Node {
	tree, open := []trees.Node{{}}, []int{0}
	for len(open) < leaves {
		k := r.IntN(len(open))
		if deep {
			k = len(open) - 1
		}
		low := len(tree)
		tree[open[k]] = trees.Node{Feature: uint8(r.IntN(features)), Threshold: uint8(r.IntN(256)), Low: uint8(low)}
		open[k] = low
		open = append(open, low+1)
		tree = append(tree, trees.Node{}, trees.Node{})
	}
	for _, i := range open {
		tree[i].Score = float32(r.NormFloat64())
	}
	return tree
}

// walk says what a tree's score is, as Node defines it.
func walk(tree []trees.Node, row []uint8) float32 {
	i := 0
	for tree[i].Low != 0 {
		low := int(tree[i].Low)
		if row[tree[i].Feature] <= tree[i].Threshold {
			i = low
		} else {
			i = low + 1
		}
	}
	return tree[i].Score
}

func randomRow(r *rand.Rand, features int) []uint8 {
	row := make([]uint8, features)
	for f := range row {
		row[f] = uint8(r.IntN(256))
	}
	return row
}

// TestScore compares Score with the plain walk, for all numbers of trees that leave
// a group unfinished, for the smallest and the largest trees, and the longest rows.
func TestScore(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, features := range []int{1, 2, 80, trees.MaxFeatures} {
		for count := range 10 {
			var ensemble [][]trees.Node
			for k := range count {
				leaves := []int{1, 2, 15, trees.MaxLeaves}[(k+count)%4]
				ensemble = append(ensemble, grow(r, features, leaves, k%2 == 0))
			}
			file := trees.AppendFile(nil, trees.Head{Note: "made by hand\n", Features: features, Bias: .5}, ensemble)
			m, err := trees.New(string(file), features)
			if err != nil {
				t.Fatal(err)
			}
			if m.Trees() != count {
				t.Errorf("%d trees, want %d", m.Trees(), count)
			}
			for range 200 {
				row := randomRow(r, features)
				want := float32(.5)
				for _, tree := range ensemble {
					want += walk(tree, row)
				}
				if got := m.Score(row); got != want {
					t.Fatalf("%d features, %d trees: score %g, want %g", features, count, got, want)
				}
				if got, want := m.Prob(row), 1/(1+math.Exp(-float64(want))); math.Abs(float64(got)-want) > 1e-6 {
					t.Fatalf("probability %g, want %g", got, want)
				}
			}
		}
	}
}

// TestScores checks that many rows get what each gets alone, however many they are.
func TestScores(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	const features = 20
	var ensemble [][]trees.Node
	for range 9 {
		ensemble = append(ensemble, grow(r, features, 15, true))
	}
	m, err := trees.New(string(trees.AppendFile(nil, trees.Head{Features: features, Bias: .5}, ensemble)), features)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 1, 15, 16, 17, 40} {
		var rows []uint8
		for range n {
			rows = append(rows, randomRow(r, features)...)
		}
		scores, probs := make([]float32, n), make([]float32, n)
		m.Scores(scores, rows)
		m.Probs(probs, rows)
		for i := range n {
			row := rows[i*features : (i+1)*features]
			if scores[i] != m.Score(row) || probs[i] != m.Prob(row) {
				t.Errorf("row %d of %d: score %g, probability %g, alone %g, %g", i, n, scores[i], probs[i], m.Score(row), m.Prob(row))
			}
		}
	}
}

// TestThreshold checks that a row goes on at Low if it is at the threshold, from 0 to 255.
func TestSoftmax(t *testing.T) {
	p := []float32{1, 1, -100, 1 + float32(math.Log(2))}
	trees.Softmax(p)
	for i, want := range []float32{.25, .25, 0, .5} {
		if d := p[i] - want; d > 1e-6 || d < -1e-6 {
			t.Errorf("probability %d is %v, want %v", i, p[i], want)
		}
	}
}

func TestThreshold(t *testing.T) {
	for threshold := range 256 {
		file := trees.AppendFile(nil, trees.Head{Features: 1}, [][]trees.Node{{
			{Threshold: uint8(threshold), Low: 1}, {Score: -1}, {Score: 1},
		}})
		m, err := trees.New(string(file), 1)
		if err != nil {
			t.Fatal(err)
		}
		for x := range 256 {
			want := float32(-1)
			if x > threshold {
				want = 1
			}
			if got := m.Score([]uint8{uint8(x)}); got != want {
				t.Fatalf("value %d, threshold %d: score %g", x, threshold, got)
			}
		}
	}
}

// TestExtremes checks that sums that leave the range of float32 are no NaN.
func TestExtremes(t *testing.T) {
	const most = math.MaxFloat32
	leaves := [][]trees.Node{{{Score: most}}, {{Score: most}}, {{Score: -most}}, {{Score: -most}}, {{Score: -most}}}
	file := trees.AppendFile(nil, trees.Head{Bias: most}, leaves)
	m, err := trees.New(string(file), 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Score(nil); got != float32(math.Inf(1)) {
		t.Errorf("score %g", got)
	}
	if got := m.Prob(nil); got != 1 {
		t.Errorf("probability %g", got)
	}
}

func TestRowLength(t *testing.T) {
	m, err := trees.New(string(trees.AppendFile(nil, trees.Head{Features: 3}, nil)), 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 2, 4} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("a row of %d features is taken", n)
				}
			}()
			m.Score(make([]uint8, n, 8))
		}()
	}
}

// sealed corrects the checksum of a file.
func sealed(file []byte) string {
	file = bytes.Clone(file)
	at := bytes.IndexByte(file, 0) + 1
	if at == 0 || len(file) < at+4 {
		return string(file)
	}
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	sum.Write(file[:at])
	sum.Write(file[at+4:])
	binary.LittleEndian.PutUint32(file[at:], sum.Sum32())
	return string(file)
}

// TestLayout checks that the bytes are those that Magic describes, on any machine.
func TestLayout(t *testing.T) {
	got := trees.AppendFile([]byte("before"), trees.Head{Note: "note\n", Features: 2, Bias: 1}, [][]trees.Node{
		{{Score: 2}},
		{{Feature: 1, Threshold: 7, Low: 1}, {Score: 2}, {Score: -2}},
	})
	want := trees.Magic + "note\n\x00" + "\xA5\x87\x2F\xE9" +
		"\x02\x00\x00\x00" + "\x02\x00\x00\x00" + "\x00\x00\x80\x3F" +
		"\x00\x02" +
		"\x00\x00\x00\x00\x00\x00\x00\x40" +
		"\x01\x07\x01\x00\x00\x00\x00\x00" + "\x00\x00\x00\x00\x00\x00\x00\x40" + "\x00\x00\x00\x00\x00\x00\x00\xC0"
	if string(got) != "before"+want {
		t.Errorf("%q\nwant %q", got[len("before"):], want)
	}
}

func TestNewErrors(t *testing.T) {
	leaf := trees.Node{Score: 1}
	file := func(h trees.Head, tree ...trees.Node) string {
		return string(trees.AppendFile(nil, h, [][]trees.Node{tree}))
	}
	two := trees.Head{Features: 2}
	ok := file(two, trees.Node{Feature: 1, Low: 1}, leaf, leaf)
	if _, err := trees.New(ok, 2); err != nil {
		t.Fatal(err)
	}
	// body is ok with another number at a place of the binary part.
	body := func(at int, v uint32) string {
		b := []byte(ok)
		binary.LittleEndian.PutUint32(b[len(trees.Magic)+1+4+at:], v)
		return sealed(b)
	}
	nan, inf := float32(math.NaN()), float32(math.Inf(-1))
	tests := []struct{ name, data, want string }{
		{"empty", "", "not a file of this format"},
		{"no zero byte", trees.Magic, "not a file of this format"},
		{"linear model", "laut linear 1\n\x00" + ok, "not a file of this format"},
		{"magic cut by the zero byte", "laut\x00trees 1\n", "not a file of this format"},
		{"nothing behind the text", trees.Magic + "\x00", "damaged or cut off"},
		{"checksum only", sealed([]byte(trees.Magic + "\x00....")), "lengths"},
		{"other features", file(trees.Head{Features: 3}, leaf), "3 features, not 2"},
		{"too many features", body(0, 257), "257 features, at most 256"},
		{"features that would be negative", body(0, 1<<32-1), "4294967295 features, at most 256"},
		{"too many trees", body(4, 1<<32-1), "lengths"},
		{"one tree more", body(4, 2), "lengths"},
		{"no tree", body(4, 0), "lengths"},
		{"bytes left", sealed([]byte(ok + "x")), "lengths"},
		{"a node left", sealed([]byte(ok + "12345678")), "lengths"},
		{"bias NaN", file(trees.Head{Features: 2, Bias: nan}, leaf), "bias is NaN"},
		{"bias infinite", file(trees.Head{Features: 2, Bias: inf}, leaf), "bias is -Inf"},
		{"score NaN", file(two, trees.Node{Low: 1}, leaf, trees.Node{Score: nan}), "tree 0, node 2: the score is NaN"},
		{"score infinite", file(two, trees.Node{Score: inf}), "tree 0, node 0: the score is -Inf"},
		{"feature", file(two, trees.Node{Feature: 2, Low: 1}, leaf, leaf), "tree 0, node 0 asks for feature 2"},
		{"child behind the end", file(two, trees.Node{Low: 3}, leaf, leaf), "leads to node 3"},
		{"second child behind the end", file(two, trees.Node{Low: 2}, leaf, leaf), "leads to node 2"},
		{"child far behind the end", file(two, trees.Node{Low: 255}, leaf, leaf), "leads to node 255"},
		{"child is the parent", file(two, trees.Node{Low: 1}, trees.Node{Low: 1}, leaf), "node 1 asks for feature 0 and leads to node 1"},
		{"child before the parent", file(two, trees.Node{Low: 1}, leaf, trees.Node{Low: 1}, leaf), "node 2 asks for feature 0 and leads to node 1"},
	}
	for _, tt := range tests {
		m, err := trees.New(tt.data, 2)
		if err == nil || !strings.Contains(err.Error(), tt.want) || m != nil {
			t.Errorf("%s: error %v, want …%s…", tt.name, err, tt.want)
		}
	}
}

// TestBroken checks that no part of a file is taken for one, with or without a right
// checksum, and that a flipped bit is noticed.
func TestBroken(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 1))
	ensemble := [][]trees.Node{grow(r, 9, 15, false), grow(r, 9, 1, false), grow(r, 9, 8, true)}
	file := trees.AppendFile(nil, trees.Head{Note: "source, licence\n", Features: 9}, ensemble)
	if _, err := trees.New(string(file), 9); err != nil {
		t.Fatal(err)
	}
	for n := range file {
		if _, err := trees.New(string(file[:n]), 9); err == nil {
			t.Errorf("opened %d of %d bytes", n, len(file))
		}
		if _, err := trees.New(sealed(file[:n]), 9); err == nil {
			t.Errorf("opened %d of %d bytes with a checksum of their own", n, len(file))
		}
	}
	for i := range file {
		for bit := range 8 {
			file[i] ^= 1 << bit
			if _, err := trees.New(string(file), 9); err == nil {
				t.Errorf("byte %d, bit %d is wrong and the file is opened", i, bit)
			}
			file[i] ^= 1 << bit
		}
	}
	for range 1000 {
		noise := make([]byte, r.IntN(200))
		for i := range noise {
			noise[i] = byte(r.Uint32())
		}
		if _, err := trees.New(sealed(append([]byte(trees.Magic+"\x00"), noise...)), 9); err == nil {
			t.Errorf("opened %x", noise)
		}
	}
}

// FuzzNew checks that whatever opens can be used. Checksums are corrected, which would
// keep everything out.
func FuzzNew(f *testing.F) {
	r := rand.New(rand.NewPCG(3, 1))
	f.Add([]byte(nil))
	f.Add([]byte(trees.Magic + "\x00"))
	f.Add(trees.AppendFile(nil, trees.Head{Features: 1}, nil))
	f.Add(trees.AppendFile(nil, trees.Head{Features: 2}, [][]trees.Node{{{Score: 1}}}))
	f.Add(trees.AppendFile(nil, trees.Head{Note: "note\n", Features: 4, Bias: 1}, [][]trees.Node{
		grow(r, 4, 2, false), grow(r, 4, 5, true), grow(r, 4, 9, false), grow(r, 4, 1, false), grow(r, 4, 3, false),
	}))
	f.Add(trees.AppendFile(nil, trees.Head{Features: 256}, [][]trees.Node{grow(r, 256, trees.MaxLeaves, true)}))
	f.Fuzz(func(t *testing.T, data []byte) {
		trees.New(string(data), 4) // as it is
		file := sealed(data)
		features := 4
		if at := strings.IndexByte(file, 0) + 5; len(file) >= at+4 {
			features = int(binary.LittleEndian.Uint32([]byte(file[at:])))
		}
		m, err := trees.New(file, features)
		if (m == nil) == (err == nil) {
			t.Fatalf("model %v, error %v", m, err)
		}
		if err != nil {
			return
		}
		row := make([]uint8, features)
		for _, x := range []uint8{0, 1, 127, 255} {
			for i := range row {
				row[i] = x + uint8(i)
			}
			if p := m.Prob(row); !(p >= 0 && p <= 1) {
				t.Fatalf("probability %g", p)
			}
		}
	})
}

// trained returns a model of 250 trees of 15 leaves over 80 features, of bits, small
// and large numbers, with rows to score.
func trained(t testing.TB) (file string, rows [][]uint8) {
	t.Helper()
	r := rand.New(rand.NewPCG(4, 1))
	var d train.Data
	row := make([]uint8, 80)
	for range 4000 {
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
	o := train.Default()
	o.Trees, o.Leaves = 250, 15
	return string(train.Train(&d, nil, o)), d.Rows
}

func TestAllocs(t *testing.T) {
	file, rows := trained(t)
	m, err := trees.New(file, len(rows[0]))
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { m.Prob(rows[0]) }); n != 0 {
		t.Errorf("%g allocations", n)
	}
}

func BenchmarkScore(b *testing.B) {
	file, rows := trained(b)
	m, err := trees.New(file, len(rows[0]))
	if err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		m.Score(rows[i%len(rows)])
		i++
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(m.Trees()), "ns/tree")
}

func BenchmarkNew(b *testing.B) {
	file, rows := trained(b)
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := trees.New(file, len(rows[0])); err != nil {
			b.Fatal(err)
		}
	}
}
