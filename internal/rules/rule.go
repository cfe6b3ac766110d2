package rules

import "github.com/laut-nlp/laut/internal/claim"

// Rule names the rule that found a claim.
type Rule uint8

const (
	byQuotation Rule = iota + 1 // quotation marks
	byNested                    // quoted in passing
	byBefore                    // content before its frame
	byBehind                    // content behind its frame
	byWie                       // "wie X sagte"
	byColon                     // a sentence behind a colon
	bySource                    // laut, nach Angaben, zufolge, so
	byWhereby                   // wonach, and relative clauses in the Konjunktiv
	byAnaphor                   // "Das bestätigte X"
	byAct                       // a verb of saying with an object
	byMood                      // Konjunktiv without a frame
	byHearsay                   // sollen
)

// Claim is a claim that a rule has found. Its score is the share of the rule's claims that
// was right, measured on the quotations' train part.
type Claim struct {
	claim.Claim
	By    Rule
	first int // the unit it begins in
	unit  int // the unit it ends in
}
