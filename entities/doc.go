// Package entities finds who and what a German text names: persons,
// organisations, places and other names, grouped into the entities of the
// document.
//
//	for _, e := range entities.Tag(extract.Parse(text)) {
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
// Tag works by lists and rules. A candidate is a run of words that are no
// ordinary German words: names of the gazetteer, words that the lexicon lacks and
// that are no compounds, short forms in capitals, known organisations, and a few
// patterns such as "Bundesamt für Strahlenschutz" or "Süddeutsche Zeitung".
// Each candidate collects evidence for each label from its own words (first names,
// legal forms, ends of towns) and from its neighbours (titles, nouns such as
// Firma or Stadt, prepositions). What all candidates of one name collect is added
// up, so that "Altman" is a person wherever the text says "Sam Altman" once.
//
// Names are one entity if they are equal but for the genitive s, blanks,
// hyphens and the spelling of ß; a surname goes to the person of that surname
// named last before it. Words made of names of places ("Berliner", "deutsch")
// belong to the place.
//
// # Performance
//
// Time and memory grow linearly with the text: about 600,000 tokens/s on one
// core, tokens read before. The lists are read at the first call, which takes a
// few milliseconds.
//
// On the development part of GermEval 2014, sentences without context, the exact
// spans of names have F1 70.5 (PER 79.5, LOC 78.5, ORG 61.9, MISC 26.6; precision
// 78.0, recall 64.3): go test ./entities -run GermEval -v.
//
// # Concurrency
//
// Tag is safe for concurrent use.
//
// # Data and licences
//
// The lists in words/ were compiled for this package (MIT); a linguist can edit
// them. Their weights were set by hand after the training part of GermEval 2014.
// The names come from
// internal/gazetteer, the ordinary words from internal/lexicon, which say their
// sources and licences.
package entities
