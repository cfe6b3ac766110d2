package entities

import (
	"github.com/laut-nlp/laut/extract"
)

// nounLike reports whether an unknown word ends like a noun.
func (t *tagger) nounLike(s string) bool {
	for i := range s {
		if len(s)-i <= t.longestNounEnd && t.nounEnds.has(s[i:]) {
			return true
		}
	}
	return false
}

// doubtful reports whether an unknown word is rather a noun that the lexicon
// lacks: it ends like one, or stands like one.
func (t *tagger) doubtful(i int) bool {
	w := &t.words[i]
	if w.is&unknown == 0 || w.gaz != 0 || w.is&(allCaps|camel) != 0 {
		return false
	}
	doubt := 0
	if w.is&opening != 0 {
		doubt++
	}
	if t.nounLike(w.text) {
		doubt += 2
	}
	if p := t.prev(i); p.text != "" {
		switch {
		case p.Kind == extract.Number:
			doubt += 2
		case p.text == "(" && t.prev(i-1).is&(noun|compound|opening) != 0:
			doubt += 2 // a term in brackets
		case p.is&capital == 0 && p.Kind == extract.Word && adjectival(p.text):
			doubt++
			fallthrough
		case t.determiners.has(p.text):
			doubt += 2
		}
	}
	return doubt >= 2
}
