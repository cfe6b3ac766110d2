package linear

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/laut-nlp/laut/internal/linear"
)

// Packing says how weights become a file. The zero value keeps all weights.
type Packing struct {
	Prune    float64 // weights smaller than this, in absolute value, are left out
	MaxBytes int     // if not 0: prune further, until the file is no larger
}

// Report tells what a file holds.
type Report struct {
	Bytes     int
	Features  int     // in the file
	Weights   int     // in the file
	Prune     float64 // the threshold used
	FalseHit  float64 // probability that an unknown feature is taken for a known one
	MaxError  float64 // the largest difference between a weight and what the file has for it
	DenseStep float64 // the step of features with weights for all labels
	Unit      float64 // the step of the smallest code
}

// String returns the report as one line.
func (r Report) String() string {
	return fmt.Sprintf("%d bytes, %d features, %d weights (|w| >= %.3g), %.1f bytes a feature; false hits %.2g; largest error %.2g",
		r.Bytes, r.Features, r.Weights, r.Prune, float64(r.Bytes)/float64(max(r.Features, 1)), r.FalseHit, r.MaxError)
}

// Encode packs the weights into a file for linear.New.
func (w *Weights) Encode(p Packing) ([]byte, Report, error) {
	file, report, err := w.encode(p.Prune)
	if err != nil || p.MaxBytes == 0 || len(file) <= p.MaxBytes {
		return file, report, err
	}
	// The size falls as the threshold rises: find the lowest that is enough.
	low, high := p.Prune, largest(w.Values)
	var best []byte
	for range 14 {
		mid := (low + high) / 2
		f, r, err := w.encode(mid)
		if err != nil {
			return nil, Report{}, err
		}
		if len(f) > p.MaxBytes {
			low = mid
			continue
		}
		high, best, report = mid, f, r
	}
	if best == nil {
		return nil, Report{}, fmt.Errorf("linear: a file of %d bytes has no room for one weight", p.MaxBytes)
	}
	return best, report, nil
}

func largest(values []float32) float64 {
	most := 0.0
	for _, v := range values {
		most = max(most, math.Abs(float64(v)))
	}
	return most
}

func (w *Weights) row(n int32) []float32 {
	k := len(w.Labels)
	return w.Values[int(n)*k:][:k]
}

// cell is a feature on its way into the file.
type cell struct {
	row    int32
	labels uint64
	slot   int
	dense  bool
}

func (w *Weights) encode(prune float64) ([]byte, Report, error) {
	for _, v := range w.Values {
		if v != v || math.IsInf(float64(v), 0) {
			return nil, Report{}, fmt.Errorf("linear: a weight is %g: the training has diverged", v)
		}
	}
	r := Report{Prune: prune}
	most := largest(w.Values)
	r.Unit = most / (127 * 127)
	if most == 0 {
		r.Unit = 1
	}
	cells, hash := w.cells(prune, r.Unit)
	h := &linear.Head{
		Labels: w.Labels, Decoding: w.Decoding, Signature: w.Signature, Scale: r.Unit,
		Follow: w.Chain.Follow, Final: w.Chain.Final,
	}
	h.Pairs, h.Last = integers(w.Pairs, r.Unit), integers(w.Last, r.Unit)
	step := w.markDense(cells, r.Unit)
	numbers := chooseSets(cells, h)
	t := w.table(cells, hash, numbers, h.Sets, step, &r)
	file := linear.AppendFile(nil, h, t)
	r.Bytes, r.Features = len(file), len(cells)
	r.DenseStep = r.Unit * float64(step)
	r.FalseHit = math.Exp2(-linear.PrintBits)
	return file, r, nil
}

// integers turns scores of the chain into units.
func integers(scores []float64, unit float64) []int32 {
	var out []int32
	for _, v := range scores {
		out = append(out, int32(math.Round(min(max(v/unit, math.MinInt32), math.MaxInt32))))
	}
	return out
}

// code returns the code of the nearest weight.
func code(v, unit float64) int8 {
	c := int(math.Sqrt(math.Abs(v) / unit))
	if d := math.Abs(v) / unit; float64((c+1)*(c+1))-d < d-float64(c*c) {
		c++
	}
	c = min(c, 127)
	if v < 0 {
		c = -c
	}
	return int8(c)
}

// cells returns the features with weights that are left after pruning and
// rounding, in the order of their slots.
func (w *Weights) cells(prune, unit float64) ([]cell, perfect) {
	var cells []cell
	var features []linear.Feature
	for n, f := range w.Features {
		c := cell{row: int32(n)}
		for y, v := range w.row(c.row) {
			if math.Abs(float64(v)) >= prune && code(float64(v), unit) != 0 {
				c.labels |= 1 << y
			}
		}
		if c.labels != 0 {
			cells = append(cells, c)
			features = append(features, f)
		}
	}
	hash := newPerfect(features)
	for i, f := range features {
		cells[i].slot = hash.slot(f)
	}
	slices.SortFunc(cells, func(a, b cell) int { return cmp.Compare(a.slot, b.slot) })
	return cells, hash
}

// markDense chooses the cells that become dense rows, and returns their step.
// Those are cells with many labels, but for the few with such large weights that
// the step, which is the same for all, would be too coarse.
func (w *Weights) markDense(cells []cell, unit float64) uint32 {
	var candidates []float64
	for _, c := range cells {
		if w.many(c) {
			candidates = append(candidates, largest(w.row(c.row)))
		}
	}
	if len(candidates) == 0 {
		return 1
	}
	slices.Sort(candidates)
	step := max(math.Ceil(candidates[(len(candidates)-1)*denseShare/100]/127/unit), 1)
	for i, c := range cells {
		cells[i].dense = w.many(c) && largest(w.row(c.row)) <= 127*step*unit
	}
	return uint32(step)
}

// denseShare is how many of 100 cells with many labels become dense rows.
const denseShare = 98

// many reports whether a cell is read faster as a dense row, and not much larger.
func (w *Weights) many(c cell) bool {
	n := bits.OnesCount64(c.labels)
	return n > 4 && 3*n > len(w.Labels)
}

// chooseSets fills the table of label sets with those that save most bytes, and
// returns the number of the set to use for each combination of labels: its own,
// or a larger one if that is shorter than pairs, or 1 for pairs.
func chooseSets(cells []cell, h *linear.Head) map[uint64]int {
	counts := make(map[uint64]int)
	for _, c := range cells {
		if !c.dense {
			counts[c.labels]++
		}
	}
	type candidate struct {
		set    uint64
		saving int
	}
	var all []candidate
	for set, n := range counts {
		size := bits.OnesCount64(set)
		all = append(all, candidate{set, n*(size+1) - size - 2})
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.saving, a.saving), cmp.Compare(a.set, b.set))
	})
	// The set of all labels is always there, so that no cell is longer than K
	// bytes and 64 of them have places of 12 bits.
	whole := ^uint64(0) >> (linear.MaxLabels - len(h.Labels))
	h.Sets = []uint64{whole}
	numbers := map[uint64]int{whole: linear.FirstSet}
	members := len(h.Labels)
	for _, c := range all {
		if c.set == whole {
			continue
		}
		size := bits.OnesCount64(c.set)
		if len(h.Sets) < 1<<linear.SetBits-linear.FirstSet && c.saving > 0 && members+size <= math.MaxUint16 {
			h.Sets = append(h.Sets, c.set)
			numbers[c.set] = len(h.Sets) - 1 + linear.FirstSet
			members += size
			continue
		}
		shortest := 2*size + 1
		numbers[c.set] = linear.InPairs
		for i, set := range h.Sets {
			if n := bits.OnesCount64(set); c.set&^set == 0 && n < shortest {
				shortest = n
				numbers[c.set] = i + linear.FirstSet
			}
		}
	}
	return numbers
}

// table lays out the cells.
func (w *Weights) table(cells []cell, hash perfect, numbers map[uint64]int, sets []uint64, step uint32, r *Report) *linear.Table {
	t := &linear.Table{DenseStep: step, Slots: hash.slots, Pilots: hash.pilots}
	type entry struct {
		feature    linear.Feature
		place, set int
	}
	slots := make([]entry, hash.slots)
	for _, c := range cells {
		for len(t.Bases)*linear.BlockSlots <= c.slot {
			t.Bases = append(t.Bases, uint32(len(t.Codes)))
		}
		e := entry{w.Features[c.row], len(t.Codes) - int(t.Bases[c.slot/linear.BlockSlots]), numbers[c.labels]}
		switch {
		case c.dense:
			e.set = linear.Dense
			t.Codes = w.appendDense(t.Codes, c, r.Unit*float64(step), r)
		case e.set == linear.InPairs:
			t.Codes = w.appendPairs(t.Codes, c, r)
		default:
			t.Codes = w.appendCodes(t.Codes, c, sets[e.set-linear.FirstSet], r)
		}
		slots[c.slot] = e
	}
	for len(t.Bases)*linear.BlockSlots < t.Slots {
		t.Bases = append(t.Bases, uint32(len(t.Codes)))
	}
	t.Codes = append(t.Codes, make([]byte, linear.Padding)...)
	var p bitPacker
	for _, e := range slots {
		p.add(uint64(e.feature)%(1<<linear.PrintBits), linear.PrintBits)
		p.add(uint64(e.place), linear.PlaceBits)
		p.add(uint64(e.set), linear.SetBits)
	}
	t.SlotData = append(p.bytes(), make([]byte, linear.Padding)...)
	return t
}

// appendCodes appends a code for each label of a set that includes the cell's.
func (w *Weights) appendCodes(dst []byte, c cell, set uint64, r *Report) []byte {
	for ; set != 0; set &= set - 1 {
		dst = append(dst, w.codeOf(c, bits.TrailingZeros64(set), r))
	}
	return dst
}

// appendDense appends the row of a cell, the weights that pruning would have
// left out included.
func (w *Weights) appendDense(dst []byte, c cell, step float64, r *Report) []byte {
	for _, v := range w.row(c.row) {
		q := math.Round(float64(v) / step)
		r.MaxError = max(r.MaxError, math.Abs(float64(v)-q*step))
		r.Weights++
		dst = append(dst, byte(q+linear.DenseZero))
	}
	return dst
}

// appendPairs appends the cell's labels with their codes.
func (w *Weights) appendPairs(dst []byte, c cell, r *Report) []byte {
	dst = append(dst, byte(bits.OnesCount64(c.labels)))
	for set := c.labels; set != 0; set &= set - 1 {
		y := bits.TrailingZeros64(set)
		dst = append(dst, byte(y), w.codeOf(c, y, r))
	}
	return dst
}

func (w *Weights) codeOf(c cell, y int, r *Report) byte {
	if c.labels>>y&1 == 0 {
		return 0
	}
	v := float64(w.row(c.row)[y])
	q := code(v, r.Unit)
	r.MaxError = max(r.MaxError, math.Abs(v-r.Unit*float64(linear.Level(q))))
	r.Weights++
	return byte(q)
}

// bitPacker packs numbers without gaps, from the lowest bit on.
type bitPacker struct {
	data []byte
	last uint64
	n    int // bits in last
}

func (p *bitPacker) add(v uint64, width int) {
	p.last |= v << p.n
	for p.n += width; p.n >= 8; p.n -= 8 {
		p.data = append(p.data, byte(p.last))
		p.last >>= 8
	}
}

func (p *bitPacker) bytes() []byte {
	if p.n > 0 {
		return append(p.data, byte(p.last))
	}
	return p.data
}
