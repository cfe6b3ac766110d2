package linear

import (
	"slices"

	"github.com/laut-nlp/laut/internal/hash"
)

// Groups are templates sorted by the terms they look at. What a group of them adds to the
// scores depends on the values of its terms alone, and few combinations of these make up
// most of a text: [Decoder.AddGroups] keeps the sums of their weights, so that one
// look-up stands for those of all templates of a group. Groups is immutable.
type Groups struct {
	groups []group
	terms  []int32 // as in Templates
	rest   *Templates
}

// group is templates that look at nothing but a few terms.
type group struct {
	distances []int32 // of the terms
	programs  []program
}

// Group puts each template into the first of the sets of terms that has all of its own.
// Those that fit into none are in Rest, as are all with Each or Previous.
//
// A good set has many templates and takes few values together: a sum that is not kept
// costs as much as about twelve features, one that is kept as much as one.
func (t *Templates) Group(sets ...[]Term) *Groups {
	g := &Groups{terms: t.terms, groups: make([]group, len(sets))}
	for n, set := range sets {
		for _, term := range set {
			g.groups[n].distances = append(g.groups[n].distances, int32(term.offset*t.width)+int32(term.attr))
		}
	}
	rest := *t
	rest.static = nil
	for _, p := range t.static {
		n := slices.IndexFunc(g.groups, func(one group) bool { return one.covers(&p, g.terms) })
		if n < 0 {
			rest.static = append(rest.static, p)
			continue
		}
		g.groups[n].programs = append(g.groups[n].programs, p)
	}
	g.rest = &rest
	return g
}

// covers reports whether a program looks at nothing but the terms of a group.
func (one *group) covers(p *program, terms []int32) bool {
	for _, d := range terms[p.first:p.last] {
		if !slices.Contains(one.distances, d) {
			return false
		}
	}
	return !p.hasEach
}

// Rest returns the templates that are in no group.
func (g *Groups) Rest() *Templates { return g.rest }

// A Memory has room for 1,024 sums of each group. Twice as many, or eight times as many,
// took the same time: more sums that are there, but farther from the processor.
const (
	memoryBits = 10
	remembered = 1 << memoryBits
)

// Memory keeps sums of a model's groups by the hash of their terms' values. A new one
// takes the place of the one that was there. It is scratch space for one goroutine; the
// zero Memory is empty and ready for use. It takes 8 bytes and 4 for each label, for
// each of 1,024 sums of each group, whatever the text.
type Memory struct {
	model   *Model
	groups  *Groups
	stride  int      // of an entry
	entries []uint64 // by group and place: the hash, then the sums as packed
}

// packed are sums by label, two to a number: that of the even label and 2³² times that
// of the odd one behind it, modulo 2⁶⁴. One addition adds both.
type packed [MaxLabels / 2]uint64

// of makes room for a model and its groups.
func (y *Memory) of(m *Model, g *Groups) {
	if y.model == m && y.groups == g {
		return
	}
	*y = Memory{model: m, groups: g, stride: 1 + (m.k+1)/2}
	y.entries = make([]uint64, len(g.groups)*remembered*y.stride)
}

// AddGroups adds the weights of token i of a grid, by all templates in groups, to sum, a
// place for each label. They are the same as those of the features that
// [Templates.Extract] makes.
func (d *Decoder) AddGroups(m *Model, g *Groups, memory *Memory, grid *Grid, i int, sum []int32) {
	memory.of(m, g)
	var all packed
	base := int32((i + grid.pad) * grid.width)
	for n := range g.groups {
		one := &g.groups[n]
		key := uint64(0)
		for k, distance := range one.distances {
			key += hash.Mix(grid.values[base+distance] + uint64(k)*hash.Factor)
		}
		place := (n*remembered + int(key>>(64-memoryBits))) * memory.stride
		entry := memory.entries[place : place+memory.stride]
		if key |= 1; entry[0] != key { // an empty entry has 0
			d.features = appendFeatures(d.features[:0], one.programs, g.terms, grid.values, base)
			d.pack(m, entry[1:])
			entry[0] = key
		}
		for k, v := range entry[1:] {
			all[k%len(all)] += v
		}
	}
	for y := range sum[:m.k] {
		v := all[y/2%len(all)]
		if y%2 == 1 {
			v = (v - uint64(int32(v))) >> 32
		}
		sum[y] += int32(v)
	}
}

// AddAll is AddGroups with the templates in no group too.
func (d *Decoder) AddAll(m *Model, g *Groups, memory *Memory, grid *Grid, i int, sum []int32) {
	d.AddGroups(m, g, memory, grid, i, sum)
	base := int32((i + grid.pad) * grid.width)
	d.features = appendFeatures(d.features[:0], g.rest.static, g.terms, grid.values, base)
	var all scores
	m.addAll(&all, &d.lookups, d.features)
	for y := range sum[:m.k] {
		sum[y] += all.total[y]
	}
}

// pack puts the sums of the weights of d.features into out.
func (d *Decoder) pack(m *Model, out []uint64) {
	var sum scores
	m.addAll(&sum, &d.lookups, d.features)
	for k := range out {
		out[k] = uint64(sum.total[2*k]) + uint64(sum.total[2*k+1])<<32
	}
}
