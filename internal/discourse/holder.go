package discourse

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// readNoun finds whom the noun at token t means.
func (x *Discourse) readNoun(t int) {
	n := x.NounAt(t)
	if e := x.Bearer(n); e >= 0 { // the text gives it a name: Minister Hartmann
		x.placeRole(t, e)
		return
	}
	p := x.PhraseOf(t)
	agr := x.AgreementOf(n)
	ref := -1
	if !n.Plural && p.Determination != nouns.Indefinite && (p.Determination != nouns.Possessed || p.Of >= 0) && !(p.Determination == nouns.Bare && n.Kind == nouns.Person && p.First > 0 && x.Words[p.First-1].Capital) {
		if e := x.holder(t, n, p); e >= 0 {
			ref = e
		}
	}
	if n.Plural && p.Determination == nouns.Definite {
		ref = x.choose(t, nouns.Plural, look{group: true, persons: n.Kind == nouns.Person, organised: n.Kind == nouns.Body})
		if k := KindOfNoun(n.Lemma); k&(KindDescription|KindOrganisation|KindCompany|KindParty) == 0 || x.HasComplement(t) {
			ref = -1
		}
	}
	stem := Stem(n.Lemma)
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
		x.Referents = append(x.Referents, Referent{Entity: -1, Agreement: agr, Label: label, Noun: t})
		ref = len(x.Referents) - 1
		if !n.Plural {
			x.unnamed[stem] = ref
		}
	}
	x.add(t, t+1, ref, agr)
	x.placeAt[t] = int32(len(x.Places))
}

// readOther finds the organisation that another noun means: das Blatt, das Amt.
func (x *Discourse) readOther(t int) {
	n := nouns.Noun{Token: t, Kind: nouns.Body, Lemma: x.Text.Doc.Lemma(t)}
	if x.Tags[t].Number == extract.Plural || KindOfNoun(n.Lemma)&(KindsOfOrganisation|KindOrganisation) == 0 && !x.isOffice(Stem(n.Lemma)) {
		return
	}
	p := x.PhraseOf(t)
	if p.Determination != nouns.Definite || p.Adjectives < t && x.Words[t-1].Capital && x.Words[t-1].Kind == extract.Word {
		return // der Auswärtige Dienst is a name
	}
	if e := x.holder(t, &n, p); e >= 0 {
		x.add(t, t+1, e, x.AgreementOf(&n))
		x.placeAt[t] = int32(len(x.Places))
	}
}

// placeRole notes a noun that the text links to a name; next to the name it is no
// place of its own.
func (x *Discourse) placeRole(t, e int) {
	x.add(t, t+1, e, x.Referents[e].Agreement)
	x.placeAt[t] = int32(len(x.Places))
	for k := t + 1; k < len(x.Words) && k < t+4; k++ {
		if x.NameAt(k) != nil {
			x.Places[len(x.Places)-1].title = true
		} else if x.Words[k].Kind != extract.Abbreviation && x.Words[k].Kind != extract.OpenQuote {
			break
		}
	}
}

// AgreementOf returns the genders and numbers of a noun.
func (x *Discourse) AgreementOf(n *nouns.Noun) nouns.Agreement {
	switch {
	case n.Plural:
		return nouns.Plural
	case n.Gender != 0:
		return n.Gender
	}
	if n.Kind == nouns.Person {
		return nouns.Masculine | nouns.Feminine | x.NounAgreement(n.Token)&nouns.Neuter
	}
	return x.NounAgreement(n.Token) &^ nouns.Plural
}

// holder returns the entity that a noun in the singular stands for, or -1.
func (x *Discourse) holder(t int, n *nouns.Noun, p OwnedPhrase) int {
	if e := x.byOffice(t, n, p); e >= 0 {
		return e
	}
	if p.Determination != nouns.Definite {
		return -1
	}
	kind := KindOfNoun(n.Lemma)
	if n.Kind == nouns.Body {
		if p.Of >= 0 && x.Text.Entities[p.Of].Label != entities.LOC || x.HasComplement(t) {
			return -1
		}
		l := look{organised: true}
		switch {
		case kind&KindOrganisation != 0:
			if s := Stem(n.Lemma); s != "organisation" && s != "einrichtung" && s != "institution" {
				l.not = KindCompany
			}
		case kind&KindsOfOrganisation != 0:
			l.kind = kind&KindsOfOrganisation | KindUnknown
		default:
			return -1
		}
		return x.entityOf(x.choose(t, nouns.Singular|nouns.Plural, l))
	}
	if kind&KindDescription == 0 && !IsPeople(n.Lemma) || x.HasComplement(t) {
		return -1
	}
	e := x.entityOf(x.choose(t, x.AgreementOf(n), look{persons: true, near: true}))
	if e < 0 || x.strangerSince(int(x.lastAt[e]), t, x.AgreementOf(n)) {
		return -1
	}
	return e
}

// strangerSince reports whether an unnamed person that agrees was introduced after
// the first n places: Hans Moser nahm einen Mann fest.
func (x *Discourse) strangerSince(n, t int, agr nouns.Agreement) bool {
	for k := len(x.Places) - 1; k >= max(n, len(x.Places)-FarPlaces); k-- {
		p := &x.Places[k]
		r := &x.Referents[p.Referent]
		if r.Entity < 0 && r.Label == entities.PER && p.Agreement&agr&^nouns.Plural != 0 && !p.Owner && !p.Quoted && p.Last <= t && x.Sentence[t]-p.sentence <= 2 {
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
	return x.Referents[ref].Entity
}

// IsPeople reports whether a noun says where somebody comes from: der Franzose.
func IsPeople(lemma string) bool {
	_, ok := wordlist.Load().People(lemma)
	return ok
}

// HasComplement reports whether what hangs on the noun at token t tells whose it is:
// the Präsident der Weltbank is another than the one spoken of.
func (x *Discourse) HasComplement(t int) bool {
	if t+2 >= len(x.Words) || x.Sentence[t+1] != x.Sentence[t] {
		return false
	}
	w := x.Words[t+1].Text
	return (syntax.Genitive(w) || w == "von" || w == "vom") && (x.NameAt(t+2) != nil || x.Words[t+2].Capital) || x.NameAt(t+1) != nil && x.NameAt(t+1).Genitive
}

// office is what somebody is or is called: a role's noun, or a word of the name of
// an organisation.
type office struct {
	entity int
	stem   string
	of     int // the entity that it is in or for, or -1
}

// findOffices collects what entities are and are called.
func (x *Discourse) findOffices() {
	x.offices = make(map[string][]office)
	for i := range x.Text.Entities {
		x.Text.Sign.Look()
		e := &x.Text.Entities[i]
		for _, r := range e.Roles {
			if r.Kind != entities.RoleAffiliation {
				x.addOffice(office{i, Stem(r.Lemma), r.Of.Index()})
			}
		}
		if e.Label == entities.ORG {
			for w := range strings.FieldsSeq(e.Name) {
				if len(w) >= 4 && letters.IsUpper(w) {
					x.addOffice(office{i, Stem(w), -1})
					if base, ok := wordlist.Genitive(w); ok && len(base) >= 4 {
						x.addOffice(office{i, Stem(base), -1})
					}
				}
			}
		}
	}
}

func (x *Discourse) addOffice(o office) {
	for _, end := range officeEnds(o.stem) {
		if list := x.offices[end]; len(list) < mostOffices {
			x.offices[end] = append(list, o)
		}
	}
}

// officeEnds returns the keys of a stem: of its last letters, and of the words that
// mean the same.
func officeEnds(stem string) []string {
	ends := []string{stem[max(0, len(stem)-3):]}
	for _, w := range holders().same[holders().office(stem)] {
		if e := w[max(0, len(w)-3):]; !slices.Contains(ends, e) {
			ends = append(ends, e)
		}
	}
	return ends
}

// mostOffices bounds how many offices of like words are compared with a noun, which
// keeps the time linear.
const mostOffices = 64

// isOffice reports whether the name of an organisation ends with a noun.
func (x *Discourse) isOffice(stem string) bool {
	for _, o := range x.offices[stem[max(0, len(stem)-3):]] {
		if x.Text.Entities[o.entity].Label == entities.ORG && Alike(stem, o.stem) > 1 && len(stem) <= len(o.stem) {
			return true
		}
	}
	return false
}

// byOffice returns the entity that the text gives the noun's office to, or whose
// name holds the noun: the best match, of equals the one spoken of last.
func (x *Discourse) byOffice(t int, n *nouns.Noun, p OwnedPhrase) int {
	stem := Stem(n.Lemma)
	best, bestScore, bestAt := -1, 0, int32(-1)
	for _, end := range officeEnds(stem) {
		for _, o := range x.offices[end] {
			e := &x.Text.Entities[o.entity]
			if (e.Label == entities.PER) != (n.Kind == nouns.Person) || p.Determination == nouns.Possessed && o.of != p.Of {
				continue
			}
			if e.Label == entities.PER && x.Referents[o.entity].Agreement&x.AgreementOf(n) == 0 {
				continue
			}
			score := Alike(stem, o.stem)
			if score == 0 || p.Of >= 0 && o.of >= 0 && p.Of != o.of {
				continue
			}
			score *= 2
			if p.Of >= 0 && p.Of == o.of {
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

// OfficeAlike returns how well a noun, by its stem, goes together with the offices and the words
// of the name of an entity, as [Alike] does; ok is false if none of them has its ending.
func (x *Discourse) OfficeAlike(stem string, entity int) (alike int, ok bool) {
	for _, o := range x.offices[stem[max(0, len(stem)-3):]] {
		if o.entity == entity {
			alike, ok = max(alike, Alike(stem, o.stem)), true
		}
	}
	return alike, ok
}
