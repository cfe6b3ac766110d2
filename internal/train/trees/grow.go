package trees

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/laut-nlp/laut/internal/trees"
)

// unit is one in the sums of derivatives. They are whole numbers, so that sums do not
// depend on their order, and what is left of a sum is exact.
const unit = 1 << 36

// minGain is the least fall of the loss that is worth a split; less is rounding.
const minGain = 1e-12

// sums are the derivatives of the loss of some rows by their score, the first and the
// second, in units, and the number of rows.
type sums struct{ g, h, n int64 }

func (s sums) minus(t sums) sums { return sums{s.g - t.g, s.h - t.h, s.n - t.n} }

// booster holds the rows to train on, numbered from 0 whatever their numbers in the
// data, with what boosting knows of them. Their values lie feature by feature, since
// histograms are counted so.
type booster struct {
	o       Options
	targets []float32
	ends    []int     // of groups, in order; none if there are no groups
	score   []float64 // of each row, with the trees so far
	slopes  []sums    // of each row
	columns [][]uint8 // by feature, the values of all rows
	bins    []int     // by feature, the number of values: the largest and one

	offset []int    // where a feature begins in the histograms of this tree
	size   int      // of these histograms
	total  int      // size with all features
	free   [][]sums // histograms out of use
	rows   []int32  // of this tree, those of a leaf side by side
	rest   []int32  // scratch of sample and part
	local  []sums   // scratch of histogram
}

func newBooster(d *Data, part []int, o Options) *booster {
	width := len(d.Rows[0])
	b := &booster{
		o: o, targets: make([]float32, len(part)), score: make([]float64, len(part)), slopes: make([]sums, len(part)),
		columns: make([][]uint8, width), bins: make([]int, width), offset: make([]int, width),
		rows: make([]int32, len(part)), rest: make([]int32, len(part)), local: make([]sums, len(part)),
	}
	for f := range width {
		column := make([]uint8, len(part))
		for k, i := range part {
			column[k] = d.Rows[i][f]
		}
		b.columns[f], b.bins[f] = column, int(slices.Max(column))+1
		b.total += b.bins[f]
	}
	for k, i := range part {
		b.targets[k] = d.Targets[i]
		if d.Groups != nil && (k+1 == len(part) || d.Groups[part[k+1]] != d.Groups[i]) {
			b.ends = append(b.ends, k+1)
		}
	}
	return b
}

// start gives all rows the score of the mean target, and returns it.
func (b *booster) start() float32 {
	if b.ends != nil { // what all have counts for nothing
		return 0
	}
	mean := 0.0
	for _, y := range b.targets {
		mean += float64(y)
	}
	mean = min(max(mean/float64(len(b.targets)), 1e-6), 1-1e-6)
	bias := float32(math.Log(mean / (1 - mean)))
	for k := range b.score {
		b.score[k] = float64(bias)
	}
	return bias
}

// derive computes the derivatives of the cross-entropy at the scores.
func (b *booster) derive() {
	first := 0
	for _, end := range b.ends {
		b.deriveGroup(first, end)
		first = end
	}
	if b.ends != nil {
		return
	}
	for k, score := range b.score {
		p := 1 / (1 + math.Exp(-score))
		b.slopes[k] = sums{
			g: int64(math.Round((p - float64(b.targets[k])) * unit)),
			h: int64(math.Round(max(p*(1-p), 1e-9) * unit)),
			n: 1,
		}
	}
}

// deriveGroup computes the derivatives of the rows of a group.
func (b *booster) deriveGroup(first, end int) {
	most := slices.Max(b.score[first:end])
	sum, right := 0.0, 0.0
	for k := first; k < end; k++ {
		e := math.Exp(b.score[k] - most)
		sum += e
		if b.targets[k] > 0 {
			right += e
		}
	}
	for k := first; k < end; k++ {
		e := math.Exp(b.score[k] - most)
		p, want := e/sum, 0.0
		if b.targets[k] > 0 {
			want = e / right
		}
		b.slopes[k] = sums{g: int64(math.Round((p - want) * unit)), h: int64(math.Round(max(p*(1-p), 1e-9) * unit)), n: 1}
	}
}

// sample returns the rows that the next tree sees, and the others, until it is called
// again.
func (b *booster) sample(r *rand.Rand) (seen, others []int32) {
	n, rest := 0, b.rest[:0]
	for k := range b.targets {
		if r.Float64() < b.o.Rows {
			b.rows[n] = int32(k)
			n++
		} else {
			rest = append(rest, int32(k))
		}
	}
	copy(b.rows[n:], rest)
	return b.rows[:n], b.rows[n:]
}

// features returns the features that the next tree sees.
func (b *booster) features(r *rand.Rand) []int {
	width := len(b.columns)
	list := r.Perm(width)[:int(math.Ceil(b.o.Features*float64(width)))]
	slices.Sort(list)
	b.size = 0
	for _, f := range list {
		b.offset[f] = b.size
		b.size += b.bins[f]
	}
	return list
}

// leaf is a leaf that may still be split.
type leaf struct {
	node         int
	seen, others []int32
	sum          sums   // of the rows seen
	hist         []sums // of the rows seen, by feature and value; nil if it stays a leaf
	gain         float64
	feature      int
	threshold    uint8
}

// grow returns a tree and adds it to the scores. Children stand side by side after
// their parents.
func (b *booster) grow(seen, others []int32, features []int) []trees.Node {
	tree := []trees.Node{{}}
	root := leaf{seen: seen, others: others}
	for _, k := range seen {
		root.sum.add(b.slopes[k])
	}
	if b.mayGrow(&root, 1) {
		root.hist = b.histogram(root.seen, features)
		b.find(&root, features)
	}
	leaves := []leaf{root}
	for len(leaves) < b.o.Leaves {
		best := 0
		for i := range leaves {
			if leaves[i].gain > leaves[best].gain {
				best = i
			}
		}
		l := leaves[best]
		if l.gain == 0 {
			break
		}
		tree[l.node] = trees.Node{Feature: uint8(l.feature), Threshold: l.threshold, Low: uint8(len(tree))}
		low, high := leaf{node: len(tree)}, leaf{node: len(tree) + 1}
		tree = append(tree, trees.Node{}, trees.Node{})
		low.seen, high.seen = b.part(l.seen, l.feature, l.threshold)
		low.others, high.others = b.part(l.others, l.feature, l.threshold)
		for _, k := range low.seen {
			low.sum.add(b.slopes[k])
		}
		high.sum = l.sum.minus(low.sum)
		b.split(l.hist, &low, &high, len(leaves)+1, features)
		leaves[best] = low
		leaves = append(leaves, high)
	}
	for _, l := range leaves {
		if l.hist != nil {
			b.free = append(b.free, l.hist)
		}
		if l.sum.n == 0 { // of no rows at all
			continue
		}
		score := float32(-b.o.Rate * float64(l.sum.g) / (float64(l.sum.h) + b.o.L2*unit))
		tree[l.node].Score = score
		for _, k := range l.seen {
			b.score[k] += float64(score)
		}
		for _, k := range l.others {
			b.score[k] += float64(score)
		}
	}
	return tree
}

// part puts rows up to the threshold before the others, in order.
func (b *booster) part(rows []int32, feature int, threshold uint8) (low, high []int32) {
	column, n, rest := b.columns[feature], 0, b.rest[:0]
	for _, k := range rows {
		if column[k] <= threshold {
			rows[n] = k
			n++
		} else {
			rest = append(rest, k)
		}
	}
	copy(rows[n:], rest)
	return rows[:n], rows[n:]
}

// mayGrow reports whether a leaf of a tree of so many leaves may be split.
func (b *booster) mayGrow(l *leaf, leaves int) bool {
	return leaves < b.o.Leaves && l.sum.n >= 2*int64(b.o.MinRows)
}

// split prepares the children of a leaf whose histogram is given. Only the smaller
// one's is counted: the other's is what is left.
func (b *booster) split(hist []sums, low, high *leaf, leaves int, features []int) {
	small, large := low, high
	if small.sum.n > large.sum.n {
		small, large = large, small
	}
	if !b.mayGrow(large, leaves) {
		b.free = append(b.free, hist)
		return
	}
	small.hist = b.histogram(small.seen, features)
	for i, s := range small.hist {
		hist[i] = hist[i].minus(s)
	}
	large.hist = hist
	b.find(large, features)
	if b.mayGrow(small, leaves) {
		b.find(small, features)
		return
	}
	b.free = append(b.free, small.hist)
	small.hist = nil
}

// histogram sums the slopes of rows by feature and value.
func (b *booster) histogram(rows []int32, features []int) []sums {
	if len(b.free) == 0 {
		b.free = append(b.free, make([]sums, b.total))
	}
	last := len(b.free) - 1
	hist := b.free[last][:b.size]
	b.free = b.free[:last]
	clear(hist)
	slopes := b.local[:len(rows)] // side by side, since each feature needs them
	for i, k := range rows {
		slopes[i] = b.slopes[k]
	}
	for _, f := range features {
		column, bins := b.columns[f], hist[b.offset[f]:b.offset[f]+b.bins[f]]
		for i, k := range rows {
			bins[column[k]].add(slopes[i])
		}
	}
	return hist
}

func (s *sums) add(t sums) {
	s.g += t.g
	s.h += t.h
	s.n += t.n
}

// find looks for the best split of a leaf, of equal ones the first.
func (b *booster) find(l *leaf, features []int) {
	whole, best := b.fall(l.sum), minGain
	for _, f := range features {
		low := sums{}
		for x, s := range l.hist[b.offset[f] : b.offset[f]+b.bins[f]] {
			if s.n == 0 {
				continue
			}
			low.add(s)
			high := l.sum.minus(low)
			if low.n < int64(b.o.MinRows) {
				continue
			}
			if high.n < int64(b.o.MinRows) {
				break
			}
			if gain := b.fall(low) + b.fall(high) - whole; gain > best {
				best, l.gain, l.feature, l.threshold = gain, gain, f, uint8(x)
			}
		}
	}
}

// fall returns by how much the loss falls, to second order and doubled, if rows get
// the score that is best for them.
func (b *booster) fall(s sums) float64 {
	g := float64(s.g) / unit
	return g * g / (float64(s.h)/unit + b.o.L2)
}
