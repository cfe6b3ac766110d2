package linear

// scores are the sums of weights by label.
type scores struct {
	// total has a place for each possible label, and more for codes that do not
	// count, so that no index needs a check and no addition waits for another.
	total [2 * MaxLabels]int32

	// dense rows are added eight labels at a time, in 16-bit lanes: those of
	// even labels, then those of odd ones.
	lanes [MaxLabels / 8][2]uint64
	rows  int32 // in lanes
}

// maxRows is how many dense rows the lanes can hold.
const maxRows = 256

// labelSet is an entry of the table of label sets.
type labelSet struct {
	labels uint32 // the first four members, a byte each
	codes  uint32 // the bits of four codes that belong to members
	kind   setKind
	n      uint8  // members from the fifth on
	first  uint16 // of the fifth in Model.members
}

// noLabels are four places of scores.total that stand for no label.
const noLabels = 0x7F7E7D7C

type setKind uint32

const (
	shortSet setKind = iota // up to four members
	longSet
	pairSet
	denseSet
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
	return int(mix(uint64(f)^uint64(pilot)) >> 32 * uint64(slots) >> 32)
}

// addAll adds the weights of features.
func (m *Model) addAll(sum *scores, features []Feature) {
	if m.slots == 0 {
		return
	}
	for _, f := range features {
		m.add(sum, f)
	}
	m.addLanes(sum)
}

// add adds the weights of a feature. Whether the file knows it and how many
// labels it has can hardly be foretold, and a wrong guess costs the processor more
// than four additions; so there is no branch up to there: codes that do not count
// are set to 0. The file has a slot; all lengths but the place of the codes were
// checked by New.
func (m *Model) add(sum *scores, f Feature) {
	b := 2 * Bucket(f, m.buckets)
	slot := Slot(f, uint16(le16(m.pilots[b:b+2])), m.slots)
	bit := slot * slotBits
	s := le64(m.slotData[bit/8:bit/8+8]) >> (uint(bit) % 8)
	block := slot / BlockSlots * 4
	at := int(le32(m.bases[block:block+4])) + int(s>>PrintBits%(1<<PlaceBits))
	set := &m.sets[s>>(PrintBits+PlaceBits)%(1<<SetBits)]
	if uint(at) >= uint(len(m.codes)-Padding) {
		return
	}
	differs := (s ^ uint64(f)) % (1 << PrintBits)
	known := uint32((differs - 1) >> 63) // 1 or 0
	if uint32(set.kind)&-known != 0 {
		m.addMore(sum, set, at)
		return
	}
	codes := le32(m.codes[at:at+4]) & set.codes
	codes &= -known
	labels := set.labels
	total := &sum.total
	total[labels%128] += m.levels[codes%256]
	total[labels>>8%128] += m.levels[codes>>8%256]
	total[labels>>16%128] += m.levels[codes>>16%256]
	total[labels>>24%128] += m.levels[codes>>24]
}

// addMore adds what does not fit into four codes.
func (m *Model) addMore(sum *scores, set *labelSet, at int) {
	switch set.kind {
	case denseSet:
		m.addDense(sum, at)
	case longSet:
		m.addLong(sum, set, at)
	case pairSet:
		m.addPairs(sum, at)
	}
}

// DenseZero is the byte of a dense row that stands for 0.
const DenseZero = 128

const evenBytes = 0x00FF00FF00FF00FF

func (m *Model) addDense(sum *scores, at int) {
	if at+m.denseSize > len(m.codes) {
		return
	}
	row := m.codes[at : at+m.denseSize]
	for i := range uint(len(row)) / 8 {
		v := le64(row[8*i : 8*i+8])
		lanes := &sum.lanes[i%8]
		lanes[0] += v & evenBytes
		lanes[1] += v >> 8 & evenBytes
	}
	if sum.rows++; sum.rows == maxRows {
		m.addLanes(sum)
	}
}

// addLanes moves the sums of dense rows to the totals.
func (m *Model) addLanes(sum *scores) {
	if sum.rows == 0 {
		return
	}
	zero := sum.rows * DenseZero
	for y := range sum.total[:m.k] {
		v := int32(sum.lanes[y/8][y%2] >> (y % 8 / 2 * 16) & 0xFFFF)
		sum.total[y] += (v - zero) * m.denseStep
	}
	clear(sum.lanes[:])
	sum.rows = 0
}

func (m *Model) addLong(sum *scores, set *labelSet, at int) {
	n := int(set.n)
	if at+n > len(m.codes) {
		return
	}
	codes := m.codes[at : at+n]
	labels := m.members[set.first : int(set.first)+n]
	for i := range len(codes) {
		sum.total[labels[i]%MaxLabels] += m.levels[codes[i]]
	}
}

func (m *Model) addPairs(sum *scores, at int) {
	n := int(m.codes[at])
	pairs := m.codes[at+1 : min(at+1+2*n, len(m.codes))]
	for ; len(pairs) >= 2; pairs = pairs[2:] {
		sum.total[pairs[0]%MaxLabels] += m.levels[pairs[1]]
	}
}
