package linear

import (
	"errors"
	"fmt"
	"math"
	"math/bits"

	"github.com/laut-nlp/laut/internal/sealed"
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
	body, err := sealed.Open(data, Magic)
	if err != nil {
		return nil, fmt.Errorf("linear: %w", err)
	}
	m, err := parse(body)
	if err != nil {
		return nil, err
	}
	if m.head.Signature != signature {
		return nil, fmt.Errorf("linear: weights of other templates: signature %016x, not %016x", m.head.Signature, signature)
	}
	m.prepare()
	return m, nil
}

// parse reads the binary part behind the checksum.
func parse(s string) (*Model, error) {
	if len(s) < fixedSize {
		return nil, errShort
	}
	m := &Model{k: int(s[35]), denseStep: int32(le32(s[16:]))}
	h := &m.head
	h.Signature = le64(s)
	h.Scale = math.Float64frombits(le64(s[8:]))
	h.Decoding = Decoding(s[34])
	buckets, slots, codes := int64(le32(s[20:])), int64(le32(s[24:])), int64(le32(s[28:]))
	m.slots = int(slots)
	sets := int(le16(s[32:]))
	switch {
	case m.k < 1 || m.k > MaxLabels:
		return nil, fmt.Errorf("linear: %d labels, from 1 to %d are possible", m.k, MaxLabels)
	case h.Decoding > Viterbi:
		return nil, fmt.Errorf("linear: unknown decoding %d", h.Decoding)
	case !(h.Scale > 0 && h.Scale < 1e6):
		return nil, fmt.Errorf("linear: scale %g", h.Scale)
	case sets > len(m.sets)-FirstSet:
		return nil, fmt.Errorf("linear: %d label sets, at most %d are possible", sets, len(m.sets)-FirstSet)
	case (buckets == 0) != (slots == 0):
		return nil, fmt.Errorf("linear: %d buckets and %d slots", buckets, slots)
	}
	r := reader{rest: s[fixedSize:]}
	for range m.k {
		h.Labels = append(h.Labels, r.take(int64(r.byte())))
	}
	for i := range m.k + 1 {
		h.Follow = append(h.Follow, r.uint64())
		m.follow[i] = h.Follow[i]
	}
	m.follow[start] = h.Follow[m.k]
	h.Final = r.uint64()
	if h.Decoding == Viterbi {
		h.Pairs = r.int32s((m.k + 1) * m.k)
		h.Last = r.int32s(m.k)
	}
	ends, members := r.take(int64(2*sets)), ""
	if !r.short && sets > 0 {
		members = r.take(int64(le16(ends[2*(sets-1):])))
	}
	pilots := r.take(2 * buckets)
	bases := r.take((slots + BlockSlots - 1) / BlockSlots * 4)
	m.slotData = r.take((slots*slotBits+7)/8 + Padding)
	m.codes = r.take(codes)
	if r.short || len(m.codes) < Padding || r.rest != "" {
		return nil, errShort
	}
	m.pilots, m.bases = make([]uint16, len(pilots)/2), make([]uint32, len(bases)/4)
	for i := range m.pilots {
		m.pilots[i] = uint16(le16(pilots[2*i:]))
	}
	for i := range m.bases {
		m.bases[i] = le32(bases[4*i:])
	}
	return m, m.readSets(ends, members)
}

// readSets makes the table of label sets.
func (m *Model) readSets(ends, members string) error {
	m.sets[InPairs].kind = pairSet
	m.sets[Dense].kind = denseSet
	from := 0
	for i := range len(ends) / 2 {
		end := int(le16(ends[2*i:]))
		if end < from || end > len(members) {
			return fmt.Errorf("linear: label set %d ends before it begins", i)
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

var errShort = errors.New("linear: the parts of the weight file do not have the lengths it says")

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

// reader takes parts off a string. Behind its end everything is empty or 0, and
// short is set.
type reader struct {
	rest  string
	short bool
}

func (r *reader) take(n int64) (s string) {
	if n > int64(len(r.rest)) {
		r.short = true
		return ""
	}
	s, r.rest = r.rest[:n], r.rest[n:]
	return s
}

func (r *reader) byte() byte {
	if s := r.take(1); s != "" {
		return s[0]
	}
	return 0
}

func (r *reader) uint64() uint64 {
	if s := r.take(8); s != "" {
		return le64(s)
	}
	return 0
}

func (r *reader) int32s(n int) []int32 {
	values := make([]int32, n)
	for i := range values {
		if s := r.take(4); s != "" {
			values[i] = int32(le32(s))
		}
	}
	return values
}
