package linear

import (
	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/hash"
)

// scores are the sums of weights by label.
type scores struct {
	// total has a place for each possible label, and more for codes that do not
	// count, so that no index needs a check and no addition waits for another.
	total [2 * MaxLabels]int32
}

// labelSet is an entry of the table of label sets.
type labelSet struct {
	chunk // of up to four members
	kind  setKind
	n     uint8  // of chunks of a longer set
	first uint16 // of them in Model.chunks
}

// chunk is up to four members of a label set, with the place of their codes.
type chunk struct {
	labels uint32 // a byte each
	codes  uint32 // the bits of four codes that belong to members
}

// noLabels are four places of scores.total that stand for no label.
const noLabels = 0x7F7E7D7C

type setKind uint8

const (
	shortSet setKind = iota // up to four members
	longSet
	pairSet
	denseSet
	setKinds = 4
)

// A slot of the perfect hash table has 36 bits: from the lowest on a
// fingerprint, the place of the codes, and the number of a label set.
const (
	PrintBits = 14
	PlaceBits = 12
	SetBits   = 10
	slotBits  = PrintBits + PlaceBits + SetBits

	BlockSlots = 64 // slots that share a base
	Padding    = 7  // bytes behind slots and codes, so that 8 can be read at any
)

// Numbers of label sets that stand for none of the table. Set 0 has no labels.
const (
	InPairs  = 1 // the labels stand with the codes
	Dense    = 2 // all labels
	FirstSet = 3 // the first of the table
)

// Bucket returns the bucket of a feature, whose pilot leads to its slot.
func Bucket(f Feature, buckets int) int { return int(uint64(f) >> 32 * uint64(buckets) >> 32) }

// Slot returns where the pilot of its bucket sends a feature.
func Slot(f Feature, pilot uint16, slots int) int {
	return int(hash.Mix(uint64(f)^uint64(pilot)) >> 32 * uint64(slots) >> 32)
}

// batch is how many features are looked up together.
const batch = 64

// lookups is the scratch space of addAll.
type lookups struct {
	slots   [batch]uint32
	found   [setKinds][batch]place // by kind of set
	touched byte                   // keeps the compiler from leaving out what only fills the caches
}

// place is where the codes of a feature are, and their label set.
type place struct {
	at  uint32
	set uint32
}

// addAll adds the weights of features. Look-ups miss the caches: each step is done for
// many features before the next, so that the processor waits for all of them at once.
// Whether the file knows a feature and how its codes are read can hardly be foretold, so
// there is no branch on either: features are sorted by kind, and those of a kind are
// added together.
func (m *Model) addAll(sum *scores, l *lookups, features []Feature) {
	if m.slots == 0 {
		return
	}
	for len(features) > batch {
		m.addBatch(sum, l, features[:batch])
		features = features[batch:]
	}
	m.addBatch(sum, l, features)
}

// addBatch adds the weights of up to batch features. The file has a slot; all lengths
// but the places of codes were checked by New.
func (m *Model) addBatch(sum *scores, l *lookups, features []Feature) {
	pilots, data, bases, end := m.pilots, m.slotData, m.bases, uint64(len(m.codes)-Padding)
	slots := l.slots[:len(features)]
	for i, f := range features {
		slots[i] = uint32(Slot(f, pilots[Bucket(f, len(pilots))], m.slots))
	}
	for _, slot := range slots {
		if at := int(slot) * slotBits / 8; at < len(data) {
			l.touched |= data[at] // many at once: the loop below is too long for that
		}
	}
	var n [setKinds]uint32
	for i, f := range features {
		slot := int(slots[i])
		bit := slot * slotBits
		s := blob.Uint64(data[bit/8:bit/8+8]) >> (uint(bit) % 8)
		at := uint64(bases[slot/BlockSlots]) + s>>PrintBits%(1<<PlaceBits)
		set := s >> (PrintBits + PlaceBits) % (1 << SetBits)
		kind := m.kinds[set] % setKinds
		l.found[kind][n[kind]%batch] = place{uint32(at), uint32(set)}
		differs := (s ^ uint64(f)) % (1 << PrintBits)
		n[kind] += uint32((differs - 1) & (at - end) >> 63)
	}
	for _, p := range l.found[shortSet][:n[shortSet]] {
		m.addFour(sum, m.sets[p.set%(1<<SetBits)].chunk, int(p.at))
	}
	m.addDense(sum, l.found[denseSet][:n[denseSet]])
	for _, p := range l.found[longSet][:n[longSet]] {
		m.addChunks(sum, p)
	}
	for _, p := range l.found[pairSet][:n[pairSet]] {
		m.addPairs(sum, int(p.at))
	}
}

// addFour adds the weights of up to four labels, whose codes are at a place. Codes
// that do not count are set to 0, which costs less than a branch.
func (m *Model) addFour(sum *scores, c chunk, at int) {
	codes := blob.Uint32(m.codes[at:at+4]) & c.codes
	labels := c.labels
	total := &sum.total
	total[labels%128] += m.levels[codes%256]
	total[labels>>8%128] += m.levels[codes>>8%256]
	total[labels>>16%128] += m.levels[codes>>16%256]
	total[labels>>24%128] += m.levels[codes>>24]
}

// DenseZero is the byte of a dense row that stands for 0.
const DenseZero = 128

const evenBytes = 0x00FF00FF00FF00FF

// addDense adds dense rows, in 16-bit lanes: those of even labels, then those of odd
// ones. The lanes hold a batch. Two words of a row go together, so that the processor
// has four additions that do not wait for each other.
func (m *Model) addDense(sum *scores, places []place) {
	if len(places) == 0 {
		return
	}
	codes := m.codes
	first := 0
	for ; first+8 < m.k; first += 16 {
		var even, odd, even2, odd2 uint64
		for _, p := range places {
			at := int(p.at) + first
			if at+16 > len(codes) {
				continue // only in a file that no trainer writes
			}
			v, w := blob.Uint64(codes[at:at+8]), blob.Uint64(codes[at+8:at+16])
			even += v & evenBytes
			odd += v >> 8 & evenBytes
			even2 += w & evenBytes
			odd2 += w >> 8 & evenBytes
		}
		m.addLanes(sum, first, even, odd, len(places))
		m.addLanes(sum, first+8, even2, odd2, len(places))
	}
	if first < m.k {
		var even, odd uint64
		for _, p := range places {
			at := int(p.at) + first
			if at+8 > len(codes) {
				continue
			}
			v := blob.Uint64(codes[at : at+8])
			even += v & evenBytes
			odd += v >> 8 & evenBytes
		}
		m.addLanes(sum, first, even, odd, len(places))
	}
}

// addLanes moves the sums of a number of rows to the totals of eight labels.
func (m *Model) addLanes(sum *scores, first int, even, odd uint64, rows int) {
	zero := int32(rows) * DenseZero
	total := sum.total[first : first+8 : first+8]
	for y := range 4 {
		total[2*y] += (int32(even>>(16*y)&0xFFFF) - zero) * m.denseStep
		total[2*y+1] += (int32(odd>>(16*y)&0xFFFF) - zero) * m.denseStep
	}
}

// addChunks adds the weights of a set of more than four labels, four at a time.
func (m *Model) addChunks(sum *scores, p place) {
	set := &m.sets[p.set%(1<<SetBits)]
	at := int(p.at)
	for _, c := range m.chunks[set.first : set.first+uint16(set.n)] {
		if at+4 > len(m.codes) {
			return // only in a file that no trainer writes
		}
		m.addFour(sum, c, at)
		at += 4
	}
}

// addPairs adds the weights of labels that stand with their codes, four at a time.
func (m *Model) addPairs(sum *scores, at int) {
	total := &sum.total
	n := int(m.codes[at])
	at++
	for ; n > 0 && at+8 <= len(m.codes); n -= 4 {
		pairs := blob.Uint64(m.codes[at : at+8])
		at += 8
		if n < 4 {
			pairs &= 1<<(16*n) - 1
		}
		total[pairs%MaxLabels] += m.levels[pairs>>8%256]
		total[pairs>>16%MaxLabels] += m.levels[pairs>>24%256]
		total[pairs>>32%MaxLabels] += m.levels[pairs>>40%256]
		total[pairs>>48%MaxLabels] += m.levels[pairs>>56]
	}
}
