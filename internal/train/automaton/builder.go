// Package automaton builds the minimal acyclic automata that
// internal/automaton reads.
//
// Strings are added in order, one path at a time; what the next string can no
// longer change is merged with the equal part that is already there, so the
// automaton is minimal at every step (Daciuk, Mihov, Watson, Watson 2000,
// "Incremental construction of minimal acyclic finite-state automata",
// algorithm 1). Whether a string ends is kept on the arcs, as the layout has
// it, which saves the states that differ in nothing else.
package automaton

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"github.com/laut-nlp/laut/internal/automaton"
)

// A Builder collects strings. The zero Builder is ready for use, by one
// goroutine.
type Builder struct {
	nodes    []node           // node 0 has no arcs: the common end
	register map[string]int32 // arcs of a finished node -> the node
	path     []node           // the unfinished nodes of the last string, the root first
	free     [][]arc          // arcs of merged nodes, to be used again
	last     []byte
	added    int
	key      []byte
}

type node struct{ arcs []arc }

type arc struct {
	label  byte
	flags  byte // bitFinal or 0
	target int32
}

// Add puts a string into the set. Strings come in the order of their bytes,
// each once; a string may be neither empty nor longer than automaton.MaxLen.
// Time is linear in the string.
func (b *Builder) Add(s string) error {
	switch {
	case s == "":
		return errors.New("automaton: the empty string")
	case len(s) > automaton.MaxLen:
		return fmt.Errorf("automaton: string of %d bytes, at most %d", len(s), automaton.MaxLen)
	case b.added > 0 && string(b.last) >= s:
		return fmt.Errorf("automaton: %q after %q", s, b.last)
	}
	if b.path == nil {
		b.nodes = make([]node, 1)
		b.register = make(map[string]int32)
		b.path = make([]node, 1, automaton.MaxLen+1)
	}
	shared := 0
	for shared < len(b.last) && shared < len(s) && b.last[shared] == s[shared] {
		shared++
	}
	b.finish(shared)
	for i := shared; i < len(s); i++ {
		top := &b.path[i]
		top.arcs = append(top.arcs, arc{label: s[i]})
		var n node
		if k := len(b.free); k > 0 {
			n.arcs, b.free = b.free[k-1], b.free[:k-1]
		}
		b.path = append(b.path, n)
	}
	end := b.path[len(s)-1].arcs
	end[len(end)-1].flags = bitFinal
	b.last = append(b.last[:0], s...)
	b.added++
	return nil
}

// finish merges the nodes of the last string that lie deeper than depth.
func (b *Builder) finish(depth int) {
	for len(b.path) > depth+1 {
		k := len(b.path) - 1
		above := b.path[k-1].arcs
		above[len(above)-1].target = b.merge(b.path[k])
		b.path = b.path[:k]
	}
}

// merge returns the registered node that equals n, which it makes if need be.
func (b *Builder) merge(n node) int32 {
	if len(n.arcs) == 0 {
		b.free = append(b.free, n.arcs)
		return 0
	}
	b.key = b.key[:0]
	for _, a := range n.arcs {
		b.key = append(b.key, a.label, a.flags, byte(a.target), byte(a.target>>8), byte(a.target>>16), byte(a.target>>24))
	}
	if i, ok := b.register[string(b.key)]; ok {
		b.free = append(b.free, n.arcs[:0])
		return i
	}
	i := int32(len(b.nodes))
	b.nodes = append(b.nodes, n)
	b.register[string(b.key)] = i
	return i
}

// Finish returns the file of the set in the CFSA2 layout. The same strings give
// the same bytes. Nothing can be added afterwards.
func (b *Builder) Finish() []byte {
	root := int32(0)
	if b.path != nil {
		b.finish(0)
		root = b.merge(b.path[0])
	} else {
		b.nodes = make([]node, 1)
	}
	return serialize(b.nodes, root)
}

const (
	bitNext  = 0x80
	bitLast  = 0x40
	bitFinal = 0x20
)

// serialize lays out the nodes that root reaches. Three things make the file
// small: the 31 commonest labels share the byte of the flags; nodes with many
// arcs to them come first, where offsets are short; a node follows the one that
// leads to it wherever that is possible, which saves the offset. The arcs of a
// node are in the order of the number of strings that go through them, so that
// the common ones are found first.
func serialize(nodes []node, root int32) []byte {
	w := writer{nodes: nodes, root: root}
	w.sortArcs()
	w.mapLabels()
	var best []byte
	// How many nodes pay for a place in front is a matter of trial.
	for _, front := range []int{0, 64, 128, 512, 1024, 2048, 4096, 8192, 16384, 32768} {
		if front > len(nodes) {
			break
		}
		w.order(front)
		w.place()
		if file := w.bytes(); best == nil || len(file) < len(best) {
			best = file
		}
	}
	return best
}

type writer struct {
	nodes  []node
	root   int32
	degree []int32 // by node: how many arcs lead to it
	labels []byte  // the mapped labels; the first is not used
	number [256]byte
	sorted []int32 // the nodes of degree over one, the highest degree first
	list   []int32 // the nodes in the order of the file
	next   []int32 // by node: the arc whose target follows, or -1
	at     []int   // by node: its offset
}

// sortArcs also counts degrees.
func (w *writer) sortArcs() {
	w.degree = make([]int32, len(w.nodes))
	strings := make([]uint64, len(w.nodes))
	// A node is finished after those that it leads to, so its number is higher.
	for i, n := range w.nodes {
		weight := func(a arc) uint64 {
			s := strings[a.target]
			if a.flags != 0 {
				s++
			}
			return s
		}
		for _, a := range n.arcs {
			strings[i] += weight(a)
			w.degree[a.target]++
		}
		slices.SortFunc(n.arcs, func(a, b arc) int {
			return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(a.label, b.label))
		})
	}
	for i := range w.nodes {
		if w.degree[i] > 1 && i > 0 {
			w.sorted = append(w.sorted, int32(i))
		}
	}
	slices.SortStableFunc(w.sorted, func(a, b int32) int { return cmp.Compare(w.degree[b], w.degree[a]) })
}

func (w *writer) mapLabels() {
	var count [256]int
	for _, n := range w.nodes {
		for _, a := range n.arcs {
			count[a.label]++
		}
	}
	all := make([]byte, 0, 256)
	for c := range 256 {
		if count[c] > 0 {
			all = append(all, byte(c))
		}
	}
	slices.SortStableFunc(all, func(a, b byte) int { return cmp.Compare(count[b], count[a]) })
	w.labels = append([]byte{0}, all[:min(31, len(all))]...)
	for i, c := range w.labels[1:] {
		w.number[c] = byte(i + 1)
	}
}

// order puts the front most wanted nodes first and the others after the node
// that leads to them: depth first, the rarest arc's target next.
func (w *writer) order(front int) {
	w.list = w.list[:0]
	w.next = make([]int32, len(w.nodes))
	done := make([]bool, len(w.nodes))
	done[0] = true
	var stack []int32
	// place puts a node and the chain of those that follow it.
	place := func(i int32) {
		for !done[i] {
			done[i] = true
			w.list = append(w.list, i)
			w.next[i] = -1
			arcs := w.nodes[i].arcs
			for k := len(arcs) - 1; k >= 0; k-- {
				if t := arcs[k].target; !done[t] && w.next[i] < 0 {
					w.next[i] = int32(k)
				} else if !done[t] {
					stack = append(stack, t)
				}
			}
			if w.next[i] < 0 {
				return
			}
			i = arcs[w.next[i]].target
		}
	}
	for _, i := range w.sorted[:min(front, len(w.sorted))] {
		place(i)
	}
	if w.root != 0 {
		stack = append(stack, w.root)
	}
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		place(i)
	}
}

// place finds the offsets. Offsets only grow from round to round, and with them
// their lengths, so the rounds end.
func (w *writer) place() {
	w.at = make([]int, len(w.nodes))
	for {
		changed := false
		at := 1 + varintLen(w.at[w.root])
		if w.number[w.rootLabel()] == 0 {
			at++
		}
		for _, i := range w.list {
			changed = changed || w.at[i] != at
			w.at[i] = at
			for k, a := range w.nodes[i].arcs {
				at += w.arcLen(i, k, a)
			}
		}
		if !changed {
			return
		}
	}
}

func (w *writer) arcLen(i int32, k int, a arc) int {
	n := 1
	if w.number[a.label] == 0 {
		n++
	}
	if int32(k) != w.next[i] {
		n += varintLen(w.at[a.target])
	}
	return n
}

// rootLabel is the label of the arc to the root, which has no meaning; a mapped
// one is short.
func (w *writer) rootLabel() byte {
	if len(w.labels) > 1 {
		return w.labels[1]
	}
	return 0
}

func (w *writer) bytes() []byte {
	out := []byte{'\\', 'f', 's', 'a', automaton.Version, 0, 7, byte(len(w.labels))}
	out = append(out, w.labels...)
	put := func(flags byte, label byte, target int, next bool) {
		if next {
			flags |= bitNext
		}
		out = append(out, flags|w.number[label])
		if w.number[label] == 0 {
			out = append(out, label)
		}
		if !next {
			out = binary.AppendUvarint(out, uint64(target))
		}
	}
	put(bitLast, w.rootLabel(), w.at[w.root], false)
	for _, i := range w.list {
		arcs := w.nodes[i].arcs
		for k, a := range arcs {
			flags := a.flags
			if k == len(arcs)-1 {
				flags |= bitLast
			}
			put(flags, a.label, w.at[a.target], int32(k) == w.next[i])
		}
	}
	return out
}

func varintLen(v int) int { return max(1, (bits.Len(uint(v))+6)/7) }
