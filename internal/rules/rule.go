package rules

import "github.com/laut-nlp/laut/internal/claim"

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
