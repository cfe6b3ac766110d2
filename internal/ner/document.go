package ner

import (
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/stop"
)

// Find returns the names of a document, in order. ends are the tokens at which
// its sentences end.
//
// It goes through the document twice (after Krishnan and Manning 2006, "An
// effective two-stage model for exploiting non-local dependencies in named entity
// recognition"): a word that is labelled otherwise elsewhere in the document is
// looked at again, with that as a feature. "Altman" is a person where the text has
// said "Sam Altman". Time and memory are linear in the tokens. The sign, or nil, ends it.
func (r *Recogniser) Find(tokens []Token, ends []int, sign *stop.Sign) []Mention {
	s := pool.Get().(*Scratch)
	defer s.release()
	labels := r.firstPass(s, tokens, ends, sign)
	r.secondPass(s, tokens, ends, labels, sign)
	return decode(nil, labels)
}

// firstPass labels each sentence by itself.
func (r *Recogniser) firstPass(s *Scratch, tokens []Token, ends []int, sign *stop.Sign) []linear.Label {
	labels := make([]linear.Label, 0, len(tokens))
	s.keys = s.keys[:0]
	first := 0
	for _, end := range ends {
		sign.Look()
		labels = r.label(s, tokens[first:end], nil, nil, labels)
		for i := range s.words {
			s.keys = append(s.keys, s.words[i].key)
		}
		first = end
	}
	return labels
}

// secondPass labels the sentences again in which a word has another label than
// elsewhere.
func (r *Recogniser) secondPass(s *Scratch, tokens []Token, ends []int, labels []linear.Label, sign *stop.Sign) {
	votes := &s.counted
	votes.count(s.keys, labels, sign)
	first := 0
	for _, end := range ends {
		sign.Look()
		if own := labels[first:end]; votes.differ(s.keys[first:end], own) {
			s.second = r.label(s, tokens[first:end], votes, own, s.second[:0])
			copy(own, s.second)
		}
		first = end
	}
}

// label appends the labels of a sentence.
func (r *Recogniser) label(s *Scratch, tokens []Token, votes *Votes, own, labels []linear.Label) []linear.Label {
	seq := r.Sequence(s, tokens, votes, own)
	if seq == nil {
		return append(labels, make([]linear.Label, len(tokens))...)
	}
	return s.decoder.Decode(r.model, seq, labels)
}

// Votes are how often the words of a document are labelled as what, in names and
// outside.
type Votes struct {
	index   map[uint64]int // of the words in tallies
	tallies []tally
}

// tally counts by class, 0 for outside.
type tally [classes + 1]int32

// Count counts the labels of a document. Only words with capitals are counted.
func Count(tokens []Token, labels []linear.Label) *Votes {
	v := new(Votes)
	v.count(voteKeys(tokens), labels, nil)
	return v
}

func voteKeys(tokens []Token) []uint64 {
	keys := make([]uint64, len(tokens))
	for i := range tokens {
		keys[i] = voteKey(tokens[i].Form)
	}
	return keys
}

// count counts the labels of tokens with keys, and forgets those counted before.
func (v *Votes) count(keys []uint64, labels []linear.Label, sign *stop.Sign) {
	if v.index == nil || len(v.index) > 1<<12 { // clearing a large map takes long
		v.index = make(map[uint64]int)
	}
	clear(v.index)
	v.tallies = v.tallies[:0]
	for i, y := range labels {
		sign.Look()
		if keys[i] == 0 {
			continue
		}
		at, ok := v.index[keys[i]]
		if !ok {
			at = len(v.tallies)
			v.index[keys[i]] = at
			v.tallies = append(v.tallies, tally{})
		}
		v.tallies[at][Vote(y)]++
	}
}

// HasCapital reports whether a form has a capital letter.
func HasCapital(form string) bool {
	k, _ := kindOf(form)
	return k >= oneCapital
}

// Vote returns what a label counts as: the class of a name, 0 for what is
// outside and for parts and derived words.
func Vote(y linear.Label) Class {
	if y == outside {
		return 0
	}
	c, place := classOf(y)
	if place == part || place == derived {
		return 0
	}
	return c
}

// voteKey returns the key of a word with capitals, without the s that a genitive
// may have; 0 for all others.
func voteKey(form string) uint64 {
	if !HasCapital(form) {
		return 0
	}
	if n := len(form) - 1; n >= 4 && form[n] == 's' {
		form = form[:n]
	}
	return hash.Folded(form)
}

// elsewhere returns what the other places of a word say: nothing (0), or the class
// that it has most often, how often, and whether it has others.
func (v *Votes) elsewhere(key uint64, own linear.Label) uint64 {
	if key == 0 {
		return 0
	}
	at, ok := v.index[key]
	if !ok {
		return 0
	}
	t := v.tallies[at]
	t[Vote(own)]--
	top, all := Class(0), int32(0)
	for c, n := range t {
		all += n
		if n > t[top] {
			top = Class(c)
		}
	}
	if all <= 0 {
		return 0
	}
	often := uint64(0)
	switch {
	case t[top] >= 4:
		often = 2
	case t[top] >= 2:
		often = 1
	}
	code := 1 + uint64(top) + (classes+1)*often
	if t[top]*5 < all*4 {
		code += 3 * (classes + 1)
	}
	return code
}

// differ reports whether a word of a sentence is labelled otherwise elsewhere.
func (v *Votes) differ(keys []uint64, own []linear.Label) bool {
	for i, key := range keys {
		if e := v.elsewhere(key, own[i]); e != 0 && Class((e-1)%(classes+1)) != Vote(own[i]) {
			return true
		}
	}
	return false
}

// FirstPass returns the labels of the first pass, for the trainer.
func (r *Recogniser) FirstPass(tokens []Token, ends []int) []linear.Label {
	s := pool.Get().(*Scratch)
	defer s.release()
	return r.firstPass(s, tokens, ends, nil)
}
