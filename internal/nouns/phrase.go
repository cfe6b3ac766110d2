package nouns

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// Phrase is what stands before a noun.
type Phrase struct {
	First      int       // its first token, article included
	Adjectives int       // the first token after the article
	Article    string    // with a small first letter
	Forms      Agreement // what article and adjectives allow; all without them
	Determination
}

// Before returns the phrase that ends with the noun at token t and begins
// at token first or later.
func (r *Reader) Before(t, first int) Phrase {
	p := Phrase{First: t, Adjectives: t, Forms: anyForm}
	adjective := ""
	j := t - 1
	for ; j >= first && j > t-LongestPhrase; j-- {
		switch r.tags[j].STTS() {
		case "ADJA":
			if r.determiners[r.lower(j)].forms == Plural { // zahlreiche
				p.Forms, p.Determination = Plural, Indefinite
			}
			if e := endingOf(r.text(j)); !letters.IsUpper(r.text(j)) || e != "er" { // Berliner has one form
				if adjective == "" {
					adjective = e
				}
			}
			p.First, p.Adjectives = j, j
			continue
		case "CARD":
			if s := r.text(j); len(s) == 4 && (s[0] == '1' || s[0] == '2') {
				break // der 2005 verstorbene Bürgermeister
			}
			if r.d.Tokens()[j].Kind == extract.Numeral && r.text(j) != "1" || r.determiners[r.text(j)].forms == Plural {
				p.Forms &= Plural
			}
			p.First, p.Adjectives, p.Determination = j, j, Indefinite
			continue
		case "ADV", "ADJD":
			if p.Adjectives == j+1 && p.Adjectives < t && j > first && r.determiners[r.lower(j-1)].forms != 0 {
				p.First, p.Adjectives = j, j // der sehr alte Mann
				continue
			}
		case "$,", "KON":
			if p.Adjectives == j+1 && p.Adjectives < t && j > first && r.tags[j-1].STTS() == "ADJA" {
				continue
			}
		}
		break
	}
	if p.Forms == 0 {
		p.Forms = anyForm
	}
	if j >= first {
		w := r.lower(j)
		if a, ok := r.determiners[w]; ok && r.tags[j].POS != extract.PRON {
			p.First, p.Article, p.Determination = j, w, a.Determination
			forms := a.forms
			if w == "der" || w == "die" || w == "den" || a.forms == Plural || adjective != "" {
				if b := weakEndings[adjective]; b != 0 && forms&b != 0 {
					forms &= b
				} else if b := strongEndings[adjective]; a.forms == Plural && b != 0 && forms&b != 0 {
					forms &= b
				}
			}
			if (w == "den" || w == "der") && j > first {
				switch before := r.lower(j - 1); {
				case r.dative.Has(before):
					forms &= dative
				case r.accusative.Has(before):
					forms &^= dative
				}
			}
			if forms&p.Forms != 0 {
				p.Forms &= forms
			}
			return p
		}
	}
	if j >= first && p.Adjectives < t && r.attribute(j) && lexicon.Mask(r.text(p.Adjectives)).HasAny(lexicon.PastParticiple|lexicon.PresentParticiple) {
		p.Adjectives++ // der im Mai verstorbene Bürgermeister: the article is farther away
		return p
	}
	if a := strongEndings[adjective]; a != 0 && p.Forms&a != 0 {
		p.Forms &= a
	}
	return p
}

// attribute reports whether token j can belong to a participle after it.
func (r *Reader) attribute(j int) bool {
	switch r.tags[j].POS {
	case extract.NOUN, extract.PROPN, extract.NUM, extract.ADV, extract.ADJ, extract.PRON:
		return true
	}
	return false
}

// LongestPhrase is how many tokens before a noun can belong to its phrase.
const LongestPhrase = 10
