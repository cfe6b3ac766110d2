// Package who tells whom a name, a noun or a pronoun means.
//
// It takes the sayings of a text and returns a [Discourse]: all places where the text
// speaks of somebody, with the entity that is meant, found from the beginning on: names
// (discourse.go), nouns (holder.go, with the list words/speakers.txt), pronouns
// (antecedent.go), the most salient referent that agrees (salience.go).
// [Discourse.Speaker] gives the words of a speaker their entity and name.
package who
