// Package spans finds what is said: how probably each token is content, candidates, and the
// best set of them.
//
// It takes the sayings of a text and the claims of the rules and makes a [View] for models
// of it. The token model, a conditional random field, says of each token whether it is
// content of some kind, cue, speaker, addressee or frame ([View.Read]); its features are in
// templates.go and attributes.go. Candidates (candidate.go) are what the rules found,
// stretches of likely content, clauses, sentences, passages and quotations. The filter,
// boosted trees over a whole candidate (filter.go), says how much of a true claim each
// probably is, and the best that do not overlap are chosen (choose.go). [Model.Find] does
// all of that and returns claims with kind, content and score.
//
// What was learned says what the trainer lets it learn from: learning.go.
package spans
