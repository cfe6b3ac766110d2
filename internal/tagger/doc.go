// Package tagger decides part of speech, mood and lemma of German words. Users
// meet it as Document.Tags of package extract.
//
// # Method
//
// Each form is read as what it stands for: geht's as geht, Lehrer*innen as Lehrerinnen,
// gemäss as gemäß, and a headline in capitals in small letters (reading.go, headline.go).
// What follows sees only that.
//
// Labels are pairs of a part of speech of Universal Dependencies and one of STTS,
// 63 of them. An averaged perceptron (Collins 2002) goes through the sentence from
// left to right and takes for each token
//
//	argmax over y of Σ w(f, y), f in features(token, its neighbours, the last labels)
//
// The features are the word and its neighbours, affixes, shape, what the lexicon
// says of the word and its neighbours (as sets of possible parts of speech and of
// possible inflections), distributional clusters, what the clause has shown so far
// and what follows in it (an opener, a finite verb, an auxiliary), and the last two
// labels. Frequent forms that always have the same label are given it.
//
// The mood of a finite verb is then decided among those that the lexicon has for
// its form, by a logistic regression over the form, the subject, the opener and
// end of the clause, the moods of the other verbs and quotation marks. Most forms
// leave nothing to decide.
//
// The lemma of a participle that belongs to two verbs, such as gehört, is told by its clause
// (words/participles.txt), that of Busse by what stands beside it (swiss.go). That of all
// other words is that of a table of what the treebank says otherwise, else of the
// lexicon's reading that agrees with label and mood, else a guess by the ending.
// Separated prefixes are joined with the nearest finite verb before them.
//
// The corpora do not tag alike: one has the UPOS by hand, the others STTS. Each
// gives the set of labels that agree with its tags; a first model, trained on the
// one that gives whole labels, chooses among them for the second (one round of
// hard expectation maximisation).
//
// # Performance
//
// About 1.6 µs a token. What lexicon and tables say of the forms seen last, and the sums
// of the weights of what they give by themselves, are remembered (internal/memo), which
// takes 8 MB at most; nothing else allocates once a Scratch has seen a sentence as long.
// Opening takes about 0.3 ms, most of it the checksum of the weights.
//
// # Figures
//
// Ten-fold cross-validation on GSD dev and test, with EmpiriST and KONVENS 2019
// as further training data, on gold tokens, in percent; lower rows leave families
// of features out:
//
//	                                          UPOS   STTS   lemma  mood=sub F1
//	as embedded                               95.47  95.18  98.29  91.2
//	and PCC (non-commercial) in training      95.60  95.65  98.36  90.8
//	without word                              95.36  95.08  98.22
//	without neighbours                        95.42  95.14  98.24
//	without affixes                           95.43  95.13  98.25
//	without shape                             95.38  95.02  98.24
//	without lexicon                           95.40  95.01  98.21
//	without inflection                        95.43  95.06  98.26
//	without clusters                          95.15  94.92  98.21
//	without clause                            95.48  94.99  98.23
//	without history                           95.50  95.13  98.25
//	without lexicon, inflection, clause       95.40  94.74  98.20
//	without these and clusters                95.12  94.40  98.11
//
// The families say much the same of most words, so that each alone can be
// missed. GSD's own STTS is automatic. On PCC, whose STTS is by hand, STTS is 95.3
// by the embedded kind of model, which has seen nothing of it, and 96.65 where
// nine tenths of it are in training.
//
// GSD counts verb and separated prefix as two lemmas; joined, as Document.Lemma
// gives them, they score 97.79. Of the moods that differ from GSD's about every
// second is an error of the treebank ("dass ich ihn nicht verloren habe" as
// subjunctive); most others are "sollte" and "sollten".
//
//	go run ./internal/train/tagger -quiet -validate gsd
//	go run ./internal/train/tagger -quiet -validate gsd -without word
//	go run ./internal/train/tagger -quiet -validate gsd -with pcc
//	go run ./internal/train/tagger -quiet -validate gsd -without lexicon,inflection,clause
//	go run ./internal/train/tagger -quiet -validate pcc
//	go run ./internal/train/tagger -quiet -validate pcc -folds 1
//
// # Concurrency
//
// A Tagger is safe for concurrent use, a Scratch is not.
package tagger
