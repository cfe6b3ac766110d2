// Package entities finds who and what a German text names: persons,
// organisations, places and other names, grouped into the entities of the
// document.
//
//	for _, e := range entities.Extract(extract.Parse(text)) {
//		fmt.Println(e.Label, e.Name, len(e.Mentions))
//	}
//
// # Positions
//
// A mention is a span of bytes of the text as given. It begins and ends with a
// token, except where a name is part of a compound: "Open-AI" in
// "Open-AI-Gründer". Mentions do not overlap, except that a part may lie inside
// a name. Furniture of a web page has no mentions.
//
// # Method
//
// Mentions are found by a linear model over the words of a sentence, trained on
// the newsroom corpus, GermEval 2014 and others; internal/ner tells how. It looks at the
// document twice: what a word is elsewhere in the text counts, so that "Altman" is a person where the
// text says "Sam Altman". Names in compounds are cut out of them ("Open-AI" in
// "Open-AI-Gründer"), and what the model misses of names that the document has
// elsewhere is added. Names of the user's own lists ([WithNames], [WithNamesFrom]) go first.
//
// [Group] then puts mentions together by names alone. Names are one entity if they
// are equal but for genitive endings, blanks, hyphens, ß, legal forms and the endings
// of adjectives, if one is the short form of the other, or if a list has both
// (USA, Vereinigte Staaten). A surname or first name goes to the person of that name and
// gender named last before it. Words made of names of places ("Berliner",
// "deutsch") belong to the place.
//
// [Nouns] are the words that stand for persons and organisations, and [Entity].Roles
// says which of them the text links to a name: "Softbank-Chef Masayoshi Son", "Olaf
// Scholz (SPD)".
//
// # Guidelines
//
// What is a name follows corpus/ENTITIES.md: companies, parties, authorities, newspapers and
// clubs are ORG, also "Finanzministerium", "EU-Kommission" and "Landgericht Kiel"; countries and
// towns LOC also where they act; works, products, events, laws and prizes MISC. Currencies are
// no names; adjectives and inhabitants are derived. Titles and articles are not part of the
// name. [WithGermEval] follows the guidelines of GermEval 2014.
//
// # Performance
//
// Time and memory grow linearly with the text: about 200,000 tokens/s on one core
// from the text on, of which tagging parts of speech takes a third and the model
// the half (go test ./entities -bench News -benchtime 5x). What the forms seen last give is
// remembered, in 27 MB at most. The model is opened and the lists are read at the first
// call, in about 10 ms.
//
// Exact spans and labels of names on the development part of GermEval 2014 have F1
// 81.2 (PER 88.9, ORG 72.9, LOC 85.8, MISC 59.5), in running text 80.2: go test
// ./entities -run GermEval -v. Given the mentions, their groups have B³ F1 96.6
// and 97.6 on the names of the Potsdam Commentary Corpus (dev and test): go test
// ./entities -run PCC -v.
//
// # Concurrency
//
// Extract and an Extractor are safe for concurrent use.
//
// # Data and licences
//
// The model is that of internal/model/ner, the names come from internal/gazetteer, the
// ordinary words from internal/lexicon, and the lists from internal/wordlist. They say their
// sources and licences.
package entities
