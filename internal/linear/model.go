// Package linear labels sequences with linear models: it finds parts of speech,
// entities and claims. Training is in internal/train/linear.
//
//	var templates = linear.Compile(int(attrs),
//		linear.T("word", word.At(0)),
//		linear.T("word", word.At(-1), word.At(0)),
//		linear.T("lexicon", readings.Each(0)),
//		linear.T("history", linear.Previous(1), linear.Previous(2)),
//	)
//
//	m, err := linear.New(weights, templates.Signature())
//	…
//	grid.Reset(templates, len(words))
//	for i, w := range words {
//		row := grid.Row(i)
//		row[word] = hash.Text(w)
//		row[readings] = uint64(lexicon.Lookup(w).Features())
//	}
//	seq.Reset()
//	for i := range words {
//		seq.Begin(allowed[i])
//		templates.Extract(&grid, i, &seq)
//	}
//	labels = decoder.Decode(m, &seq, labels[:0])
//
// # Models
//
// A sequence of n positions x is given the labels y with the highest score
//
//	s(x, y) = Σ_i ( Σ_f∈F(x,i) w[f, y_i]  +  Σ_h∈H(x,i) w[h(y_i-1, …), y_i]  +  t[y_i-1, y_i] )
//
// F are the features of a position, H those that look at labels, and t, with
// Viterbi only, the scores of the chain. Features are 64-bit hashes (Weinberger
// and others 2009, "Feature hashing for large scale multitask learning") made
// without building strings. Each feature of the training has its own weights:
// what is hashed away is its name.
//
// Weights come from an averaged perceptron (Collins 2002, "Discriminative training
// methods for hidden Markov models") or a conditional random field (Lafferty,
// McCallum and Pereira 2001), whose model is p(y|x) = e^s(x,y) / Z(x); with
// Independent decoding that is a logistic regression. Decoding is greedy from left
// to right, with up to three labels as context, or by Viterbi's algorithm over a
// first-order chain. Which labels may follow each other is part of the model,
// which labels may stand at a position is given with the sequence: where it is one,
// nothing is looked up at all. [Decoder.Marginals] tells probabilities of labels
// and of pairs of them by forward-backward (Rabiner 1989).
//
// # Weight files
//
// [Magic] describes the file. It is read in place: a perfect hash function leads
// to a slot of 36 bits with fingerprint, label set and place of the weights. Three
// layouts were measured with the 76,059 features and 206,595 weights of a tagger
// of 17 labels, 38 features a token of text it has not seen, a fifth of them unknown:
//
//	                                            bytes/feature   ns/feature
//	buckets of 3 cells, weights after each cell     7.2            40
//	perfect hash function, weights by label set      7.9            37
//	the same, frequent features as dense rows        8.4            24
//
// Buckets (of 1, 2, 3 and 5 cells: 9.9, 7.9, 7.2, 6.7 bytes) lose their time by
// going from cell to cell. Three of four features of running text have more than
// four labels although few of the file's do: their weights, one byte for each
// label, are added eight at a time in 16-bit lanes. Codes with one step for all
// weights are too coarse for small ones; a square-root scale costs nothing and
// its largest error is √(largest·|w|)/127.
//
// # Performance
//
// One core of an EPYC server that others used as well, 40 features a token, all
// labels allowed: 1,600,000 tokens/s with 17 labels, 1,150,000 with 60; greedy
// 1,500,000 and 960,000; with Viterbi 1,100,000 and 310,000. Extract takes about 2 ns
// for each term of each template. New takes 0.1 ms a megabyte. Once the scratch space
// has grown to the longest sequence, nothing allocates.
//
// Weights are looked up for up to 64 features at once, first their slots, then their
// codes, sorted by how these are read: 16 ns a feature instead of 27 (22 instead of 40
// with 60 labels) if one follows the other, since neither waiting for memory nor
// branches that go wrong add up. Unpacking the slots to 64 bits each does not pay: the
// larger table misses more of the caches.
//
// Many templates look at one token only. [Templates.Split] tells them apart, and
// [Decoder.Own] keeps the sums of their weights with the token's form. internal/ner
// and internal/tagger do so: without it laut.Read takes 13 % longer.
//
// # Concurrency
//
// [Model], [Templates], [Own] and [Sums] are safe for concurrent use. [Grid], [Sequence],
// [Decoder] and [Lattice] are scratch space: one goroutine each, from a sync.Pool.
//
// Scores are whole numbers, so that labels are the same on all machines.
package linear

import (
	"fmt"
	"math/bits"

	"github.com/laut-nlp/laut/internal/blob"
)

// Decoding says how a model finds labels.
type Decoding uint8

// The decodings.
const (
	// Independent takes the best label of each position: a classifier.
	Independent Decoding = iota
	// Greedy goes from left to right; templates may look at the labels chosen.
	Greedy
	// Viterbi finds the best sequence of a first-order chain.
	Viterbi
)

// Model is an opened weight file, read in place. It is immutable and safe for
// concurrent use.
type Model struct {
	head   Head
	k      int
	all    uint64
	levels [256]int32 // weight of a code

	slots     int
	denseStep int32
	sets      [1 << SetBits]labelSet
	kinds     [1 << SetBits]setKind
	chunks    []chunk
	pilots    []uint16
	bases     []uint32
	slotData  string
	codes     string

	follow      [MaxLabels + 1]uint64 // Follow, the start at MaxLabels
	first, last []float64             // scores of the start and the end
	pairs       *Transitions          // in units
	logPairs    *Transitions          // as logarithms
}

// New opens a weight file. signature is that of the templates that will be used
// with it, or 0 where there are none. It returns an error if data is no weight
// file, is damaged or cut off, or was trained with other templates.
//
// Only pilots and bases are unpacked, a twentieth of the file: time is that of the
// checksum, about 0.1 ms a megabyte.
func New(data string, signature uint64) (*Model, error) {
	r, err := blob.Open(data, Magic)
	if err != nil {
		return nil, fmt.Errorf("linear: %w", err)
	}
	m, err := parse(r)
	if err != nil {
		return nil, fmt.Errorf("linear: %w", err)
	}
	if m.head.Signature != signature {
		return nil, fmt.Errorf("linear: weights of other templates: signature %016x, not %016x", m.head.Signature, signature)
	}
	m.prepare()
	return m, nil
}

// parse reads the binary part after the checksum.
func parse(r *blob.Reader) (*Model, error) {
	m := &Model{}
	h := &m.head
	h.Signature, h.Scale = r.Uint64(), r.Float64()
	m.denseStep = int32(r.Uint32())
	buckets, slots, codes := int64(r.Uint32()), int64(r.Uint32()), int64(r.Uint32())
	m.slots = int(slots)
	sets := int(r.Uint16())
	h.Decoding = Decoding(r.Uint8())
	m.k = int(r.Uint8())
	switch {
	case r.Short() != nil:
		return nil, r.Short()
	case m.k < 1 || m.k > MaxLabels:
		return nil, fmt.Errorf("%d labels, from 1 to %d are possible", m.k, MaxLabels)
	case h.Decoding > Viterbi:
		return nil, fmt.Errorf("unknown decoding %d", h.Decoding)
	case !(h.Scale > 0 && h.Scale < 1e6):
		return nil, fmt.Errorf("scale %g", h.Scale)
	case sets > len(m.sets)-FirstSet:
		return nil, fmt.Errorf("%d label sets, at most %d are possible", sets, len(m.sets)-FirstSet)
	case (buckets == 0) != (slots == 0):
		return nil, fmt.Errorf("%d buckets and %d slots", buckets, slots)
	}
	for range m.k {
		h.Labels = append(h.Labels, r.Take(int64(r.Uint8())))
	}
	for i := range m.k + 1 {
		h.Follow = append(h.Follow, r.Uint64())
		m.follow[i] = h.Follow[i]
	}
	m.follow[start] = h.Follow[m.k]
	h.Final = r.Uint64()
	if h.Decoding == Viterbi {
		h.Pairs, h.Last = int32s(r, (m.k+1)*m.k), int32s(r, m.k)
	}
	ends, members := r.Take(int64(2*sets)), ""
	if len(ends) > 0 {
		members = r.Take(int64(blob.Uint16(ends[2*(sets-1):])))
	}
	pilots := r.Take(2 * buckets)
	bases := r.Take((slots + BlockSlots - 1) / BlockSlots * 4)
	m.slotData = r.Take((slots*slotBits+7)/8 + Padding)
	m.codes = r.Take(codes)
	if err := r.End(); err != nil || len(m.codes) < Padding {
		return nil, blob.ErrLengths
	}
	m.pilots, m.bases = make([]uint16, len(pilots)/2), make([]uint32, len(bases)/4)
	for i := range m.pilots {
		m.pilots[i] = blob.Uint16(pilots[2*i:])
	}
	for i := range m.bases {
		m.bases[i] = blob.Uint32(bases[4*i:])
	}
	return m, m.readSets(ends, members)
}

func int32s(r *blob.Reader, n int) []int32 {
	values := make([]int32, n)
	for i := range values {
		values[i] = int32(r.Uint32())
	}
	return values
}

// readSets makes the table of label sets.
func (m *Model) readSets(ends, members string) error {
	m.sets[InPairs].kind = pairSet
	m.sets[Dense].kind = denseSet
	from := 0
	for i := range len(ends) / 2 {
		end := int(blob.Uint16(ends[2*i:]))
		if end < from || end > len(members) {
			return fmt.Errorf("label set %d ends before it begins", i)
		}
		set := &m.sets[i+FirstSet]
		if end <= from+4 {
			set.chunk = newChunk(members[from:end])
			from = end
			continue
		}
		set.kind, set.first = longSet, uint16(len(m.chunks))
		for ; from < end; from += 4 {
			m.chunks = append(m.chunks, newChunk(members[from:min(from+4, end)]))
			set.n++
		}
		from = end
	}
	return nil
}

// newChunk returns the chunk of up to four members.
func newChunk(members string) chunk {
	c := chunk{labels: noLabels}
	for i := range len(members) {
		shift := 8 * i
		c.labels = c.labels&^(0xFF<<shift) | uint32(members[i])<<shift
		c.codes |= 0xFF << shift
	}
	return c
}

// prepare makes the small tables that decoding works with.
func (m *Model) prepare() {
	m.all = allLabels(m.k)
	for i := range m.sets {
		m.kinds[i] = m.sets[i].kind
	}
	for c := range m.levels {
		m.levels[c] = Level(int8(c))
	}
	if m.head.Decoding != Viterbi {
		return
	}
	k := m.k
	m.pairs, m.logPairs = NewTransitions(k), NewTransitions(k)
	m.first, m.last = make([]float64, k), make([]float64, k)
	for y := range k {
		for x := range k + 1 {
			v := float64(m.head.Pairs[x*k+y])
			if m.head.Follow[x]>>y&1 == 0 {
				v += Forbidden
			}
			if x == k {
				m.first[y] = v
				continue
			}
			m.pairs.Scores[y*k+x] = v
			m.logPairs.Scores[y*k+x] = float64(v * m.head.Scale)
		}
		m.last[y] = float64(m.head.Last[y])
		if m.head.Final>>y&1 == 0 {
			m.last[y] += Forbidden
		}
	}
	m.logPairs.Update()
}

// Forbidden is added to the score of a label that may not stand where it does.
// It is finite: if nothing else is allowed, such a label is chosen. Sums of it and
// of integer weights are exact.
const Forbidden = -(1 << 40)

// Level returns the weight of a code, in units of the scale.
func Level(code int8) int32 {
	c := int32(code)
	if c < 0 {
		return -c * c
	}
	return c * c
}

// Labels returns the names of the labels. The slice must not be changed.
func (m *Model) Labels() []string { return m.head.Labels }

// Scale returns what one unit of a score is as a logarithm of a probability.
func (m *Model) Scale() float64 { return m.head.Scale }

// allowed cuts a set to the labels of the model; the empty set means all.
func (m *Model) allowed(set uint64) uint64 {
	if set &= m.all; set == 0 {
		return m.all
	}
	return set
}

func allLabels(k int) uint64 { return ^uint64(0) >> (MaxLabels - k) }

// appendMembers appends the numbers in a set.
func appendMembers(dst []byte, set uint64) []byte {
	for ; set != 0; set &= set - 1 {
		dst = append(dst, byte(bits.TrailingZeros64(set)))
	}
	return dst
}
