// Package syntax reads words, units, clauses and noun phrases in a document.
//
// It takes a document with its entities and returns a [Text]: words with what the lexicon
// says of them, units (sentences, joined where a quotation runs over their ends), and
// which quotations are speech. It does so without the tagger: by the lexicon, by a list of
// function words (words/functions.txt), by punctuation and word order. [Text.Clauses] cuts
// tokens into clauses, [Text.Phrase] finds where a noun phrase ends.
package syntax
