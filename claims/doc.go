// Package claims finds who says what in a German text: direct quotations,
// indirect speech, passages in the Konjunktiv, hearsay and reported acts of
// speech, each with its cue, its frame, its addressee and its speaker.
//
//	d := extract.Parse(text)
//	for _, c := range claims.Extract(d, entities.Tag(d)) {
//		fmt.Println(c.Speaker.Name, c.Stance, d.Slice(c.Content[0]))
//	}
//
// # Scheme
//
// Kinds, mediums and the extent of the parts follow the annotation of German news
// by Petersen-Frey and Biemann (Dataset of Quotation Attribution in German News
// Articles, LREC-COLING 2024): a direct quotation includes its marks, a content
// clause its "dass" but not the comma before it, a passage that runs on its full
// stops; the cue takes auxiliaries and separated prefixes along ("hat …
// angekündigt", "warf … vor"); the speaker is the whole noun phrase. Continued is
// their IndirectFreeIndirect. Stance is an addition of this package: what the cue
// says of the claim.
//
// # Method
//
// Rules reads what German writes on the surface: quotation marks, the place of
// the finite verb, conjunctions, and mood. A clause whose verb is in
// the list of cues is a frame; its content stands before it, behind it or around
// it. The subject is what stands alone before the verb of a main clause, else
// the first phrase behind the verb that can be a nominative. Sentences in the
// Konjunktiv without a frame go on with the last speaker. Verbs, moods and
// genders come from the full-form lexicon.
//
// # Positions
//
// All spans are bytes of the document's text, each part's in order. A part that
// is interrupted has several: „Das reicht“, sagte sie, „nicht.“
//
// # Performance
//
// Time and memory grow linearly with the text; a sentence of more than 2000
// tokens is searched for direct quotations only.
//
// # Concurrency
//
// Extractors are immutable and safe for concurrent use. The result is the
// caller's own.
//
// # Data and licences
//
// internal/attribution/words/cues.txt was written for this package (MIT, 10 KiB) and is made to be
// edited. The rules use no weights learned from the quotations corpus, whose
// licence excludes commercial use.
package claims
