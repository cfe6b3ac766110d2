// Package rules finds claims by punctuation, word order and mood.
//
// It takes the [saying.Sayings] of a text and returns claims, each with the rule that found
// it. The answers of an interview come first (interview.go). The other rules run over one unit
// after another, in this order: quotation marks and who
// speaks before or after them (direct.go) or is named beside them without a verb (beside.go);
// the names that head titles (headline.go); verbs of saying with a content clause
// (indirect.go); sources such as laut, nach Angaben, zufolge, so (source.go); wonach,
// relative clauses in the Konjunktiv, and a pronoun for the sentence before (whereby.go);
// acts told by their object, sentences in the Konjunktiv that go on without a frame, and
// what is told with sollen (continued.go); last, what is quoted in passing (direct.go).
// Then claims without a speaker of their own get the one of an earlier claim (continued.go).
package rules

import (
	_ "embed"

	"github.com/laut-nlp/laut/internal/claim"
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

// Rule says which rule found a claim.
type Rule uint8

const (
	byQuotation Rule = iota + 1 // quotation marks
	byNested                    // quoted in passing
	byBefore                    // content before its frame
	byAfter                     // content after its frame
	byWie                       // "wie X sagte"
	byColon                     // a sentence after a colon
	bySource                    // laut, nach Angaben, zufolge, so
	byWhereby                   // wonach, and relative clauses in the Konjunktiv
	byAnaphor                   // "Das bestätigte X"
	byAct                       // a verb of saying with an object
	byMood                      // Konjunktiv without a frame
	byHearsay                   // sollen
	byTurn                      // an answer of an interview
	byHeadline                  // Lang: Plan ist zu teuer
)

// Turn reports whether a claim of the rule is a turn of an interview, which other claims may
// be in.
func (r Rule) Turn() bool { return r == byTurn }

// Claim is a claim that a rule has found. It has no score: the models give it one.
type Claim struct {
	claim.Claim
	By    Rule
	first int // the unit it begins in
	unit  int // the unit it ends in
}
