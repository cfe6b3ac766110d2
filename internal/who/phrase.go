package who

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/nouns"
)

// ownedPhrase is what stands before a noun, and whose that says it is.
type ownedPhrase struct {
	nouns.Phrase
	of int // the entity that an adjective, a part of the noun or a genitive before it names, or -1
}

// phraseBefore returns the phrase that ends with the noun or name at token t. It takes in
// a title before a name, but no preposition that holds the article: im, zum.
func (x *Discourse) phraseBefore(t int) nouns.Phrase {
	first := t
	for first > 0 && first > t-nouns.LongestPhrase && x.sentence[first-1] == x.sentence[t] {
		first--
	}
	if t > first && x.nameOf[t] != 0 && (x.nounOf[t-1] != 0 || x.ws[t-1].Kind == extract.Abbreviation) {
		t--
	}
	p := x.reader.Before(t, first)
	if p.Article != "" && x.tags[p.First].POS == extract.ADP {
		p.First = p.Adjectives
	}
	return p
}

// phraseOf returns the phrase that ends with the noun at token t.
func (x *Discourse) phraseOf(t int) ownedPhrase {
	p := ownedPhrase{Phrase: x.phraseBefore(t), of: -1}
	for i := t; i >= p.First; i-- {
		if k := x.inside[i]; k != 0 && p.of < 0 && (i < t || x.part[i]) {
			p.of = int(k) - 1
		}
	}
	before := p.First - 1
	if before < 0 || x.sentence[before] != x.sentence[t] {
		return p
	}
	if k := x.nameOf[before]; k != 0 && x.names[k-1].genitive {
		p.Determination, p.of = nouns.Possessed, x.names[k-1].entity
	} else if p.Determination == nouns.Bare && x.reader.Owner(x.ws[before].Lower()) != 0 {
		p.Determination = nouns.Possessed // dessen Anwalt
	}
	return p
}
