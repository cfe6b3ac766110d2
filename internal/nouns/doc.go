// Package nouns reads the German nouns that stand for persons and bodies: "Minister",
// "Sprecherinnen", "Open-AI-Gründer", "Unternehmen"; what stands before them, and the
// gender, number and case that both allow.
//
// What a noun stands for is in words/roles.txt, and for its compounds in their ends;
// of the rest the lexicon tells the trades, which have a feminine (Berater, Beraterin).
// Articles, prepositions and other small words are in words/grammar.txt. Both lists are
// in internal/wordlist and are read at first use.
//
// Everything is safe for concurrent use.
package nouns
