// Package who tells whose words a claim is, by what it has learned.
//
// [Model.Speakers] takes what internal/discourse reads off a text, and goes through its claims in
// their order. Who can have said something are the figures of the text (figure.go): entities, and
// noun phrases for persons, bodies and texts, each under a name in the nominative (figure_name.go).
// A noun that a claim took for somebody hands its mentions over, so that pronouns follow it.
// Who is named together is a figure of its own, which a plural can mean later (several.go). For
// each claim (question.go) those that are near, that have spoken, or that its speaker's words name
// are the candidates (candidates.go), and nobody is one too.
//
// Sieves (sieve.go) guess whom a noun without a name takes up: the body of its kind that is in
// focus (bodies.go, words/bodies.txt), who answers, whose spokesperson it is. Each candidate is a
// row of features (features.go): whether it is the guess and by which sieve, how it stands in the
// words, or in others that might name the speaker, agreement, office, where it was spoken of last,
// and whether it has spoken before (history.go). Trees give the rows scores (decide.go), the
// candidate with the largest is the speaker, and nobody if it is not probable enough. The score of
// a speaker is that probability, calibrated.
//
// Where the form of the text names the speaker, in a caption, before a colon or as a label in an
// interview, that is the answer whatever the trees say, and a title has the speaker of the same
// words below (decide.go).
package who
