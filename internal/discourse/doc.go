// Package discourse tells whom a text speaks of, by rules.
//
// [Read] goes through a text from its beginning and notes each [Place] where it speaks of
// somebody, with the [Referent] that is meant: an entity, somebody without a name, or several who
// are named together. Names are found by their tokens (read.go), nouns by offices and kinds
// (holder.go, with the list words/speakers.txt), pronouns by what agrees with them
// (antecedent.go): among those that do it is the most salient one (salience.go, standing.go).
//
// What names a noun phrase without an entity has is read here too (phrasename.go).
//
// [Discourse.Speaker] gives the words for a speaker their entity by these rules alone.
// internal/who asks what is here and decides by what it has learned.
package discourse
