package ner

import (
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// doubtful marks listed names that are ordinary words too.
const doubtful = 1 << 5

// longestListed is in tokens.
const longestListed = 9

// markListed marks the words of the names of words/names.txt, the longest that
// begins at each word.
func (r *Recogniser) markListed(s *Scratch) {
	words := s.words
	for i := 0; i < len(words); {
		n, listed := r.findListed(s, i)
		for k := range n {
			words[i+k].listed = listed | uint8(placeIn(k, n))
		}
		i += max(n, 1)
	}
}

// opensListed reports whether a listed name begins with a word.
func (r *Recogniser) opensListed(s *Scratch, w *word) bool {
	if w.kind&7 == signs {
		return false
	}
	s.key = wordlist.Bare(wordlist.Fold(s.key[:0], w.form))
	_, ok := r.lists.Openers[string(s.key)]
	return ok
}

func (r *Recogniser) findListed(s *Scratch, i int) (n int, listed uint8) {
	if !s.forms[i].opens {
		return 0, 0
	}
	words := s.words
	key := wordlist.Bare(wordlist.Fold(s.key[:0], words[i].form))
	longest := r.lists.Openers[string(key)]
	for j := i; ; {
		for _, l := range r.lists.Names[string(key)] {
			if r.allows(l, words, i, j+1) {
				n, listed = j+1-i, uint8(classNamed(l.Label))<<2
				if l.When != 0 {
					listed |= doubtful
				}
				break
			}
		}
		if j++; j >= len(words) || j-i >= longestListed || len(key) > longest {
			break
		}
		mark := len(key)
		key = wordlist.Fold(key, words[j].form)
		key = append(key[:mark], wordlist.Bare(key[mark:])...)
	}
	s.key = key
	return n, listed
}

func classNamed(label string) Class {
	for c, n := range classNames {
		if n == label {
			return Class(c)
		}
	}
	return 0
}

// allows reports whether a listed name can be the words [i, j): its case must
// fit.
func (r *Recogniser) allows(n wordlist.Listed, words []word, i, j int) bool {
	w := &words[i]
	if letters.IsUpper(n.Exact) != letters.IsUpper(w.form) {
		return false
	}
	if j > i+1 {
		return true
	}
	if n.InCapitals() {
		if base, _ := wordlist.Genitive(w.form); w.form != n.Exact && base != n.Exact {
			return false
		}
	}
	return w.traits&declined != 0 || n.Inflected(w.form)
}

// longestKnown is in tokens.
const longestKnown = 8

// markKnown tells where names of the gazetteer begin and end, by setting bits of an
// attribute: the classes of the gazetteer, eight bits for each place in the name.
func (s *Scratch) markKnown(set func(i int, bits uint64)) {
	words := s.words
	for i := range words {
		if words[i].kind&7 < small {
			continue
		}
		n, c := 0, s.forms[i].names
		if c != 0 {
			n = 1
		}
		for k, state := 1, s.forms[i].spaced; state != 0 && k < longestKnown && i+k < len(words); k++ {
			state = state.Word(words[i+k].form)
			if d := state.Classes(); d != 0 {
				n, c = k+1, d
			}
			state = state.Space()
		}
		if n == 0 && words[i].gaz != 0 {
			n, c = 1, words[i].gaz
		}
		for k := range n {
			set(i+k, uint64(c)<<(8*placeIn(k, n)))
		}
	}
}
