// Package nouns reads the German nouns that stand for persons and bodies: "Minister",
// "Sprecherinnen", "Open-AI-Gründer", "Unternehmen"; what stands before them, and the
// gender, number and case that both allow.
//
// What a noun stands for is in internal/wordlist/words/roles.txt; a compound stands for what
// its last part does. Of the rest the lexicon tells the trades, which have a feminine
// (Berater, Beraterin). Articles, prepositions and other small words are in grammar.txt
// beside it. Both lists are read at first use.
//
// Everything is safe for concurrent use.
package nouns
