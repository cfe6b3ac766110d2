package attribution

// findStances completes claims by what their cues say of them.
func (v *View) findStances(ps []Claim) {
	for n := range ps {
		p := &ps[n]
		if p.Kind == Reported { // the act is in what is told
			p.Stance = v.stanceOf(v.act(p.Content), p.Content, nil)
		} else {
			p.Stance = v.stanceOf(p.Cue, p.Frame, p.Content)
		}
		if p.Stance == 0 {
			p.Stance = Asserts
		}
	}
}

// act returns the verb or noun in a reported act that says most.
func (v *View) act(content []int) []int {
	best, at := notSaying, -1
	for _, i := range content {
		if s := v.strength(i).ofClause(); s > best && !v.ws[i].quoted {
			best, at = s, i
		}
	}
	if at < 0 {
		return nil
	}
	if k := v.clause[at]; k >= 0 {
		if q, ok := v.cueIn(v.clauses[k].clause); ok {
			return q.tokens
		}
	}
	return []int{at}
}
