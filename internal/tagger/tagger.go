// Package tagger decides part of speech, mood and lemma of German words. Users
// meet it as Document.Tags of package extract.
//
// # Method
//
// Each form is read as what it stands for: geht's as geht, Lehrer*innen as Lehrerinnen,
// gemäss as gemäß, and a headline in capitals in small letters (reading.go).
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
// and what follows in it (an opener, a finite verb, an auxiliary; to an auxiliary also a
// participle or infinitive that it may stand with), and the last two labels. Frequent forms
// that always have the same label are given it.
//
// Whether a form of haben, sein, werden or of a modal is an auxiliary or a verb of its own is
// then decided anew by a logistic regression over the clause: a participle or infinitive that
// it may stand with, how many nouns have no preposition, the small words, the opener and the
// end (auxiliary.go). Only sentences whose UPOS is by hand teach that.
//
// The mood of a finite verb is decided among those that the lexicon has for its form, by the
// same model over the form, the subject, the opener and
// end of the clause, the moods of the other verbs and quotation marks. Most forms
// leave nothing to decide.
//
// The lemma of a participle that belongs to two verbs, such as gehört, is told by its clause
// (words/participles.txt), that of Busse by what stands beside it (reading.go). That of all
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
// as further training data, on gold tokens, in percent:
//
//	                                          UPOS   STTS   lemma  mood=sub F1
//	as embedded                               95.91  95.38  98.52  91.6
//
// Families of features say much the same of most words: without any one of them UPOS
// falls by 0.3 at most. GSD's own STTS is automatic. On PCC, whose STTS is by hand, STTS is 95.5
// by the embedded kind of model, which has seen nothing of it, and 96.9 where
// nine tenths of it are in training.
//
// GSD counts verb and separated prefix as two lemmas; joined, as Document.Lemma
// gives them, they score 98.02. Of the moods that differ from GSD's about every
// second is an error of the treebank ("dass ich ihn nicht verloren habe" as
// subjunctive); most others are "sollte" and "sollten".
//
//	go run ./internal/train/tagger -quiet -validate gsd
//	go run ./internal/train/tagger -quiet -validate pcc
//	go run ./internal/train/tagger -quiet -validate pcc -folds 1
//
// # Concurrency
//
// A Tagger is safe for concurrent use, a Scratch is not.
package tagger

import (
	"errors"
	"fmt"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/memo"
)

// Magic is how a model file begins. More lines of text follow, which name
// source, licence and date. The file is sealed (see internal/blob). After the
// checksum stand the lengths of four parts (32 bits each, the lowest byte first) and
// the parts: the weights of the labels, those of the verbs, a table of
// internal/clusters, the table of single forms.
const Magic = "laut tagger 3\n"

const parts = 4

// Tagger is an opened model. It is immutable and safe for concurrent use.
type Tagger struct {
	templates *linear.Templates
	own       *linear.Own       // those that look at one form only
	others    *linear.Templates // all but own
	tags      *linear.Model
	verbs     *linear.Model // moods and auxiliaries
	clusters  clusters.Table
	table     table
	forms     memo.Table[form]
}

// split returns the parts of a model file.
func split(data string) (part [parts]string, err error) {
	r, err := blob.Open(data, Magic)
	if err != nil {
		return part, err
	}
	var lengths [parts]int64
	for i := range lengths {
		lengths[i] = int64(r.Uint32())
	}
	for i := range part {
		part[i] = r.Take(lengths[i])
	}
	return part, r.End()
}

// New opens a model file. It returns an error if data is none, or is damaged or
// cut off.
func New(data string) (*Tagger, error) {
	part, err := split(data)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	t := &Tagger{templates: templates()}
	t.own, t.others = t.templates.Split(0, 0, formAttrs...)
	if t.tags, err = linear.New(part[0], t.templates.Signature()); err != nil {
		return nil, fmt.Errorf("tagger: labels: %w", err)
	}
	if t.verbs, err = linear.New(part[1], 0); err != nil {
		return nil, fmt.Errorf("tagger: verbs: %w", err)
	}
	if len(t.tags.Labels()) != len(labels) || len(t.verbs.Labels()) != len(VerbLabels()) {
		return nil, errors.New("tagger: a model of other labels")
	}
	if t.clusters, err = clusters.Open(part[2]); err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	var ok bool
	if t.table, ok = openTable(part[3]); !ok {
		return nil, errors.New("tagger: the table of single forms is damaged")
	}
	return t, nil
}

// OpenClusters returns the clusters of a model file, which serve other models too.
func OpenClusters(data string) (clusters.Table, error) {
	part, err := split(data)
	if err != nil {
		return clusters.Table{}, fmt.Errorf("tagger: %w", err)
	}
	return clusters.Open(part[2])
}

// Word is what the tagger says of a token.
type Word struct {
	Label       Label
	Subjunctive bool
	// Features are those of the lexicon's readings that agree with label and mood;
	// of a verb that is no more than person, number, tense and subjunctive.
	Features lexicon.Features
	// Partner is the token of the sentence that the word is one verb with, a
	// separated prefix or the verb that it belongs to; -1 if there is none.
	Partner int
	// The lemma is Lemmas[LemmaStart:LemmaEnd] of the scratch; the first Prefix
	// bytes of it are a separated prefix.
	LemmaStart, LemmaEnd, Prefix int
}

// Tag tags a sentence. The result and the lemmas are in s until the next call.
func (t *Tagger) Tag(s *Scratch, forms []string) []Word {
	s.Words, s.Lemmas = s.Words[:0], s.Lemmas[:0]
	s.look(t, forms)
	s.sequence(t, nil)
	s.labels = s.dec.Decode(t.tags, &s.seq, s.labels[:0])
	for _, y := range s.labels {
		s.Words = append(s.Words, Word{Label: y, Partner: -1})
	}
	t.tagAuxiliaries(s)
	t.tagMoods(s)
	t.join(s)
	for i := range s.Words {
		t.finish(s, i)
	}
	return s.Words
}

// tagMoods decides the mood of each finite verb.
func (t *Tagger) tagMoods(s *Scratch) {
	s.moodSequence()
	for k, y := range t.decide(s) {
		s.Words[s.verbs[k]].Subjunctive = y == moodSubjunctive
	}
}

// decide returns the labels of the verbs in s.seq by their model, until the next call.
func (t *Tagger) decide(s *Scratch) []linear.Label {
	if s.decided = s.decided[:0]; len(s.verbs) > 0 {
		s.decided = s.dec.Decode(t.verbs, &s.seq, s.decided)
	}
	return s.decided
}

// finish adds features and lemma of a word.
func (t *Tagger) finish(s *Scratch, i int) {
	w, out := &s.words[i], &s.Words[i]
	out.LemmaStart = len(s.Lemmas)
	if p := out.Partner; p >= 0 && in(s.labels[i], setVerb) {
		s.Lemmas = letters.AppendLower(s.Lemmas, s.words[p].form)
		out.Prefix = len(s.Lemmas) - out.LemmaStart
	}
	w.possessor = i+1 < len(s.labels) && in(s.labels[i+1], setNoun)
	w.surname = i > 0 && in(s.labels[i-1], setName)
	w.singular = s.behindSingular(i)
	if l := s.certainLemma(i); l != "" {
		s.Lemmas = append(s.Lemmas, l...)
	} else {
		s.Lemmas = w.appendLemma(s.Lemmas, t, out.Label, out.Subjunctive)
	}
	out.LemmaEnd = len(s.Lemmas)
	if in(out.Label, setVerb) {
		out.Features = s.verbFeatures(i)
	}
}
