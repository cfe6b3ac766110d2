// Package spans finds what is said: how probably each token is content, which stretches
// may be claims, and the best set of them.
//
// [Model.Find] does it in three steps, each of which computes all that it returns:
//
//   - [New] makes a [View] of the sayings of a text, for which it asks the rules: clauses
//     (clauses.go), what units have and what the rules say of tokens (view.go). What
//     quotations hold is read like a text of its own ([syntax.Text.Inside]), since the words
//     around them neither report what is in them nor are reported there: it has a view, a
//     reading and candidates too.
//   - [View.Read] makes a [Reading]. The clause model, a conditional random field over the
//     clauses of a unit, says what each does: report, tell an act, be content
//     (clause_features.go, clause_reading.go). The token model, another one, reads the units
//     in which anything is done, and says how probably each token is content of some kind,
//     cue, speaker, addressee or frame (reading.go, token_templates.go, token_attributes.go).
//   - [Reading.Choose] makes candidates of what the rules found, quotations, stretches of
//     likely content, sentences, clauses and passages (candidate.go, candidate_clauses.go). The filter, boosted
//     trees that see a whole candidate (features.go, filter.go), says how far each probably
//     overlaps a true claim, and the best that do not overlap are chosen (choose.go).
//
// The calibration makes probabilities of the filter's values (internal/claim). What the
// models learn from is in learning.go.
package spans
