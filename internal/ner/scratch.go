package ner

import (
	"sync"

	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
)

// Scratch is what finding names needs besides the model. It keeps its memory from
// one sentence to the next and serves one goroutine at a time. The zero Scratch is
// ready for use.
type Scratch struct {
	words   []word
	grid    linear.Grid
	seq     linear.Sequence
	decoder linear.Decoder
	key     []byte
	far     []bool // tokens that can be in no name

	votes *Votes         // nil in the first pass
	own   []linear.Label // of the sentence, from the first pass

	second []linear.Label // of a sentence in the second pass
}

var pool = sync.Pool{New: func() any { return new(Scratch) }}

// release lets go of the text and gives the scratch back.
func (s *Scratch) release() {
	clear(s.words[:cap(s.words)])
	s.votes, s.own = nil, nil
	pool.Put(s)
}

// lookAll looks up the words of a sentence.
func (r *Recogniser) lookAll(s *Scratch, tokens []Token) {
	loud := shouting(tokens)
	s.words = s.words[:0]
	start := true
	for i := range tokens {
		t := &tokens[i]
		form := t.Form
		if loud {
			form = r.spoken(t)
		}
		s.words = append(s.words, word{})
		w := &s.words[i]
		r.look(w, t, form, start)
		start = opens(form) || start && w.kind&7 == signs
	}
}

// reach is the distance of two words that may be names, in tokens, between which
// others may belong to a name.
const reach = 6

// markFar marks the words in small letters, numbers, signs and plain nouns that are not
// between words that may be names, near each other. No weights are looked up
// for them, which saves a third of the time and costs nothing on GermEval. Training sees
// all tokens: a model that has not seen those that are easy is worse at the others.
func (s *Scratch) markFar() {
	s.far = s.far[:0]
	gap := reach
	for i := range s.words {
		gap++
		if s.words[i].anchors() {
			gap = 0
		}
		s.far = append(s.far, false)
		s.words[i].gap = gap
	}
	gap = reach
	for i := len(s.words) - 1; i >= 0; i-- {
		gap++
		if s.words[i].anchors() {
			gap = 0
		}
		surname := s.words[i].plain && s.words[i].gap == 1 // Maria Kern
		s.far[i] = gap+s.words[i].gap > reach && !surname
	}
}

// anchors reports whether a word may be a name or the beginning of one.
func (w *word) anchors() bool {
	switch w.kind & 7 {
	case signs, digits:
		return false
	case first:
		return !w.plain
	case small:
		return !w.entry.Known() || w.traits&ofPlace != 0 || w.entry.Features().HasAny(lexicon.Name)
	}
	return true
}

func anyAnchor(words []word) bool {
	for i := range words {
		if words[i].anchors() {
			return true
		}
	}
	return false
}
