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
// the parts: the weights of the labels, the weights of the moods, a table of
// internal/clusters, the table of single forms.
const Magic = "laut tagger 3\n"

const parts = 4

// Tagger is an opened model. It is immutable and safe for concurrent use.
type Tagger struct {
	templates *linear.Templates
	own       *linear.Own       // those that look at one form only
	others    *linear.Templates // all but own
	tags      *linear.Model
	moods     *linear.Model // nil: all indicative but for what the form tells
	clusters  clusters.Table
	table     table
	forms     memo.Table[form]
}

// New opens a model file. It returns an error if data is none, or is damaged or
// cut off.
func New(data string) (*Tagger, error) { return NewWith(data, Templates()) }

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

// NewWith opens a model file that was trained with some families of features
// only.
func NewWith(data string, templates *linear.Templates) (*Tagger, error) {
	part, err := split(data)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	t := &Tagger{templates: templates}
	t.own, t.others = templates.Split(0, 0, formAttrs...)
	if t.tags, err = linear.New(part[0], templates.Signature()); err != nil {
		return nil, fmt.Errorf("tagger: labels: %w", err)
	}
	if t.moods, err = linear.New(part[1], 0); err != nil {
		return nil, fmt.Errorf("tagger: moods: %w", err)
	}
	if len(t.tags.Labels()) != len(labels) || len(t.moods.Labels()) != len(MoodLabels()) {
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
	if len(s.verbs) == 0 {
		return
	}
	s.moods = s.dec.Decode(t.moods, &s.seq, s.moods[:0])
	for k, i := range s.verbs {
		s.Words[i].Subjunctive = s.moods[k] == moodSubjunctive
	}
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
