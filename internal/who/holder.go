package who

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// readNoun finds whom the noun at token t means.
func (x *Discourse) readNoun(t int) {
	n := &x.nouns[x.nounOf[t]-1]
	if e, ok := x.roleOf[n.Start]; ok { // the text gives it a name: Minister Hartmann
		x.placeRole(t, e)
		return
	}
	p := x.phraseOf(t)
	agr := x.agreementOf(n)
	ref := -1
	if !n.Plural && p.Determination != nouns.Indefinite && (p.Determination != nouns.Possessed || p.of >= 0) && !(p.Determination == nouns.Bare && n.Kind == nouns.Person && p.First > 0 && x.ws[p.First-1].Capital) {
		if e := x.holder(t, n, p); e >= 0 {
			ref = e
		}
	}
	if n.Plural && p.Determination == nouns.Definite {
		ref = x.choose(t, nouns.Plural, look{group: true, persons: n.Kind == nouns.Person, organised: n.Kind == nouns.Body})
		if k := holders().kind(n.Lemma); k&(kindDescription|kindOrganisation|kindCompany|kindParty) == 0 || x.complement(t) {
			ref = -1
		}
	}
	stem := stemOf(n.Lemma)
	if ref < 0 && p.Determination == nouns.Definite && !n.Plural {
		if r, ok := x.unnamed[stem]; ok {
			ref = r
		}
	}
	if ref < 0 {
		label := entities.PER
		if n.Kind == nouns.Body {
			label = entities.ORG
		}
		x.refs = append(x.refs, referent{entity: -1, agr: agr, label: label, noun: t})
		ref = len(x.refs) - 1
		if !n.Plural {
			x.unnamed[stem] = ref
		}
	}
	x.add(t, t+1, ref, agr)
	x.placeAt[t] = int32(len(x.places))
}

// readOther finds the organisation that another noun means: das Blatt, das Amt.
func (x *Discourse) readOther(t int) {
	n := nouns.Noun{Token: t, Kind: nouns.Body, Lemma: x.text.Doc.Lemma(t)}
	if x.tags[t].Number == extract.Plural || holders().kind(n.Lemma)&(kindsOfOrganisation|kindOrganisation) == 0 && !x.isOffice(stemOf(n.Lemma)) {
		return
	}
	p := x.phraseOf(t)
	if p.Determination != nouns.Definite || p.Adjectives < t && x.ws[t-1].Capital && x.ws[t-1].Kind == extract.Word {
		return // der Auswärtige Dienst is a name
	}
	if e := x.holder(t, &n, p); e >= 0 {
		x.add(t, t+1, e, x.agreementOf(&n))
		x.placeAt[t] = int32(len(x.places))
	}
}

// isOffice reports whether the name of an organisation ends with a noun.
func (x *Discourse) isOffice(stem string) bool {
	for _, o := range x.offices[stem[max(0, len(stem)-3):]] {
		if x.text.Entities[o.entity].Label == entities.ORG && holders().alike(stem, o.stem) > 1 && len(stem) <= len(o.stem) {
			return true
		}
	}
	return false
}

// placeRole notes a noun that the text links to a name; next to the name it is no
// place of its own.
func (x *Discourse) placeRole(t, e int) {
	x.add(t, t+1, e, x.refs[e].agr)
	x.placeAt[t] = int32(len(x.places))
	for k := t + 1; k < len(x.ws) && k < t+4; k++ {
		if x.nameOf[k] != 0 {
			x.places[len(x.places)-1].title = true
		} else if x.ws[k].Kind != extract.Abbreviation && x.ws[k].Kind != extract.OpenQuote {
			break
		}
	}
}

// agreementOf returns the genders and numbers of a noun.
func (x *Discourse) agreementOf(n *nouns.Noun) nouns.Agreement {
	switch {
	case n.Plural:
		return nouns.Plural
	case n.Gender != 0:
		return n.Gender
	}
	if n.Kind == nouns.Person {
		return nouns.Masculine | nouns.Feminine | x.nounAgreement(n.Token)&nouns.Neuter
	}
	return x.nounAgreement(n.Token) &^ nouns.Plural
}

// holder returns the entity that a noun in the singular stands for, or -1.
func (x *Discourse) holder(t int, n *nouns.Noun, p ownedPhrase) int {
	if e := x.byOffice(t, n, p); e >= 0 {
		return e
	}
	if p.Determination != nouns.Definite {
		return -1
	}
	kind := holders().kind(n.Lemma)
	if n.Kind == nouns.Body {
		if p.of >= 0 && x.text.Entities[p.of].Label != entities.LOC || x.complement(t) {
			return -1
		}
		l := look{organised: true}
		switch {
		case kind&kindOrganisation != 0:
			if s := stemOf(n.Lemma); s != "organisation" && s != "einrichtung" && s != "institution" {
				l.not = kindCompany
			}
		case kind&kindsOfOrganisation != 0:
			l.kind = kind&kindsOfOrganisation | kindUnknown
		default:
			return -1
		}
		return x.entityOf(x.choose(t, nouns.Singular|nouns.Plural, l))
	}
	if kind&kindDescription == 0 && !x.isPeople(n.Lemma) || x.complement(t) {
		return -1
	}
	e := x.entityOf(x.choose(t, x.agreementOf(n), look{persons: true, near: true}))
	if e < 0 || x.strangerSince(int(x.lastAt[e]), t, x.agreementOf(n)) {
		return -1
	}
	return e
}

// strangerSince reports whether an unnamed person that agrees was introduced after
// the first n places: Hans Moser nahm einen Mann fest.
func (x *Discourse) strangerSince(n, t int, agr nouns.Agreement) bool {
	for k := len(x.places) - 1; k >= max(n, len(x.places)-farPlaces); k-- {
		p := &x.places[k]
		r := &x.refs[p.ref]
		if r.entity < 0 && r.label == entities.PER && p.agr&agr&^nouns.Plural != 0 && !p.owner && !p.quoted && p.last <= t && x.sentence[t]-p.sentence <= 2 {
			return true
		}
	}
	return false
}

// entityOf returns the entity of a referent, -1 if it has none.
func (x *Discourse) entityOf(ref int) int {
	if ref < 0 {
		return -1
	}
	return x.refs[ref].entity
}

// isPeople reports whether a noun says where somebody comes from: der Franzose.
func (x *Discourse) isPeople(lemma string) bool {
	_, ok := wordlist.Load().People(lemma)
	return ok
}

// complement reports whether what hangs on the noun at token t tells whose it is:
// the Präsident der Weltbank is another than the one spoken of.
func (x *Discourse) complement(t int) bool {
	if t+2 >= len(x.ws) || x.sentence[t+1] != x.sentence[t] {
		return false
	}
	w := x.ws[t+1].Text
	return (syntax.Genitive(w) || w == "von" || w == "vom") && (x.nameOf[t+2] != 0 || x.ws[t+2].Capital) || x.nameOf[t+1] != 0 && x.names[x.nameOf[t+1]-1].genitive
}

// byOffice returns the entity that the text gives the noun's office to, or whose
// name holds the noun: the best match, of equals the one spoken of last.
func (x *Discourse) byOffice(t int, n *nouns.Noun, p ownedPhrase) int {
	stem := stemOf(n.Lemma)
	best, bestScore, bestAt := -1, 0, int32(-1)
	var seen []string
	for _, end := range officeEnds(stem) {
		if slices.Contains(seen, end) {
			continue
		}
		seen = append(seen, end)
		for _, o := range x.offices[end] {
			e := &x.text.Entities[o.entity]
			if (e.Label == entities.PER) != (n.Kind == nouns.Person) || p.Determination == nouns.Possessed && o.of != p.of {
				continue
			}
			if e.Label == entities.PER && x.refs[o.entity].agr&x.agreementOf(n) == 0 {
				continue
			}
			score := holders().alike(stem, o.stem)
			if score == 0 || p.of >= 0 && o.of >= 0 && p.of != o.of {
				continue
			}
			score *= 2
			if p.of >= 0 && p.of == o.of {
				score++
			}
			at := x.lastAt[o.entity]
			if at == 0 && score < 6 {
				continue // not spoken of yet
			}
			if at > 0 {
				score += 2
			}
			if score > bestScore || score == bestScore && at > bestAt {
				best, bestScore, bestAt = o.entity, score, at
			}
		}
	}
	return best
}

// kindUnknown is the kind of names that no list tells.
const kindUnknown nounKind = 1 << 15

// kindOf returns the kind of an organisation: what the lists and the nouns that
// the text links to it tell.
func (x *Discourse) kindOf(entity int) nounKind {
	if x.kinds[entity] == 0 {
		x.kinds[entity] = x.readKind(&x.text.Entities[entity])
	}
	return x.kinds[entity]
}

func (x *Discourse) readKind(e *entities.Entity) nounKind {
	kind := holders().names[wordlist.KeyOf(e.Name)]
	for _, r := range e.Roles {
		if r.Kind != entities.RoleAffiliation {
			kind |= holders().kind(r.Lemma)
		}
	}
	for w := range strings.FieldsSeq(e.Name) {
		kind |= holders().kind(w) & kindsOfOrganisation
		switch w {
		case "GmbH", "AG", "SE", "KG", "eG", "KGaA", "Ltd", "Inc", "Inc.", "SA":
			kind |= kindCompany
		}
	}
	if kind&(kindsOfOrganisation|kindOrganisation) == 0 {
		return kindUnknown
	}
	return kind
}
