// Package attribution finds who says what: it holds the rules and the models
// behind package claims, on tokens instead of bytes.
//
// A document is analysed once: words with what the lexicon says of them, units
// (sentences joined where a quotation runs over their ends), clauses.
package attribution
