// Package automaton reads minimal acyclic automata in place: sets of byte
// strings, such as the forms of a lexicon or the names of a gazetteer, in the
// CFSA2 layout of Morfologik (compact finite-state automaton, version 2).
//
// # Layout
//
// A file is a header and a sequence of nodes. The header is `\fsa`, the version
// 0xC6, two bytes of flags, the number of mapped labels and the mapped labels
// themselves. A node is the sequence of its arcs. An arc is one byte of flags,
// then its label unless that is mapped, then the offset of its target node
// unless that is the node that follows:
//
//	bit 7     the target is the node right after this one
//	bit 6     the last arc of the node
//	bit 5     a string ends here
//	bits 4-0  number of the mapped label, 0 if the label is the next byte
//
// Offsets count from the end of the header, in groups of seven bits, the lowest
// first; bit 7 says that another group follows. Offset 0 holds a node whose one
// arc leads to the root, so that target 0 is free to mean: no further arcs.
// Files whose nodes carry numbers for perfect hashing are not read.
//
// # Performance
//
// Nothing but the root is decoded in advance and nothing is allocated by a
// look-up. A step costs time linear in the arcs of its node, which the builder
// in internal/train/automaton puts in the order of the strings after them; a
// form of running text takes about 150 ns in a lexicon of 550,000 forms.
//
// # Trust
//
// [New] looks at the header and the root only, because the embedded files are trusted and a
// start should cost nothing. Whatever the bytes, [Automaton.Step] and
// [Automaton.Walk] do not panic and take no longer than the file and the input
// are long. [Automaton.Suffixes], which trainers and tests call, ends where no node
// leads back to one before.
package automaton

import (
	"errors"
	"fmt"
	"iter"
)

// The flags of an arc, and of the header.
const (
	bitNext   = 0x80
	bitLast   = 0x40
	bitFinal  = 0x20
	maskLabel = 0x1f

	headerNumbers = 0x0100
)

// Version is the fifth byte of a CFSA2 file.
const Version = 0xc6

// An Automaton is a set of byte strings. It is immutable and safe for
// concurrent use.
type Automaton struct {
	arcs   string
	labels [maskLabel + 1]byte // number of a mapped label -> the label
	number [256]byte           // label -> its number, 0 if it is not mapped
	root   State
	first  [256]State // label -> state after it from the root, whose node has the most arcs
}

// A State is a place in an automaton, reached from its root by the bytes read
// so far. The zero State is dead: no string goes on and none ends there.
type State uint32

// Final reports whether a string of the set ends in s.
func (s State) Final() bool { return s&1 != 0 }

func (s State) node() int { return int(s >> 1) }

func newState(node int, flags byte) State {
	return State(node)<<1 | State(flags&bitFinal)/bitFinal
}

// New returns the automaton that data holds. It keeps data and reads it in
// place, in time linear in the root's node. The error says what is wrong with
// the header.
func New(data string) (*Automaton, error) {
	const fixed = 8
	switch {
	case len(data) < fixed || data[:4] != `\fsa`:
		return nil, errors.New("automaton: not an automaton file")
	case data[4] != Version:
		return nil, fmt.Errorf("automaton: version %#x, want %#x (CFSA2)", data[4], Version)
	case int(data[5])<<8&headerNumbers != 0:
		return nil, errors.New("automaton: nodes with numbers are not supported")
	}
	n := int(data[7])
	if n > maskLabel+1 || len(data) < fixed+n {
		return nil, fmt.Errorf("automaton: table of %d labels does not fit", n)
	}
	a := &Automaton{arcs: data[fixed+n:]}
	if int64(len(a.arcs)) >= 1<<31 {
		return nil, fmt.Errorf("automaton: %d bytes are too many", len(data))
	}
	for i := 1; i < n; i++ {
		c := data[fixed+i]
		if a.number[c] != 0 {
			return nil, fmt.Errorf("automaton: label %#x is mapped twice", c)
		}
		a.labels[i], a.number[c] = c, byte(i)
	}
	first, ok := a.arc(0)
	if !ok {
		return nil, errors.New("automaton: no root")
	}
	// The flags of the arc to the root say nothing about the empty string.
	a.root = newState(a.target(first), 0)
	a.readRoot()
	return a, nil
}

// readRoot fills first in time linear in the root's node.
func (a *Automaton) readRoot() {
	i := a.root.node()
	if i == 0 {
		return
	}
	var next [256]byte // flags of arcs to the node behind the root
	for {
		r, ok := a.arc(i)
		if !ok {
			return
		}
		if a.first[r.label] == 0 && next[r.label] == 0 {
			if r.flags&bitNext == 0 {
				a.first[r.label] = newState(a.offset(r.at), r.flags)
			} else {
				next[r.label] = r.flags
			}
		}
		i = r.end
		if r.flags&bitLast != 0 {
			break
		}
	}
	if i >= len(a.arcs) {
		i = 0
	}
	for c, flags := range next {
		if flags != 0 {
			a.first[c] = newState(i, flags)
		}
	}
}

// Root returns the state before the first byte.
func (a *Automaton) Root() State { return a.root }

// Walk reads the bytes of text from state s and returns the state they lead
// to, or the dead state. It stops at the first byte that leads nowhere.
func (a *Automaton) Walk(s State, text string) State {
	for i := 0; i < len(text) && s != 0; i++ {
		s = a.Step(s, text[i])
	}
	return s
}

// Step reads one byte from state s and returns the state it leads to, or the
// dead state. It does not allocate.
func (a *Automaton) Step(s State, c byte) State {
	if s == a.root {
		return a.first[c]
	}
	d := a.arcs
	i := s.node()
	if i == 0 {
		return 0
	}
	number := a.number[c]
	for i < len(d) {
		f := d[i]
		i++
		var hit bool
		if m := f & maskLabel; m != 0 {
			hit = m == number
		} else {
			if i >= len(d) {
				return 0
			}
			hit = d[i] == c
			i++
		}
		if hit {
			if f&bitNext == 0 {
				return newState(a.offset(i), f)
			}
			return newState(a.behind(i, f), f)
		}
		if f&bitLast != 0 {
			return 0
		}
		if f&bitNext == 0 {
			for i < len(d) && d[i] >= 0x80 {
				i++
			}
			i++
		}
	}
	return 0
}

// First reads the first arc of state s and returns its label and the state that
// it leads to, or the dead state: the way through values that follow a key. It
// does not allocate.
func (a *Automaton) First(s State) (label byte, to State) {
	if s.node() == 0 {
		return 0, 0
	}
	r, ok := a.arc(s.node())
	if !ok {
		return 0, 0
	}
	return r.label, newState(a.target(r), r.flags)
}

// offset reads the offset at i. One that lies outside of the file is 0.
func (a *Automaton) offset(i int) int {
	d, v := a.arcs, 0
	for shift := 0; i < len(d) && shift < 35; shift += 7 {
		b := d[i]
		v |= int(b&0x7f) << shift
		if b < 0x80 {
			if uint(v) < uint(len(d)) { // with ints of 32 bits v may be negative
				return v
			}
			return 0
		}
		i++
	}
	return 0
}

// after returns the offset after the node that holds an arc with the flags f
// and nothing left to read of it at i.
func (a *Automaton) behind(i int, f byte) int {
	for f&bitLast == 0 {
		r, ok := a.arc(i)
		if !ok {
			return 0
		}
		i, f = r.end, r.flags
	}
	if i >= len(a.arcs) {
		return 0
	}
	return i
}

// An arc as it lies in the file: its flags, its label, where the offset of its
// target is if it has one, and the byte after it.
type arc struct {
	flags, label byte
	at, end      int
}

// arc reads the arc at i. It fails where the file ends within the arc.
func (a *Automaton) arc(i int) (arc, bool) {
	d := a.arcs
	if i >= len(d) {
		return arc{}, false
	}
	r := arc{flags: d[i]}
	i++
	if m := r.flags & maskLabel; m != 0 {
		r.label = a.labels[m]
	} else {
		if i >= len(d) {
			return arc{}, false
		}
		r.label = d[i]
		i++
	}
	r.at = i
	if r.flags&bitNext == 0 {
		for i < len(d) && d[i] >= 0x80 {
			i++
		}
		i++
	}
	r.end = i
	return r, i <= len(d)
}

// target returns the node that an arc leads to, 0 if that has no arcs.
func (a *Automaton) target(r arc) int {
	if r.flags&bitNext == 0 {
		return a.offset(r.at)
	}
	return a.behind(r.end, r.flags)
}

// MaxLen is the length of the longest string, in bytes, that an automaton holds.
const MaxLen = 255

// Suffixes yields what follows a state: every string that leads from there to a final
// state, in the order of the file. The bytes are valid until the next string comes, and
// must not be changed. Longer strings than MaxLen are left out.
func (a *Automaton) Suffixes(s State) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		if !s.Final() || yield(nil) {
			a.below(s.node(), make([]byte, 0, MaxLen), yield)
		}
	}
}

// below yields the strings below a node, and reports whether there shall be more.
func (a *Automaton) below(node int, before []byte, yield func([]byte) bool) bool {
	if node == 0 || len(before) == MaxLen {
		return true
	}
	for i := node; ; {
		r, ok := a.arc(i)
		if !ok {
			return true
		}
		suffix := append(before, r.label)
		if r.flags&bitFinal != 0 && !yield(suffix) || !a.below(a.target(r), suffix, yield) {
			return false
		}
		if r.flags&bitLast != 0 {
			return true
		}
		i = r.end
	}
}
