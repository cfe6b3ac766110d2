// Package bleve registers with bleve an analyzer of German words: laut's tokens
// and the stems of Snowball 3.1. It links no model. Package news below it adds
// the entities of a text, package said finds who said what about whom.
//
// Import it for its side effect and name Analyzer in an index mapping:
//
//	import (
//		"github.com/blevesearch/bleve/v2"
//		_ "github.com/laut-nlp/laut/compat/bleve"
//	)
//
//	m := bleve.NewIndexMapping()
//	m.DefaultAnalyzer = "laut_de"
//
// # Terms
//
// The terms are words, numbers, abbreviations and web addresses, in small
// letters; there are none for punctuation. The full stop of an abbreviation or an
// ordinal is no part of its term, so that "Mrd" finds "Mrd.". A word with hyphens
// or slashes is a term, and so is each of its parts, at the same position:
// "CDU/CSU-Fraktion" is found by CDU, by Fraktion and by the whole. Of gender forms
// the noun before the mark is a part: Bürger in "Bürger*innen".
//
// Stop words are those of bleve's German list and "dass", which the list has in
// the old spelling only. They leave a gap in the positions, so that phrases keep
// their distances. Umlauts of two characters (NFD) and soft hyphens change neither
// stems nor stop words.
//
// # Phrases
//
// In a phrase query the terms at one position stand for each other: with Analyzer
// the phrase "CDU/CSU-Fraktion tagt" finds "Fraktion tagt" too. Where that is too
// much, set PhraseAnalyzer in the query, which cuts nothing into parts.
//
// # Positions
//
// Offsets are bytes of the text as given, so that bleve marks the right ones in
// its fragments.
//
// # Concurrency
//
// All is safe for concurrent use.
//
// # Figures
//
// README.md compares speed and ranking with bleve's own German analyzer.
package bleve
