package discourse

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/nouns"
)

// OwnedPhrase is what stands before a noun, and whose that says it is.
type OwnedPhrase struct {
	nouns.Phrase
	Of int // the entity that an adjective, a part of the noun or a genitive before it names, or -1
}

// PhraseBefore returns the phrase that ends with the noun or name at token t. It takes in
// a title before a name, but no preposition that holds the article: im, zum.
func (x *Discourse) PhraseBefore(t int) nouns.Phrase {
	if k := x.phraseAt[t]; k != 0 {
		return x.phrases[k-1]
	}
	p := x.findPhrase(t)
	x.phrases = append(x.phrases, p)
	x.phraseAt[t] = int32(len(x.phrases))
	return p
}

func (x *Discourse) findPhrase(t int) nouns.Phrase {
	first := t
	for first > 0 && first > t-nouns.LongestPhrase && x.Sentence[first-1] == x.Sentence[t] {
		first--
	}
	if t > first && x.NameAt(t) != nil && (x.NounAt(t-1) != nil || x.Words[t-1].Kind == extract.Abbreviation) {
		t--
	}
	p := x.Reader.Before(t, first)
	if p.Article != "" && x.Tags[p.First].POS == extract.ADP {
		p.First = p.Adjectives
	}
	return p
}

// PhraseOf returns the phrase that ends with the noun at token t.
func (x *Discourse) PhraseOf(t int) OwnedPhrase {
	p := OwnedPhrase{Phrase: x.PhraseBefore(t), Of: -1}
	for i := t; i >= p.First; i-- {
		if e := x.WithinAt(i); e >= 0 && p.Of < 0 && (i < t || x.part[i]) {
			p.Of = e
		}
	}
	before := p.First - 1
	if before < 0 || x.Sentence[before] != x.Sentence[t] {
		return p
	}
	if m := x.NameAt(before); m != nil && m.Genitive {
		p.Determination, p.Of = nouns.Possessed, m.Entity
	} else if p.Determination == nouns.Bare && x.Reader.Owner(x.Words[before].Lower()) != 0 {
		p.Determination = nouns.Possessed // dessen Anwalt
	}
	return p
}
