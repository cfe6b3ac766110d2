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

// merge joins classes, two at a time, so that each time as little as can be is
// lost of what the classes tell of their contexts: the agglomerative information
// bottleneck of Slonim and Tishby (1999), which with contexts of the classes
// beside is that of Brown et al. (1992) but that contexts stay as they are. It
// returns, for each wanted number of classes in descending order, the number of
// each class among them, from 0. Time is that of counts·counts·contexts.
//
// counts has a row for each class: how often it has each context.
func merge(counts [][]uint32, wanted []int) [][]int32 {
	n := len(counts)
	m := merger{rows: make([][]float64, n), size: make([]float64, n)}
	for i, row := range counts {
		m.rows[i] = make([]float64, len(row))
		for x, k := range row {
			m.rows[i][x] = float64(k)
			m.size[i] += float64(k)
		}
	}
	m.loss = make([][]float64, n)
	for i := range n {
		m.loss[i] = make([]float64, i)
		for j := range i {
			m.loss[i][j] = m.of(i, j)
		}
	}
	into := make([]int32, n) // the class that a class is in now
	for i := range into {
		into[i] = int32(i)
	}
	alive := n
	var levels [][]int32
	for _, k := range wanted {
		for ; alive > max(k, 1); alive-- {
			i, j := m.cheapest()
			m.join(i, j)
			for c := range into {
				if into[c] == int32(i) {
					into[c] = int32(j)
				}
			}
		}
		levels = append(levels, dense(into))
	}
	return levels
}

type merger struct {
	rows [][]float64 // nil once the class is part of another
	size []float64
	loss [][]float64 // of each pair i > j
}

func (m *merger) of(i, j int) float64 {
	loss := -mixing(m.size[i], m.size[j])
	b := m.rows[j]
	for x, k := range m.rows[i] {
		if k != 0 && b[x] != 0 {
			loss += mixing(k, b[x])
		}
	}
	return -loss
}

// mixing is what n ln n of a sum has more than those of its parts.
func mixing(a, b float64) float64 {
	return (a+b)*math.Log(a+b) - a*math.Log(a) - b*math.Log(b)
}

func (m *merger) cheapest() (i, j int) {
	least := math.Inf(1)
	for a, row := range m.loss {
		if m.rows[a] == nil {
			continue
		}
		for b, loss := range row {
			if loss < least && m.rows[b] != nil {
				i, j, least = a, b, loss
			}
		}
	}
	return i, j
}

// join makes class i part of class j.
func (m *merger) join(i, j int) {
	for x, k := range m.rows[i] {
		m.rows[j][x] += k
	}
	m.size[j] += m.size[i]
	m.rows[i] = nil
	for k, row := range m.rows {
		switch {
		case row == nil || k == j:
		case k < j:
			m.loss[j][k] = m.of(j, k)
		default:
			m.loss[k][j] = m.of(k, j)
		}
	}
}

// dense renumbers classes from 0, in the order in which they first occur.
func dense(class []int32) []int32 {
	numbers := make(map[int32]int32)
	out := make([]int32, len(class))
	for i, c := range class {
		n, ok := numbers[c]
		if !ok {
			n = int32(len(numbers))
			numbers[c] = n
		}
		out[i] = n
	}
	return out
}

// byClass counts how often each class has each context, where contexts that are
// forms are taken by their class.
func (c *contexts) byClass(class []int32, classes int) [][]uint32 {
	kinds := c.distinct / c.places
	perPlace := classes + kinds - c.forms()
	counts := make([][]uint32, classes)
	for i := range counts {
		counts[i] = make([]uint32, perPlace*c.places)
	}
	for w := range c.forms() {
		row := counts[class[w]]
		for _, x := range c.of(w) {
			place, v := int(x.number)/kinds, int(x.number)%kinds
			k := classes + v - c.forms()
			if v < c.forms() {
				k = int(class[v])
			}
			row[place*perPlace+k] += x.count
		}
	}
	return counts
}
