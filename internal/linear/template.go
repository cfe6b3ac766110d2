package linear

import (
	"fmt"
	"math/bits"
	"slices"
	"sync/atomic"

	"github.com/laut-nlp/laut/internal/hash"
)

// Attr is an attribute of a token, a column of a [Grid]: its word, its suffix,
// its shape, what the lexicon knows of it.
type Attr int

// At stands for the attribute's value at a distance from the token: 0 is its
// own, -1 that of the token before it.
func (a Attr) At(offset int) Term { return Term{attr: a, offset: offset} }

// Each is At for a set of bits: the template gives one feature for each bit.
func (a Attr) Each(offset int) Term { return Term{attr: a, offset: offset, kind: each} }

// Previous stands for the label of the n-th token before, which [Greedy] models alone
// know: 1 is the last one. n is at most [MaxHistory].
func Previous(n int) Term { return Term{offset: n, kind: previous} }

// MaxHistory is how many labels back a template may look.
const MaxHistory = 3

// Term is one value of a template: [Attr.At], [Attr.Each] or [Previous].
type Term struct {
	kind   termKind
	attr   Attr
	offset int
}

type termKind uint8

const (
	at termKind = iota
	each
	previous
)

// Template is a pattern of features: the values of its terms together. At a
// token where one of them is absent (0) it gives none.
type Template struct {
	Family string // what an ablation leaves out together
	Terms  []Term
}

// T makes a template.
func T(family string, terms ...Term) Template { return Template{family, terms} }

// Templates is a compiled list of templates. It is immutable.
type Templates struct {
	source    []Template
	width     int // of a row: the number of attributes
	pad       int // rows that must exist before and after the tokens
	static    []program
	history   []program // those that look at labels
	terms     []int32   // distances in the grid, from the token's row
	signature uint64
}

// program is a compiled template.
type program struct {
	seed        hash.Sum
	first, last int32    // terms[first:last]
	terms       [2]int32 // the first of them
	each        int32    // distance of the bit set
	hasEach     bool
	asks        uint8 // as in History
}

// Compile compiles templates over rows of width attributes. It panics if a
// template is empty, occurs twice, names an attribute beyond width, has two
// bit sets or looks too far: the list is a part of the program, and wrong in
// each run or in none.
//
// A template's hashes depend on its terms only, not on its place, so that lists
// that share a template share its features.
func Compile(width int, list ...Template) *Templates {
	t := &Templates{source: slices.Clone(list), width: width, signature: uint64(hash.Seed(uint64(width)))}
	seen := make(map[hash.Sum]bool)
	for n, template := range list {
		p := program{seed: hash.Seed(uint64(len(template.Terms))), first: int32(len(t.terms))}
		for _, term := range template.Terms {
			p.seed = p.seed.Add(uint64(term.kind)).Add(uint64(term.attr)).Add(uint64(term.offset))
			distance := int32(term.offset*width) + int32(term.attr)
			switch {
			case term.kind == previous && (term.offset < 1 || term.offset > MaxHistory):
				panic(fmt.Sprintf("linear: template %d: Previous(%d)", n, term.offset))
			case term.kind == previous:
				p.asks |= 1 << (term.offset - 1)
				continue
			case term.attr < 0 || int(term.attr) >= width:
				panic(fmt.Sprintf("linear: template %d: attribute %d of %d", n, term.attr, width))
			case term.kind == each && p.hasEach:
				panic(fmt.Sprintf("linear: template %d: two bit sets", n))
			case term.kind == each:
				p.each, p.hasEach = distance, true
			default:
				t.terms = append(t.terms, distance)
			}
			t.pad = max(t.pad, term.offset, -term.offset)
		}
		p.last = int32(len(t.terms))
		copy(p.terms[:], t.terms[p.first:])
		switch {
		case len(template.Terms) == 0:
			panic(fmt.Sprintf("linear: template %d is empty", n))
		case p.asks != 0 && p.hasEach:
			panic(fmt.Sprintf("linear: template %d: a bit set with labels", n))
		case seen[p.seed]:
			panic(fmt.Sprintf("linear: template %d occurs twice", n))
		}
		seen[p.seed] = true
		t.signature = uint64(hash.Sum(t.signature).Add(uint64(p.seed)))
		if p.asks != 0 {
			t.history = append(t.history, p)
		} else {
			t.static = append(t.static, p)
		}
	}
	return t
}

// Signature is a number that other templates do not have. A weight file keeps
// that of the templates it was trained with.
func (t *Templates) Signature() uint64 { return t.signature }

// Without returns the templates that belong to none of the families.
func (t *Templates) Without(families ...string) *Templates {
	return Compile(t.width, slices.DeleteFunc(slices.Clone(t.source), func(s Template) bool {
		return slices.Contains(families, s.Family)
	})...)
}

// Extract adds the features of token i of the grid to the position that
// s.Begin began last. Where only one label is allowed nothing is to be decided
// and nothing is added.
//
// Time is linear in the number of terms, about 2 ns each.
func (t *Templates) Extract(g *Grid, i int, s *Sequence) {
	if n := len(s.allowed); n > 0 && single(s.allowed[n-1]) {
		return
	}
	base := int32((i + g.pad) * g.width)
	s.features = appendFeatures(s.features, t.static, t.terms, g.values, base)
bases:
	for k := range t.history {
		p := &t.history[k]
		h := p.seed
		for _, d := range t.terms[p.first:p.last] {
			v := g.values[base+d]
			if v == 0 {
				continue bases
			}
			h = h.Add(v)
		}
		s.history = append(s.history, History{h, p.asks})
	}
}

// appendFeatures appends the features of programs that do not look at labels, for
// the token whose row begins at base. What is seldom is in functions of its own, so that all
// that the loop needs stays in registers.
func appendFeatures(features []Feature, programs []program, terms []int32, values []uint64, base int32) []Feature {
	n := len(features)
	features = slices.Grow(features, len(programs))
	features = features[:cap(features)]
	for i := range programs {
		p := &programs[i]
		h := p.seed
		if p.last-p.first <= 2 {
			if p.last > p.first {
				v := values[base+p.terms[0]]
				if v == 0 {
					continue
				}
				h = h.Add(v)
				if p.last-p.first == 2 {
					if v = values[base+p.terms[1]]; v == 0 {
						continue
					}
					h = h.Add(v)
				}
			}
		} else if h = longHash(h, terms[p.first:p.last], values, base); h == 0 {
			continue
		}
		if p.hasEach {
			features = appendEach(features[:n], h, values[base+p.each], len(programs)-i)
			n, features = len(features), features[:cap(features)]
			continue
		}
		features[n] = Feature(h)
		n++
	}
	return features[:n]
}

// longHash adds the values of terms to a hash. It returns 0 if one is absent.
//
//go:noinline
func longHash(h hash.Sum, terms []int32, values []uint64, base int32) hash.Sum {
	for _, d := range terms {
		v := values[base+d]
		if v == 0 {
			return 0
		}
		h = h.Add(v)
	}
	return h
}

// appendEach appends the features of the bits of a set, and makes room for more.
//
//go:noinline
func appendEach(features []Feature, h hash.Sum, set uint64, more int) []Feature {
	if set == Edge {
		features = append(features, Feature(h.Add(Edge)))
		set = 0
	}
	for ; set != 0; set &= set - 1 {
		features = append(features, Feature(h.Add(uint64(bits.TrailingZeros64(set)+1))))
	}
	return slices.Grow(features, more)
}

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
