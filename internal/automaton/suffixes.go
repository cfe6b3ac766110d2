package automaton

// MaxLen is the length of the longest string, in bytes, that a checked
// automaton holds.
const MaxLen = 255

// Suffixes walks over what follows a state: every string that leads from there
// to a final state, in the order of the file. It holds its own stack, so it
// allocates nothing as long as it stays on the caller's. It is for one
// goroutine.
type Suffixes struct {
	a      *Automaton
	depth  int
	empty  bool // the empty string is still to come
	down   bool // the top arc was just yielded; go on below it
	arcs   [MaxLen]arc
	suffix [MaxLen]byte
}

// Suffixes returns a walk over what follows s. Each Next costs time linear in
// the arcs that it passes; strings longer than MaxLen are left out.
func (a *Automaton) Suffixes(s State) (it Suffixes) {
	it.a, it.empty = a, s.Final()
	it.push(s.node())
	return it
}

// push enters a node by its first arc.
func (it *Suffixes) push(node int) {
	if node == 0 || it.depth == MaxLen {
		return
	}
	if r, ok := it.a.arc(node); ok {
		it.arcs[it.depth], it.suffix[it.depth] = r, r.label
		it.depth++
	}
}

// advance leaves the top arc for the next one of its node, or of a node above.
func (it *Suffixes) advance() {
	for it.depth > 0 {
		top := it.depth - 1
		if it.arcs[top].flags&bitLast == 0 {
			if r, ok := it.a.arc(it.arcs[top].end); ok {
				it.arcs[top], it.suffix[top] = r, r.label
				return
			}
		}
		it.depth = top
	}
}

// Next returns the next suffix, or false behind the last. The bytes are valid
// until the next call and must not be changed.
func (it *Suffixes) Next() ([]byte, bool) {
	if it.empty {
		it.empty = false
		return it.suffix[:0], true
	}
	for {
		if it.down {
			// Below the top arc if it leads anywhere, else beside it.
			depth := it.depth
			it.push(it.a.target(it.arcs[depth-1]))
			if it.depth == depth {
				it.advance()
			}
		}
		if it.depth == 0 {
			it.down = false
			return nil, false
		}
		it.down = true
		if it.arcs[it.depth-1].flags&bitFinal != 0 {
			return it.suffix[:it.depth], true
		}
	}
}
