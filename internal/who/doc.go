// Package who tells whose words a claim is.
//
// It takes the sayings of a text and returns a [Discourse]: all places where the text
// speaks of somebody, with the entity that is meant, found by rules from the beginning on:
// names (discourse.go), nouns (holder.go, with the list words/speakers.txt), pronouns
// (antecedent.go), the most salient referent that agrees (salience.go). [Discourse.Speaker]
// gives the words of a speaker their entity by these rules alone.
//
// [Discourse.Speakers] asks a [Model] instead, claim by claim in the order of the text. Who can
// have said something are the figures of the text (figure.go): entities, and noun phrases for
// persons, bodies and texts, each under a name in the nominative (phrasename.go). For each claim
// (question.go) those that are near, that have spoken, or that its speaker's words name are the
// candidates, and nobody is one too. Each is a row of features (features.go): what the rules
// say, how it stands in the words, agreement, office, where it was spoken of last, and what it
// has said so far (history.go). Trees give the rows scores (decide.go), the candidate with the
// largest is the speaker, and nobody if it is not probable enough. The score of a speaker is
// that probability, calibrated.
//
// Who is named together is a figure of its own, which a plural can mean later (several.go). Where
// the form of the text names the speaker, in a caption, before a colon or as a label in an
// interview, that is the answer whatever the trees say, and a title has the speaker of the same
// words below (repeated.go).
package who
