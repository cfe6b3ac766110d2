package claims

// Filter returns the claims that keep accepts, in their order. A claim whose parent is left
// out has the nearest enclosing claim that stays as its parent. It takes claims as Extract
// returns them, each after its parent; cs is not changed, and the slices of spans are
// shared with it. Time is linear.
func Filter(cs []Claim, keep func(Claim) bool) []Claim {
	out := make([]Claim, 0, len(cs))
	kept := make([]ID, len(cs)) // what claim i is in out, or what encloses it there
	for i, c := range cs {
		var parent ID
		if p := c.Parent.Index(); p >= 0 && p < i {
			parent = kept[p]
		}
		if !keep(c) {
			kept[i] = parent
			continue
		}
		c.Parent = parent
		out = append(out, c)
		kept[i] = ID(len(out))
	}
	return out
}
