// Package laut reads German news text and says who is named in it and who says
// what. Laut is German for "according to".
//
//	article := laut.Read(text)
//	for _, c := range article.Claims {
//		fmt.Println(c.Speaker.Name, c.Stance, article.Said(c))
//	}
//
// [Read] runs three stages, each a package of its own that can be used alone:
//
//   - [extract] finds tokens, quotation marks, sentences,
//     paragraphs and what of a saved web page is no article;
//   - [entities] finds persons, organisations, places and other
//     names and groups them;
//   - [claims] finds what is reported as said, written or thought,
//     and by whom.
//
// Package [github.com/laut-nlp/laut/export] writes the result in the formats of other
// programs, [github.com/laut-nlp/laut/people] counts over many articles who is quoted, and
// [github.com/laut-nlp/laut/web] answers over HTTP. [New] makes a reader with other
// settings of the stages, such as names of the user's own.
//
// # Positions
//
// Everything is a span of bytes of the text as it was given: text[s.Start:s.End]
// is what was found. The text is never changed, whatever its spelling, its
// normal form or its broken bytes.
//
// # Errors
//
// Analysing a text cannot fail; only the options of [New] can be wrong. What nobody
// is found for is the zero value: a claim without a speaker has no spans, no name and
// entity 0. Numbers of entities and claims count from 1.
//
// # Performance
//
// Time and memory grow linearly with the text. On one core Read takes about three
// seconds for a megabyte of short news articles. The first call opens the models and
// reads the word lists, which takes about ten milliseconds.
//
// # Concurrency
//
// Read and [Reader] are safe for concurrent use. laut changes no [Article] that it has
// returned, so that one can be shared. [ReadAll] reads many articles at once, in order and
// in bounded memory; [ReadContext] ends with its context.
//
// # Data and licences
//
// The lexicon of word forms (737 KiB), the names (901 KiB) and the models of parts of
// speech and names (1.6 and 3.7 MiB) with their word clusters (0.4 MiB) are embedded
// and under CC BY-SA 4.0, the models of claims (2.5 MiB) under CC BY 4.0; the word lists of
// the packages add 186 KiB. All of it may be used for everything, commercial use included.
//
// What a program never calls it does not link. NOTICE names the source and licence of
// each file.
package laut
