// Package attribution finds who says what: it holds the rules and the models behind
// package claims, on tokens instead of bytes.
//
// A document is analysed once: words with what the lexicon says of them, units
// (sentences joined where a quotation runs over their ends), clauses. Then come
//
//   - the rules (rules.go), in the order of their names there, and with [Rules] nothing
//     else;
//   - the token model (token.go), a conditional random field that says of each token
//     whether it is content of some kind, cue, speaker, addressee or frame, and is told
//     what the rules found;
//   - candidates (candidate.go): what the rules found, stretches of likely content,
//     clauses, sentences, passages, quotations;
//   - the filter (filter.go, choose.go), boosted trees that see a whole candidate and say
//     how much of a true claim it probably is; the best that do not overlap are chosen;
//   - the role model (roles.go), a second conditional random field over the window of each
//     claim: cue, frame, addressee, and where the speaker may be;
//   - the choice of the speaker (speaker.go), trees again, among whole phrases;
//   - mediums (medium.go), a chain over the claims of a document;
//   - stances (stance.go) by the list of words/cues.txt, and who the speaker is
//     (resolve.go) by salience. These two are rules.
//
// Each model learns from what those before it say of articles that they have not seen.
//
// # Performance
//
// One core of an EPYC server that others used as well, 700 articles one after another:
// the rules take 0.7 µs a token of text (6.5 bytes), the models 3.7 µs with them; tokens,
// tags and entities took 6.0 µs in the same run. Two thirds of the text are read by the
// token model. It looks at 100 features a token, half of which are its clause's and
// computed once, and the rest mostly in groups whose sums are kept (see groups.go).
// What is known of a form is remembered from one document to the next (form.go); clauses
// and their cues are found once, although each rule asks for them (cut.go).
//
// # Concurrency
//
// Nothing of a document is shared; what is remembered of forms is safe for concurrent
// use. A [Scratch] takes 0.7 MB besides what the longest sentence and the longest
// document need, the latter about 250 bytes a token (memory.go).
package attribution
