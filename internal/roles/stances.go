package roles

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/saying"
)

// findStances completes claims by what their cues say of them.
func (v *Finder) findStances(ps []claim.Claim) {
	for n := range ps {
		p := &ps[n]
		if p.Kind == claim.Reported { // the act is in what is told
			p.Stance = v.says.StanceOf(v.act(p.Content), p.Content, nil)
		} else {
			p.Stance = v.says.StanceOf(p.Cue, p.Frame, p.Content)
		}
		if p.Stance == 0 {
			p.Stance = claim.Asserts
		}
	}
}

// act returns the verb or noun in a reported act that says most.
func (v *Finder) act(content []int) []int {
	best, at := saying.NotSaying, -1
	for _, i := range content {
		if s := v.says.Strength(i).OfClause(); s > best && !v.ws[i].Quoted {
			best, at = s, i
		}
	}
	if at < 0 {
		return nil
	}
	if k := v.view.Clause[at]; k >= 0 {
		if q, ok := v.says.CueIn(v.view.Clauses[k].Clause); ok {
			return q.Tokens
		}
	}
	return []int{at}
}
