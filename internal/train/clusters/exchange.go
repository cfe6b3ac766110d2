package main

import (
	"math"
	"slices"
)

// exchange divides forms into classes so that a form's class tells as much as
// can be about its contexts: it maximises the mutual information of classes and
// contexts by moving one form at a time to its best class. With the words on the
// left and on the right as contexts this is the bidirectional predictive exchange
// of Dehdari, Tan and van Genabith (2016), which goes back to Martin, Liermann and
// Ney (1998) and Uszkoreit and Brants (2008).
//
// An iteration takes time linear in the number of pairs of a form and a context,
// times the classes that occur in a context.
type exchange struct {
	contexts *contexts
	classes  int
	class    []int32  // of each form, -1 before it has one
	size     []uint64 // contexts in each class, counted
	members  []int
	rows     []row // by context
	gain     []float64
	xlogx    []float64
}

// A row counts the classes seen in one context: a list while they are few, then
// one counter for each class.
type row struct {
	class []int32 // of each count, unless those of all classes are there
	count []uint32
	whole bool
}

func newExchange(c *contexts, classes int) *exchange {
	e := &exchange{
		contexts: c,
		classes:  classes,
		class:    slices.Repeat([]int32{-1}, c.forms()),
		size:     make([]uint64, classes),
		members:  make([]int, classes),
		rows:     make([]row, c.distinct),
		gain:     make([]float64, classes),
		xlogx:    make([]float64, 1<<16),
	}
	for n := range e.xlogx[1:] {
		e.xlogx[n+1] = float64(n+1) * math.Log(float64(n+1))
	}
	return e
}

// f is n ln n.
func (e *exchange) f(n uint64) float64 {
	if n < uint64(len(e.xlogx)) {
		return e.xlogx[n]
	}
	return float64(n) * math.Log(float64(n))
}

// start gives the most frequent forms a class each and then each other form its
// best class.
func (e *exchange) start() {
	for w := range e.class {
		if w < e.classes {
			e.put(w, int32(w))
		} else {
			e.put(w, e.best(w))
		}
	}
}

// iterate moves each form to its best class and returns how many moved.
func (e *exchange) iterate() (moved int) {
	for w, old := range e.class {
		if e.members[old] == 1 {
			continue // its class would be lost
		}
		if c := e.best(w); c != old {
			e.take(w)
			e.put(w, c)
			moved++
		}
	}
	return moved
}

// best returns the class that would gain most by a form. Its gain is what the sum
// of n ln n over contexts and classes rises by, less what that over classes does;
// the form is thought out of the class that it is in.
func (e *exchange) best(w int) int32 {
	old := e.class[w]
	gain := e.gain
	clear(gain)
	for _, x := range e.contexts.of(w) {
		r := &e.rows[x.number]
		n := uint64(x.count)
		alone := e.f(n)
		if r.whole {
			for c, k := range r.count {
				if k != 0 {
					gain[c] += e.f(uint64(k)+n) - e.f(uint64(k)) - alone
				}
			}
			if old >= 0 {
				k := uint64(r.count[old])
				gain[old] += e.f(k) - e.f(k-n) - e.f(k+n) + e.f(k)
			}
			continue
		}
		for i, c := range r.class {
			k := uint64(r.count[i])
			if c == old {
				gain[c] += e.f(k) - e.f(k-n) - alone
			} else {
				gain[c] += e.f(k+n) - e.f(k) - alone
			}
		}
	}
	total := uint64(e.contexts.total[w])
	var top int32
	most := math.Inf(-1)
	for c := range gain {
		k := e.size[c]
		if int32(c) == old {
			k -= total
		}
		if g := gain[c] - e.f(k+total) + e.f(k); g > most {
			top, most = int32(c), g
		}
	}
	return top
}

// put and take move a form into a class, and out of its class.
func (e *exchange) put(w int, c int32) {
	e.class[w] = c
	e.members[c]++
	e.size[c] += uint64(e.contexts.total[w])
	for _, x := range e.contexts.of(w) {
		e.rows[x.number].add(c, x.count, e.classes)
	}
}

func (e *exchange) take(w int) {
	c := e.class[w]
	e.members[c]--
	e.size[c] -= uint64(e.contexts.total[w])
	for _, x := range e.contexts.of(w) {
		e.rows[x.number].remove(c, x.count)
	}
}

func (r *row) add(c int32, n uint32, classes int) {
	if r.whole {
		r.count[c] += n
		return
	}
	if i := slices.Index(r.class, c); i >= 0 {
		r.count[i] += n
		return
	}
	if len(r.class) < classes/4 {
		r.class = append(r.class, c)
		r.count = append(r.count, n)
		return
	}
	count := make([]uint32, classes)
	for i, d := range r.class {
		count[d] = r.count[i]
	}
	count[c] += n
	*r = row{count: count, whole: true}
}

func (r *row) remove(c int32, n uint32) {
	if r.whole {
		r.count[c] -= n
		return
	}
	i := slices.Index(r.class, c)
	if r.count[i] -= n; r.count[i] == 0 {
		last := len(r.class) - 1
		r.class[i], r.count[i] = r.class[last], r.count[last]
		r.class, r.count = r.class[:last], r.count[:last]
	}
}

// information returns the mutual information of classes and contexts in nats,
// but for what does not depend on the classes.
func (e *exchange) information() float64 {
	var sum, total float64
	for i := range e.rows {
		for _, n := range e.rows[i].count {
			sum += e.f(uint64(n))
		}
	}
	for _, n := range e.size {
		sum -= e.f(n)
		total += float64(n)
	}
	return sum / total
}
