package attribution

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// Rules finds the claims of a document by hand-written rules and word lists
// alone. Those with a score below least are left out.
//
// The rules read punctuation, word order and mood, in this order: quotation
// marks and who speaks before or behind them; verbs of saying with a content
// clause; sources (laut, nach Angaben, zufolge, so); sentences in the
// Konjunktiv that go on without a frame; and what is told with sollen.
func Rules(d *extract.Document, es []entities.Entity, least float32) []Result {
	a := analyse(d, es)
	return a.claims(likely(byRules(a), least))
}

// likely returns the claims with at least a score, with the numbers of those that
// enclose others in the new list.
func likely(list []found, least float32) []Claim {
	place := make([]int, len(list))
	var out []Claim
	for i, f := range list {
		place[i] = -1
		if f.Score >= least {
			place[i] = len(out)
			out = append(out, f.Claim)
		}
	}
	for i := range out {
		if p := out[i].Parent; p >= 0 {
			out[i].Parent = place[p]
		}
	}
	return out
}

// byRules runs the rules over all units.
func byRules(a *analysis) []found {
	r := rules{analysis: a, claimed: make([]int, len(a.ws)), told: make([]bool, len(a.d.Quotations()))}
	for i := range r.claimed {
		r.claimed[i] = -1
	}
	for u := range a.units {
		if a.units[u].furniture {
			continue
		}
		r.unit(u)
	}
	r.resolve(r.list)
	return r.list
}

// rules is the state of one run over a document.
type rules struct {
	*analysis
	list    []found
	claimed []int  // by token: the claim whose content or frame it is part of, or -1
	told    []bool // by quotation: it has a claim of its own
}

// unit finds the claims of one unit.
func (r *rules) unit(u int) {
	n := len(r.list)
	r.direct(u)
	if r.units[u].long() {
		return
	}
	if r.units[u].heading {
		r.nested(u, n)
		return
	}
	if c := r.claimed[r.units[u].first]; c >= 0 && c < n { // behind a colon, it is what the sentence before announces
		r.nested(u, c)
		return
	}
	r.indirect(u)
	r.sources(u)
	r.whereby(u)
	if len(r.list) == n {
		r.anaphoric(u)
	}
	if len(r.list) == n {
		r.reported(u)
	}
	if len(r.list) == n {
		r.continued(u)
	}
	if len(r.list) == n {
		r.hearsay(u)
	}
	r.nested(u, n)
}

// add appends a claim and marks its tokens.
func (r *rules) add(f found) int {
	f.Parent, f.first = -1, f.unit
	r.list = append(r.list, f)
	id := len(r.list) - 1
	for _, ts := range [...][]int{f.Content, f.Frame} {
		for _, t := range ts {
			r.claimed[t] = id
		}
	}
	return id
}

// free reports whether none of the tokens belongs to a claim yet.
func (r *rules) free(ts []int) bool {
	for _, t := range ts {
		if r.claimed[t] >= 0 {
			return false
		}
	}
	return len(ts) > 0
}
