// Package saying tells which words report, with which stance and medium, and who is their
// subject.
//
// It takes a [syntax.Text] and returns [Sayings]: what each word says by the list of cues
// (words/cues.txt), and the clauses of each unit, in which an article is told from a
// relative pronoun by what reports before it. [Sayings.CueIn] finds the cue of a clause,
// [Sayings.Subject] who speaks in it, [Sayings.StanceOf] what a cue says of a claim.
package saying
