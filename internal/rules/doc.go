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
// Then claims without a speaker of their own get the one of an earlier claim (carry.go).
package rules
