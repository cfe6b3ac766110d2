package linear

import (
	"slices"
	"sync/atomic"
)

// Own are those templates of a list that look at one token only, and there at
// nothing but attributes that the token's form determines. The sum of their weights is
// the same wherever the form stands: [Decoder.Own] keeps it. Own is immutable.
type Own struct {
	first    int         // the lowest offset
	programs [][]program // by offset
	terms    []int32
	width    int
}

// Split divides templates into those that look at one token, at an offset from first
// to last, at most MaxOwn of them, and there at no attributes but the given ones, and
// all others.
func (t *Templates) Split(first, last int, attrs ...Attr) (*Own, *Templates) {
	of := make([]bool, t.width)
	for _, a := range attrs {
		of[a] = true
	}
	own := &Own{first: first, programs: make([][]program, last-first+1), terms: t.terms, width: t.width}
	rest := *t
	rest.static = nil
	for _, p := range t.static {
		if offset, ok := t.ownOffset(&p, of); ok && first <= offset && offset <= last {
			own.programs[offset-first] = append(own.programs[offset-first], p)
		} else {
			rest.static = append(rest.static, p)
		}
	}
	return own, &rest
}

// ownOffset returns the offset that a program looks at, if it is one only and all
// attributes are in a set.
func (t *Templates) ownOffset(p *program, of []bool) (offset int, ok bool) {
	distances := t.terms[p.first:p.last:p.last]
	if p.hasEach {
		distances = append(distances, p.each)
	}
	for i, d := range distances {
		row := int(d) + t.pad*t.width // of the first row that is looked at; not negative
		at := row/t.width - t.pad
		if i > 0 && at != offset || !of[row%t.width] {
			return 0, false
		}
		offset = at
	}
	return offset, true
}

// MaxOwn is how many offsets Own may have.
const MaxOwn = 5

// Sums tells which sums of a form's own weights are known, by offset. It is safe for
// concurrent use. The zero Sums knows none.
type Sums [MaxOwn]atomic.Uint32

const (
	sumUnknown = iota
	sumBusy    // some goroutine is at it
	sumKnown
)

// Own returns the sum of the weights that the token at an offset gives by its own
// templates, to be added by [Sequence.AddScores]. row are its attributes. The sums are
// kept in a slice with room for all labels at each offset; known says which are there.
// Row, known and slice belong to a form and may be shared by goroutines.
func (d *Decoder) Own(m *Model, o *Own, known *Sums, kept []int32, row []uint64, offset int) []int32 {
	n := offset - o.first
	own := kept[n*m.k : (n+1)*m.k]
	if known[n].Load() == sumKnown {
		return own
	}
	d.features = appendFeatures(d.features[:0], o.programs[n], o.terms, row, int32(-offset*o.width))
	var sum scores
	m.addAll(&sum, &d.lookups, d.features)
	if !known[n].CompareAndSwap(sumUnknown, sumBusy) {
		return slices.Clone(sum.total[:m.k])
	}
	copy(own, sum.total[:])
	known[n].Store(sumKnown)
	return own
}
