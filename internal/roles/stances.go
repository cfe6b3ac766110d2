package roles

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/saying"
)

// findStances completes claims by what their cues say of them.
func (f *Finder) findStances(ps []claim.Claim) {
	for n := range ps {
		p := &ps[n]
		if p.Kind == claim.Reported { // the act is in what is told
			p.Stance = f.says.StanceOf(f.act(p.Content), p.Content, nil)
		} else {
			p.Stance = f.says.StanceOf(p.Cue, p.Frame, p.Content)
		}
		if p.Stance == 0 {
			p.Stance = claim.Asserts
		}
	}
}

// act returns the verb or noun in a reported act that says most.
func (f *Finder) act(content []int) []int {
	best, at := saying.NotSaying, -1
	for _, i := range content {
		if s := f.says.Strength(i).OfClause(); s > best && !f.ws[i].Quoted {
			best, at = s, i
		}
	}
	if at < 0 {
		return nil
	}
	if k := f.view.Clause[at]; k >= 0 {
		if q, ok := f.says.CueIn(f.view.Clauses[k].Clause); ok {
			return q.Tokens
		}
	}
	return []int{at}
}
