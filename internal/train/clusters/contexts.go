package main

import (
	"math"
	"slices"
)

// A context is a neighbour in a place, such as "der" on the left, and how often
// a form has it.
type context struct {
	number int32
	count  uint32
}

// contexts are those of each form.
type contexts struct {
	distinct int       // how many contexts there are
	places   int       // how many each occurrence has
	all      []context // of form 0, form 1 …
	ends     []int     // where those of a form end, after a 0
	total    []uint32  // contexts of a form, counted
}

func (c *contexts) forms() int { return len(c.total) }

func (c *contexts) of(form int) []context { return c.all[c.ends[form]:c.ends[form+1]] }

// contextsOf counts the words before and after all tokens that are no rare forms.
func contextsOf(t *text) *contexts {
	distances := [...]int{-1, 1}
	var pairs []uint64
	kinds := int32(len(t.forms) + others)
	for i, w := range t.tokens {
		if w < 0 {
			continue
		}
		for place, d := range distances {
			v := boundary
			if j := i + d; j >= 0 && j < len(t.tokens) {
				v = t.tokens[j]
			}
			if v < 0 {
				v = int32(len(t.forms)) - 1 - v
			}
			pairs = append(pairs, uint64(w)<<32|uint64(int32(place)*kinds+v))
		}
	}
	slices.Sort(pairs)
	c := &contexts{distinct: int(kinds) * len(distances), places: len(distances), ends: []int{0}}
	for i := 0; i < len(pairs); {
		j := i + 1
		for j < len(pairs) && pairs[j] == pairs[i] {
			j++
		}
		for w := int(pairs[i] >> 32); len(c.total) <= w; {
			c.ends = append(c.ends, len(c.all))
			c.total = append(c.total, 0)
		}
		c.all = append(c.all, context{int32(pairs[i] & 0xFFFFFFFF), uint32(j - i)})
		w := len(c.total) - 1
		c.ends[w+1] = len(c.all)
		c.total[w] += uint32(j - i)
		i = j
	}
	return c
}

// dampen brings counts closer together, to the power 3/4, in quarters: frequent
// forms would else have classes of their own, and few would be left for the
// many names.
func (c *contexts) dampen() {
	clear(c.total)
	for w := range c.total {
		of := c.of(w)
		for i := range of {
			of[i].count = uint32(math.Round(4 * math.Pow(float64(of[i].count), 0.75)))
			c.total[w] += of[i].count
		}
	}
}
