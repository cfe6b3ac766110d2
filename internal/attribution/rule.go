package attribution

// rule names the rule that found a claim.
type rule uint8

const (
	byQuotation rule = iota + 1 // quotation marks
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
