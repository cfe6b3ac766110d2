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
	"errors"
	"fmt"

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
