// Package extract is the text layer of laut: it finds the tokens, quotation
// marks, sentences and paragraphs of German news text, tells the article from
// what the web page puts around it, and stems words, all by rules and word lists.
// [Document.Tags] adds parts of speech, lemmas and the mood of verbs, by a lexicon
// and a model, which only programs that call it link.
//
// [Parse] reads a text at once into a [Document]. [Tokens] and [Sentences] are
// streams over the same analysis, [Stream] walks a reader article by article,
// [FromTokens] takes text that is already tokenised, [Stem] stems a word.
//
// # Positions
//
// Everything is a half-open span of bytes of the text as it was given:
//
//	text[t.Start:t.End]
//
// is exactly what was found. The text is never changed or copied. Tokens are in
// order, do not overlap and are never empty; what lies between them is white
// space, control characters or invisible. No token cuts a character of valid
// UTF-8, and a byte that is not UTF-8 is a token of its own or part of a word.
// Each token belongs to one sentence and each sentence to one paragraph.
// [Locate] turns an offset into line and column, [Excerpt] shows it.
//
// # Tokens
//
// A [Token] has a [Kind], told by form alone. One token each are compounds
// (100-Milliarden-Dollar-Offensive, CDU/CSU-Fraktion, Ein-), gender forms
// (Bürger*innen, Wähler:innen, Student(inn)en, Lehrer/-innen), clitics (geht's,
// 'ne), amounts (1'000, 25 000, 3,5), dates and times in figures (24.12.2024,
// 16.30), web addresses and emoji. "z.B." is one abbreviation, "z. B." two.
// Acronyms and units with a slash are one token (CDU/CSU, km/h), words are three
// (Union/FDP). A full stop belongs to its abbreviation or ordinal also where it
// ends the sentence as well.
//
// # Quotation marks
//
// The direction of a mark is told by its neighbours and by what is open in its
// paragraph, so „…“ "…" «…» »…« “…” ‚…‘ ‹…› '…' need no setting and may be mixed.
// Pairs nest and never cross. A quotation over several paragraphs, each of which
// opens it again, is one [Quotation]; a mark without partner costs one
// quotation and not the rest of the article. Apostrophes are no quotation marks.
//
// # Sentences
//
// A sentence ends at . ! ? and …, at a semicolon outside brackets and at a colon
// before a capitalised function word, as the final marks of the STTS tag set
// do. Closing marks and brackets go with it. After an abbreviation, an initial
// or a date the next word decides. A quoted sentence and its attribution are one
// sentence („Wie geht's?“, fragte er.); a dateline (BERLIN (dpa) –) is one by
// itself. Each paragraph ends a sentence. A line is a paragraph, unless the text
// is found to be cut to a width; then an empty line ends one.
//
// # Web furniture
//
// Each [Paragraph] has a [ParagraphKind]. [Furniture] are notices about cookies, scripts,
// advertising and subscriptions, share bars, links to other articles and the
// like. They are flagged by phrases, by speaking to the reader about the page
// and by the form of buttons, never removed. Precision comes first: what looks
// like an article is one.
//
// # Stems
//
// [Stem] and [AppendStem] follow Snowball 3.1 for German and agree with the whole
// vocabulary that the Snowball project publishes. A stem is a key, not a word.
//
// # Morphology
//
// [Document.Tags] is computed on its first call and kept. It tells parts of speech
// (UPOS and STTS), the form, mood, tense, person and number of verbs, Konjunktiv I
// and II apart, and which prefix belongs to which verb; [Document.Lemma] gives
// lemmas, "vorwerfen" for "warf … vor". Package internal/tagger describes the method.
//
// # Performance
//
// Time and memory are linear in the text's length, whatever the text; tests hold
// that with ten megabytes of quotation marks and the like. Tokens and Sentences
// allocate nothing. A Document takes about five times the memory of its text. README
// has the figures: on one core, Tokens reads more than a hundred megabytes a second, and
// Tags takes some microseconds a token. The module under bench measures them.
//
// # Concurrency
//
// All functions may be called from several goroutines at once. A Document never
// changes; the slices that its methods return are shared and must not be
// written to.
//
// # Data and licences
//
// Three word lists are embedded, plain text made to be edited, 18 kB together:
// words/abbreviations.txt (2.9 kB, CC BY-SA 4.0: compiled by the authors and
// checked against the abbreviations of Wiktionary), words/starters.txt (3.3 kB)
// and words/furniture.txt (11.3 kB), both MIT like the code. Tags rests on
// internal/lexicon (737 KiB) and internal/model/tagger (1.6 MiB), both CC BY-SA 4.0.
package extract
