package rules

import (
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Find finds the claims of a text, the rules running over one unit after another, and
// carries on the speakers of those that name none.
func Find(says *saying.Sayings) []Claim {
	text := says.Text()
	r := finder{
		text: text, ws: text.Words, says: says,
		claimed: make([]int, len(text.Words)), told: make([]bool, len(text.Doc.Quotations())),
	}
	for i := range r.claimed {
		r.claimed[i] = -1
	}
	if !text.Inner {
		r.interview()
	}
	turns := r.list
	r.list = nil
	for u := range text.Units {
		text.Sign.Look()
		if !text.Units[u].Furniture {
			for len(turns) > 0 && turns[0].first <= u {
				r.list, turns = append(r.list, turns[0]), turns[1:]
			}
			r.unit(u)
		}
	}
	r.carry(r.list)
	return r.list
}

// finder is the state of one run over a text.
type finder struct {
	text    *syntax.Text
	ws      []syntax.Word
	says    *saying.Sayings
	list    []Claim
	claimed []int  // by token: the claim whose content or frame it is part of, or -1
	told    []bool // by quotation: it has a claim of its own
	guest   []int  // the words for who answers in an interview, if that is one
}

// unit finds the claims of one unit.
func (r *finder) unit(u int) {
	n := len(r.list)
	r.direct(u)
	if r.text.Units[u].Long() {
		return
	}
	if r.text.Units[u].Heading {
		r.headline(u)
		r.nested(u, n)
		return
	}
	if c := r.claimed[r.text.Units[u].First]; c >= 0 && c < n { // after a colon, it is what the sentence before announces
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
func (r *finder) add(f Claim) int {
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
func (r *finder) free(ts []int) bool {
	for _, t := range ts {
		if r.claimed[t] >= 0 {
			return false
		}
	}
	return len(ts) > 0
}
