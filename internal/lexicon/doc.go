// Package lexicon answers what a German word form can be: part of speech,
// lemma, person, number, tense, mood, case, gender, degree.
//
//	e := lexicon.Lookup("sei")
//	e.Features().Moods() == lexicon.Subjunctive1|lexicon.Imperative // true
//	for r := range e.Readings() {
//		lemma = r.AppendLemma(lemma[:0], "sei") // "sein"
//	}
//
// [Lookup] finds a form as it is written, and else by its other spellings: a
// capital at the start of a sentence, all capitals, ss for ß (Swiss
// "mutmasslich") and ß for ss (old "muß").
// [Lower] finds the form with a small first letter even if it is known with a
// capital one, for the first word of a sentence. [Head] finds the head of a
// compound that the lexicon lacks ("Datenzentren": Zentren).
//
// # Performance
//
// Nothing here allocates, if the buffer that AppendLemma is given is large
// enough. A look-up takes time linear in the form: about 175 ns for a form of
// running text. The embedded file is read in place (see internal/automaton); the
// first look-up of a program interprets the tags, which takes about 0.5 ms.
//
// # Concurrency
//
// Everything is safe for concurrent use.
//
// # Data and licences
//
// german.lex, 737 KiB, holds the 4,988,730 readings of 552,751 forms of
// german.dict of the LanguageTool project's german-pos-dict (after Morphy, by
// Wolfgang Lezius, and others), CC BY-SA 4.0, retrieved 2026-11-23. It is
// changed in form only: readings are packed into classes and the automaton is
// built anew. Its errors are kept. german.lex is under the same licence.
// `go generate` builds it.
package lexicon

//go:generate go run ../train/automaton/lexicon -data ../../../shared -out german.lex
