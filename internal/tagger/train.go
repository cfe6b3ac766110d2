package tagger

import (
	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/linear"
)

// What follows is for the trainer, which must see sentences as the tagger
// does.

// Sequence returns what the model of labels sees of a sentence, until the next
// call. sets, if not nil, are the labels allowed for each token.
func (t *Tagger) Sequence(s *Scratch, forms []string, sets []uint64) *linear.Sequence {
	s.look(t, forms)
	s.sequence(t, sets)
	return &s.seq
}

// MoodSequence returns what the mood model sees of a sentence with labels, and
// the tokens of its finite verbs, until the next call.
func MoodSequence(s *Scratch, forms []string, labels []Label) (*linear.Sequence, []int) {
	s.words = s.words[:0]
	start := true
	for _, f := range forms {
		var w word
		w.look(f, start)
		s.words = append(s.words, w)
		start = startsBehind(f, start)
	}
	s.labels = append(s.labels[:0], labels...)
	s.moodSequence()
	return &s.seq, s.verbs
}

// LexiconLemma returns the lemma that a token of the sentence seen last has
// without the table of single forms.
func LexiconLemma(s *Scratch, i int, y Label, subjunctive bool) string {
	return string(s.words[i].appendLemma(nil, &Tagger{}, y, subjunctive))
}

// Untrained returns a tagger without weights, for the sequences that train it.
func Untrained(t *linear.Templates, c clusters.Table, forms string) *Tagger {
	u := &Tagger{templates: t, clusters: c}
	u.table, _ = openTable(forms)
	return u
}

// MoodLabel returns the label of the mood model for a finite verb.
func MoodLabel(subjunctive bool) linear.Label {
	if subjunctive {
		return moodSubjunctive
	}
	return moodIndicative
}
