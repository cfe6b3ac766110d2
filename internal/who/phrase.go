package who

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/nouns"
)

// determination says whether a noun phrase takes up somebody known.
type determination uint8

const (
	bare       determination = iota // Kritiker
	definite                        // der Minister
	indefinite                      // ein Sprecher, mehrere Abgeordnete
	possessed                       // sein Anwalt, Merkels Sprecher
)

// nounPhrase is what stands before a noun.
type nounPhrase struct {
	nouns.Phrase
	det determination
	of  int // the entity that an adjective, a part of the noun or a genitive before it names, or -1
}

// phraseBefore returns the phrase that ends with the noun or name at token t; of "im"
// and the like its article is no token of its own, and it takes in a title before a name.
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
func (x *Discourse) phraseOf(t int) nounPhrase {
	p := nounPhrase{Phrase: x.phraseBefore(t), of: -1}
	for i := t; i >= p.First; i-- {
		if k := x.inside[i]; k != 0 && p.of < 0 && (i < t || x.part[i]) {
			p.of = int(k) - 1
		}
	}
	if before := p.First - 1; before >= 0 && x.sentence[before] == x.sentence[t] {
		if k := x.nameOf[before]; k != 0 && x.names[k-1].genitive {
			p.det, p.of = possessed, x.names[k-1].entity
			return p
		}
		if w := x.ws[before].Lower(); p.Article == "" && (w == "deren" || w == "dessen") {
			p.det = possessed
			return p
		}
	}
	switch {
	case isForm(p.Article, "sein"), isForm(p.Article, "ihr"), isForm(p.Article, "unser"), isForm(p.Article, "mein"):
		p.det = possessed
	case p.First == p.Adjectives && p.Article != "", p.Article == "der", p.Article == "die", p.Article == "das", p.Article == "dem", p.Article == "den", p.Article == "des", isForm(p.Article, "dies"), isForm(p.Article, "jen"):
		p.det = definite
	case x.tags[p.First].POS == extract.DET || x.tags[p.First].POS == extract.NUM:
		p.det = indefinite
	}
	return p
}
