// Package germanprose gives German documents in the types of prose v2
// (github.com/jdkato/prose/v2), so that what was written for prose reads German when one
// constructor is changed:
//
//	doc, err := prose.NewDocument(text)       // English
//	doc, err := germanprose.NewDocument(text) // German
//
// Tokens, sentences and entities are prose's own structs, with tags of the Penn treebank,
// labels in IOB and prose's options. What prose has no place for stands beside: the tags of
// STTS ([Document.STTS]), byte offsets ([Document.Spans]), and all that laut finds, with who
// says what ([Document.Article]).
//
// The result is a [Document] of this package. A *prose.Document cannot be filled from outside:
// its fields are not exported, and prose.NewDocument always cuts and tags words with its own
// English code, whatever model it is handed. Code that names the type, and should take both,
// names what it calls:
//
//	type document interface {
//		Tokens() []prose.Token
//		Sentences() []prose.Sentence
//		Entities() []prose.Entity
//	}
//
// # Tags
//
// The tags are those that prose lists, as far as German has them ([Tags]). They follow from
// STTS, with number, tense, person and degree where Penn asks for these:
//
//	NN              NN, or NNS by the form or by what agrees with it: die Lehrer, drei Lehrer
//	NE              NNP
//	TRUNC           NN     (Nord- und Ostsee)
//	ADJA, ADJD      JJ, JJR, JJS
//	ADV             RB; RBR and RBS for mehr, weniger, öfter, eher, lieber and am meisten etc.
//	PAV, PTKNEG     RB     (dafür, nicht)
//	PTKA            RB     (zu schnell, am schnellsten)
//	PWAV            WRB    (wann, warum)
//	CARD            CD
//	VVFIN, VAFIN    VBD in the past tense and Konjunktiv II, VBZ in the third person
//	                singular of the present tense and of Konjunktiv I, else VBP
//	VMFIN           MD     and werden, würde with an infinitive: the future and the conditional
//	V.INF, VVIZU    VB     (anrufen, anzurufen)
//	VVIMP           VB
//	V.PP            VBN
//	PTKZU           TO
//	PTKVZ           RP     (rief … an)
//	ART             DT
//	PDAT, PDS       DT     (dieser); dessen and deren WP$ after a comma, else PRP$
//	PIAT, PIS       JJ for viel, wenig, mehrere; JJR, JJS for mehr, die meisten; NN for jemand,
//	                nichts, alles etc. that stand alone; PRP for man; PDT before another
//	                determiner (alle meine); else DT
//	PPER, PRF       PRP    (er, sich)
//	PPOSS           PRP    (meiner)
//	PPOSAT          PRP$   (mein)
//	PRELS, PWS, PWAT
//	                WP for wer and was, WP$ for dessen, deren and wessen, else WDT
//	PRELAT          WP$
//	APPR, APPRART, APPO, APZR, KOUS, KOUI, KOKOM
//	                IN     (in, im, halber, dass, um zu, als)
//	KON             CC
//	ITJ, PTKANT     UH     (ach, ja)
//	FM              FW
//	XY              SYM
//	$, $. $(        , . ( ) and : by the sign; “ and ” are `` and '' by their direction
//
// $ are signs of currencies, # is #, & is CC and % NN. Web addresses, e-mail addresses and handles are NN, as
// prose has them.
//
// What is lost: mood (Konjunktiv I is the mark of reported speech), case and gender; that a
// preposition has an article in it (im, zum); that an adjective is used as an adverb, which is
// JJ and not RB; that a plural name is one (die USA: NNP, not NNPS); that an adjective is a
// participle (JJ, not VBG or VBN). EX, LS, POS and VBG do not occur. All but case and gender is
// told by STTS or by Article().Document.Tags().
//
// # Labels
//
// Persons are PERSON, places GPE, organisations ORGANIZATION, other names MISC, which prose's
// model does not have: code that switches on PERSON and GPE passes it by. Token labels
// are B-GPE, I-GPE and O, and empty without extraction. Names in compounds (the "Open-AI" of
// "Open-AI-Gründer") and words made of names (Berliner) are in Article().Entities only.
//
// # What differs from prose
//
// Texts of tokens, sentences and entities are as they stand in the text, with their curly
// quotes; only white space inside an entity is one space. [prose.UsingModel] with a model of
// prose is an error.
//
// # Performance and concurrency
//
// Time and memory are linear in the text; the models are opened at the first call, in about
// 10 ms. On the same German article it takes about a fiftieth of the processor time of prose,
// and a twentieth where prose is handed a model that it has opened before: in the folder
// bench, go test -run none -bench Everything -benchtime 7x .
// NewDocument and the methods of a Document may be called from several goroutines at once.
//
// # Licences
//
// Tags and names rest on data under CC BY-SA 4.0 that laut embeds, claims on data under CC BY.
//
// # Quality
//
// Measured on the treebanks' own tokens, with the corpora in ../../../shared/data. Of the words
// of the Potsdam Commentary Corpus (dev and test; parts of speech by hand; pronouns that
// the word decides and marks left out) 95.6 % have the tag that follows from their STTS, if NN
// and NNS, the finite verbs and the degrees count as one each: go test . -run GoldTags -v. Of
// the words of UD GSD (dev and test) whose tag is right so far, NN and NNS are right in 96.1 %
// (93.7 % of the plurals), VBD, VBZ and VBP in 99.3 %, and JJ, JJR and JJS in 99.4 %: go test .
// -run Morphology -v.
package germanprose
