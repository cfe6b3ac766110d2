package claims

// Filter returns the claims that keep accepts, in their order. A claim whose parent is left
// out has the nearest enclosing claim that stays as its parent. It takes claims as Extract
// returns them, each after its parent; cs is not changed, and the slices of spans are
// shared with it. Time is linear.
func Filter(cs []Claim, keep func(Claim) bool) []Claim {
	out := make([]Claim, 0, len(cs))
	kept := make([]int, len(cs)) // where claim i is in out, or what encloses it there; -1
	for i, c := range cs {
		parent := -1
		if c.Parent >= 0 && c.Parent < i {
			parent = kept[c.Parent]
		}
		if !keep(c) {
			kept[i] = parent
			continue
		}
		kept[i] = len(out)
		c.Parent = parent
		out = append(out, c)
	}
	return out
}
