package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// agreement is a set of forms of a noun phrase: four cases (nominative,
// accusative, dative, genitive) of masculine, feminine, neuter and plural.
type agreement uint16

const (
	mascNom agreement = 1 << iota
	mascAcc
	mascDat
	mascGen
	femNom
	femAcc
	femDat
	femGen
	neutNom
	neutAcc
	neutDat
	neutGen
	plurNom
	plurAcc
	plurDat
	plurGen

	masculine  = mascNom | mascAcc | mascDat | mascGen
	feminine   = femNom | femAcc | femDat | femGen
	neuter     = neutNom | neutAcc | neutDat | neutGen
	plural     = plurNom | plurAcc | plurDat | plurGen
	singular   = masculine | feminine | neuter
	nominative = mascNom | femNom | neutNom | plurNom
	dative     = mascDat | femDat | neutDat | plurDat
	anyForm    = singular | plural
)

// The endings of der, of ein, and of adjectives. Strong are those without an
// article, weak those behind one.
var (
	derEndings = map[string]agreement{
		"er": mascNom | femDat | femGen | plurGen,
		"ie": femNom | femAcc | plurNom | plurAcc,
		"as": neutNom | neutAcc,
		"e":  femNom | femAcc | plurNom | plurAcc,
		"es": neutNom | neutAcc | mascGen | neutGen,
		"en": mascAcc | plurDat,
		"em": mascDat | neutDat,
	}
	strongEndings = map[string]agreement{
		"er": mascNom | femDat | femGen | plurGen,
		"e":  femNom | femAcc | plurNom | plurAcc,
		"es": neutNom | neutAcc,
		"en": mascAcc | mascGen | neutGen | plurDat,
		"em": mascDat | neutDat,
	}
	weakEndings = map[string]agreement{
		"er": mascNom, // ein neuer Chef
		"e":  mascNom | femNom | femAcc | neutNom | neutAcc,
		"es": neutNom | neutAcc,
		"en": anyForm &^ (mascNom | femNom | femAcc | neutNom | neutAcc),
		"em": mascDat | neutDat, // what follows a genitive: Berlins neuem Bürgermeister
	}
)

// articles are the determiners with the forms that they stand before.
var articles = func() map[string]agreement {
	m := map[string]agreement{
		"der": derEndings["er"], "die": derEndings["ie"], "das": derEndings["as"], "den": derEndings["en"], "dem": derEndings["em"], "des": mascGen | neutGen,
		"zur": femDat, "beide": plural, "beiden": plural,
	}
	for _, w := range []string{"dies", "jen", "welch", "manch", "solch"} {
		for e, a := range derEndings {
			if e != "ie" && e != "as" {
				m[w+e] = a
			}
		}
	}
	for _, e := range []string{"er", "e", "es", "en", "em"} {
		m["jed"+e] = derEndings[e] &^ plural
	}
	for _, w := range []string{"ein", "kein", "mein", "dein", "sein", "ihr", "unser", "euer"} {
		m[w] = mascNom | neutNom | neutAcc
		for _, e := range []string{"e", "er", "es", "en", "em"} {
			a := derEndings[e]
			if e == "er" {
				a &^= mascNom // seiner Chefin
			}
			if e == "es" {
				a = mascGen | neutGen
			}
			if w == "ein" {
				a &^= plural
			}
			m[w+e] = a
		}
	}
	for _, w := range []string{"am", "im", "vom", "zum", "beim"} {
		m[w] = mascDat | neutDat
	}
	for _, w := range []string{"ins", "ans", "aufs", "fürs", "durchs", "ums", "übers"} {
		m[w] = neutAcc
	}
	for _, w := range []string{"zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "alle", "allen", "aller", "viele", "vielen", "vieler", "einige", "einigen", "einiger",
		"mehrere", "mehreren", "mehrerer", "wenige", "wenigen", "sämtliche", "sämtlichen", "zahlreiche", "zahlreichen", "zahlreicher", "zweier", "dreier", "hunderte", "tausende", "dutzende"} {
		m[w] = plural
	}
	return m
}()

// datives are prepositions that take the dative only, accusatives those that
// take the accusative only; twoWay take both, and mostly the dative before
// persons in the plural.
var datives, accusatives, twoWay = wordlist.Set{
	"aus": {}, "bei": {}, "mit": {}, "nach": {}, "von": {}, "zu": {}, "seit": {}, "gegenüber": {}, "unter": {}, "zwischen": {}, "laut": {}, "samt": {}, "dank": {},
}, wordlist.Set{"für": {}, "gegen": {}, "durch": {}, "ohne": {}, "um": {}}, wordlist.Set{"vor": {}, "hinter": {}, "neben": {}, "in": {}}

// endingOf returns the ending of an adjective.
func endingOf(s string) string {
	for _, e := range [...]string{"er", "es", "en", "em", "e"} {
		if strings.HasSuffix(s, e) {
			return e
		}
	}
	return ""
}

// formsOf returns the forms that a reading of a noun is.
func formsOf(f lexicon.Features) agreement {
	var cases agreement
	for i, c := range [...]lexicon.Features{lexicon.Nominative, lexicon.Accusative, lexicon.Dative, lexicon.Genitive} {
		if f.HasAny(c) {
			cases |= 1 << i
		}
	}
	if f.HasAny(lexicon.Plural) {
		return cases << 12
	}
	var a agreement
	for i, g := range [...]lexicon.Features{lexicon.Masculine, lexicon.Feminine, lexicon.Neuter} {
		if f.HasAny(g) {
			a |= cases << (4 * i)
		}
	}
	return a
}

// nounPhrase is what stands before a noun.
type nounPhrase struct {
	first      int // its first token, article included
	adjectives int // the first token behind the article
	article    string
	forms      agreement // what article and adjectives allow; anyForm without them
}

// phraseBefore returns the phrase that ends with the noun at token t and begins
// at token first or later.
func (r *roleReader) phraseBefore(t, first int) nounPhrase {
	p := nounPhrase{first: t, adjectives: t, forms: anyForm}
	adjective := ""
	j := t - 1
	for ; j >= first && j > t-longestPhrase; j-- {
		switch r.tags[j].STTS() {
		case "ADJA":
			if articles[r.lower(j)] == plural { // zahlreiche
				p.forms = plural
			}
			if e := endingOf(r.text(j)); !letters.IsUpper(r.text(j)) || e != "er" { // Berliner has one form
				if adjective == "" {
					adjective = e
				}
			}
			p.first, p.adjectives = j, j
			continue
		case "CARD":
			if s := r.text(j); len(s) == 4 && (s[0] == '1' || s[0] == '2') {
				break // der 2005 verstorbene Bürgermeister
			}
			if r.d.Tokens()[j].Kind == extract.Number && r.text(j) != "1" || articles[r.text(j)] == plural {
				p.forms &= plural
			}
			p.first, p.adjectives = j, j
			continue
		case "ADV", "ADJD":
			if p.adjectives == j+1 && p.adjectives < t && j > first && articles[r.lower(j-1)] != 0 {
				p.first, p.adjectives = j, j // der sehr alte Mann
				continue
			}
		case "$,", "KON":
			if p.adjectives == j+1 && p.adjectives < t && j > first && r.tags[j-1].STTS() == "ADJA" {
				continue
			}
		}
		break
	}
	if p.forms == 0 {
		p.forms = anyForm
	}
	if j >= first {
		w := r.lower(j)
		if a, ok := articles[w]; ok && r.tags[j].POS != extract.PRON {
			p.first, p.article = j, w
			forms := a
			if w == "der" || w == "die" || w == "den" || a == plural || adjective != "" {
				if b := weakEndings[adjective]; b != 0 && forms&b != 0 {
					forms &= b
				} else if b := strongEndings[adjective]; a == plural && b != 0 && forms&b != 0 {
					forms &= b
				}
			}
			if (w == "den" || w == "der") && j > first {
				switch before := r.lower(j - 1); {
				case datives.Has(before):
					forms &= dative
				case accusatives.Has(before):
					forms &^= dative
				}
			}
			if forms&p.forms != 0 {
				p.forms &= forms
			}
			return p
		}
	}
	if j >= first && p.adjectives < t && r.attribute(j) && lexicon.Mask(r.text(p.adjectives)).HasAny(lexicon.PastParticiple|lexicon.PresentParticiple) {
		p.adjectives++ // der im Mai verstorbene Bürgermeister: the article is farther away
		return p
	}
	if a := strongEndings[adjective]; a != 0 && p.forms&a != 0 {
		p.forms &= a
	}
	return p
}

// attribute reports whether token j can belong to a participle behind it.
func (r *roleReader) attribute(j int) bool {
	switch r.tags[j].POS {
	case extract.NOUN, extract.PROPN, extract.NUM, extract.ADV, extract.ADJ, extract.PRON:
		return true
	}
	return false
}

// longestPhrase is how many tokens before a noun are looked at for its article.
const longestPhrase = 10
