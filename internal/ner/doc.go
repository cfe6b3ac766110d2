// Package ner finds names in German text: persons, organisations, places and
// others, names inside compounds, and words made of names. Users meet it as
// entities.Extract.
//
// # Method
//
// Each token gets a label: S, B, I or E for the only, first, inner and last token of a
// name, of one of four classes; P for a compound with a name in it, D for a word
// made of one; O for all others. Labels are those of the best path over a first-order
// chain of 25 labels. Weights are the means of four averaged structured perceptrons
// (Collins 2002) that see the sentences in different orders; a conditional random
// field was as good before it was cut to size and worse after. Features are the word and its neighbours, affixes, shape, parts
// of speech, what the lexicon says, where names of the gazetteer begin and end, the
// nouns and names of internal/wordlist, the noun for bodies that a compound ends with, the parts of compounds, distributional
// clusters, and what the word was labelled in raw text by a first model
// (internal/train/ner tells how).
//
// Then the document is looked at as a whole: a word that is labelled otherwise
// elsewhere is labelled again, with that as a feature (Krishnan and Manning 2006).
//
// What is a name differs from corpus to corpus. The guide (Guide) is a feature alone and
// together with others, so that what corpora share is learned from all of them and what they
// differ in from each. Users get that of newspapers, corpus/ENTITIES.md.
//
// Headlines in capitals are read as if they had none. Words in small letters far from
// words with capitals are in no name and are not looked at.
//
// # Performance
//
// About 2.6 µs a token, parts of speech known. A token that may be in a name has some
// 150 features. Two thirds of them look at one form only: their sums are remembered for
// the forms seen last (internal/memo), with all else that lexicon, lists and clusters
// say of a form, which takes 16 MB at most. Half of the time goes into weights, a quarter
// into forms that are not remembered. Opening takes about 1 ms, most of it for the
// checksums. The model has 3.88 MB, the clusters 0.45 MB.
//
// # Figures
//
// Exact spans and labels of names on the development part of GermEval 2014, F1. The rows
// below the first are from before the newsroom corpus was learned from; all but the second
// leave families of features out of the other draw:
//
//	                                    PER    ORG    LOC   MISC    all
//	as embedded                        88.9   72.9   85.8   59.5   81.2
//	another draw                       88.4   71.3   85.1   58.2   80.3
//	without gazetteer                  88.1   71.1   84.5   58.4   80.0
//	without clusters                   86.5   70.9   84.8   56.0   79.3
//	without labels of raw text         87.8   72.0   84.5   57.9   80.1
//	without lists of nouns and names   87.8   69.2   84.8   56.2   79.4
//
// Differences of less than 0.4 may be chance. The sentences of GermEval have no
// documents; what these are worth shows on the sittings of the Bundestag, each
// labelled by a model of the others: 78.4 before that, without the second pass 77.0 (PER 86.9 and
// 84.2).
//
//	go run ./internal/train/ner -validate germeval-dev
//	go run ./internal/train/ner -validate germeval-dev -without gazetteer
//	go run ./internal/train/ner -validate bundestag
//	go run ./internal/train/ner -validate bundestag -without document
//	go run ./internal/train/ner -validate germeval       # six folds of the training part
//
// # Concurrency
//
// A Recogniser is safe for concurrent use, a Scratch is not.
package ner
