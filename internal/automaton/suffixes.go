package automaton

import "iter"

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
