// Package claims finds who says what in a German text: direct quotations,
// indirect speech, passages in the Konjunktiv, hearsay and reported acts of
// speech, each with its cue, its frame, its addressee and its speaker.
//
//	d := extract.Parse(text)
//	for _, c := range claims.Extract(d, entities.Extract(d)) {
//		fmt.Println(c.Speaker.Name, c.Stance, d.Text(c.Content...))
//	}
//
// # Scheme
//
// What counts as a claim, its kind, medium and stance, and the extent of its parts, are
// those of the guide of the newsroom corpus (corpus/GUIDE.md): a direct quotation includes
// its marks, a content clause its "dass" but not the comma before it, a passage that runs
// on its full stops; the cue takes auxiliaries and separated prefixes along ("hat …
// angekündigt", "warf … vor"); the speaker is the whole noun phrase. Kinds, mediums and
// parts began as those of Petersen-Frey and Biemann (Dataset of Quotation Attribution in
// German News Articles, LREC-COLING 2024), where Continued is IndirectFreeIndirect.
// Reported is marked whenever a reader learns what was said, demanded or judged.
//
// # Method
//
// Rules read what German writes on the surface: quotation marks, the place of
// the finite verb, conjunctions, and mood. A clause whose verb is in
// the list of cues is a frame; its content stands before it, after it or around
// it. The subject is what stands alone before the verb of a main clause, else
// the first phrase after the verb that can be a nominative. Sentences in the
// Konjunktiv without a frame go on with the last speaker. Verbs, moods and
// genders come from the full-form lexicon.
//
// Models take what the rules find for one opinion among others, in six
// steps. Each was trained on what those before it say of articles that they had not
// seen (stacking, Wolpert 1992). The rules cannot be had alone: so a text has one reading,
// a score one meaning, and there is nothing to choose between.
//
//  1. A conditional random field (Lafferty, McCallum and Pereira 2001) tells of each clause
//     whether it is a frame, an act, content or none of it; a second one gives each token
//     the probabilities of its being content of each kind, cue, speaker, addressee or
//     frame. It sees words, parts of speech, names, the list of cues, mood and cue of the
//     clause and of those beside it, and what the rules say.
//  2. Candidates are made, many more than are true: the claims of the rules, quotations,
//     stretches of probable tokens at several thresholds, sentences, runs of clauses and
//     of sentences.
//  3. Regression trees by gradient boosting (Friedman 2001) judge each candidate as a
//     whole. Their value is calibrated as a probability by a logistic regression (Platt
//     1999), which is the claim's Score. Of candidates that overlap those stay whose
//     values are the largest in sum (weighted interval scheduling; Kleinberg and Tardos
//     2005); quotation marks come first, and quotations may stand inside another claim.
//     Passages without a frame that follow each other in a paragraph become one.
//  4. Another conditional random field finds cue, speaker, addressee and frame of each
//     claim in the sentences around it, seen from the claim: on which side a word stands,
//     how many clauses away, who spoke before. Trees again choose the speaker among the
//     phrases that may be one, the last speaker among them. A claim without a speaker and
//     cue goes on with the last one.
//  5. Stance and medium of each claim are chosen by models that see the cue and its place
//     in the list, the content, and what the same voice says elsewhere.
//  6. Trees choose who it is: of the entities of the text, its phrases for persons, bodies
//     and texts, and nobody, the most probable; nobody where none is probable enough. They
//     are told whom sieves guess (Raghunathan and others 2010), one for each way a noun takes
//     somebody up. Claims are decided in the order of the text, each seeing who spoke before.
//
// What a quotation holds is read once more by steps 1 to 3, like a text of its own, for what
// is said in it to have been said.
//
// To label the tokens of contents and then to look for whose they are follows Pareti and
// others (Automatically Detecting and Attributing Indirect Quotations, EMNLP 2013).
//
// # Score
//
// A score is about the probability that the content overlaps by half with one
// that people marked (Jaccard index of the tokens). On the development part of the
// newsroom corpus, the shares of claims that are right differ from it by less than .2 in each
// of five ranges (TestCalibration). [WithMinScore] trades precision for recall.
//
// A speaker has a score of its own: the probability that the name is right, given that
// somebody said this. It is what step 6 finds most probable, calibrated in the same way on
// articles that it had not seen, and differs as little from the share of right names
// (TestSpeakerCalibration). [WithMinSpeakerScore] trades names for right names: what is
// less sure is nobody's.
//
// # Who it is
//
// Somebody who has a name in the text is an entity; somebody without one has a name in few
// words, in the nominative ("Sprecher der Initiative"). Offices and other nouns ("der
// Minister", "der 45-Jährige", "das Blatt") and pronouns are resolved, an unnamed spokesperson,
// the leadership or the parliamentary group of an organisation counts for it ("ein Sprecher
// von VW", "die SPD-Führung"). Nobody else counts for whom the words name: not a lawyer,
// an employee or a person's spokesman, nor a government for its country. Of "seine Meinung" and
// "Angaben des Ministers" the speaker is whose words they are. Several speakers each have their
// entity ([Speaker.Entities]), and their names are joined by [Several].
//
// The speaker may stand where no verb reports: behind a quotation after a dash, in brackets or on
// the next line, before a colon at the head of a line or of a title, as the label of an answer in
// an interview, or as who is addressed by its questions. Via tells so then.
//
// # Positions
//
// All spans are bytes of the document's text, each part's in order. A part that
// is interrupted has several: „Das reicht“, sagte sie, „nicht.“
//
// # Performance
//
// Time and memory grow linearly with the text; a sentence of more than 2000
// tokens is searched for direct quotations only. The first call opens the models, in
// half a millisecond.
//
// # Concurrency
//
// Extractors are immutable and safe for concurrent use. The result is the
// caller's own.
//
// # Data and licences
//
// internal/saying/words/cues.txt (51 KiB) and internal/discourse/words/speakers.txt (4 KiB) were written for
// this package, are under the MIT licence and made to be edited.
//
// The models (internal/model/attribution, 2.5 MiB, and internal/model/who, 72 KiB) were
// learned from the training part of laut's newsroom corpus: articles of its own and, annotated
// by it, articles of the German Wikinews (CC BY 2.5). They are under CC BY 4.0 as the corpus
// is. A program that looks for no claims does not link them.
package claims
