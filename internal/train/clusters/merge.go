package main

import "math"

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
