package who

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// entityAgreement returns by which pronouns the text can refer to an entity.
func (x *Discourse) entityAgreement(i int) agreement {
	e := &x.text.Entities[i]
	switch {
	case e.Numerus == extract.Plural:
		return plural
	case e.Label == entities.PER:
		switch x.genderOf(e) {
		case entities.Masculine:
			return masculine
		case entities.Feminine:
			return feminine
		}
		return masculine | feminine
	case e.Label == entities.LOC:
		return neuter
	}
	return x.organisationAgreement(e)
}

// genderOf returns the gender that a person's name or, if that tells none, the
// offices tell: of a woman the news say Ministerin.
func (x *Discourse) genderOf(e *entities.Entity) entities.Gender {
	if e.Gender != entities.GenderUnknown {
		return e.Gender
	}
	for _, r := range e.Roles {
		if t := x.text.TokenAt(r.Noun.Start); r.Kind != entities.Affiliation && t < len(x.ws) && x.nounOf[t] != 0 {
			if n := &x.nouns[x.nounOf[t]-1]; !n.Plural && (n.Gender == entities.Masculine || n.Gender == entities.Feminine) {
				return n.Gender
			}
		}
	}
	return entities.GenderUnknown
}

// organisationAgreement reads the gender of an organisation off the articles before
// its name, and else off the name's last word.
func (x *Discourse) organisationAgreement(e *entities.Entity) agreement {
	agr := masculine | feminine | neuter
	for _, m := range e.Mentions {
		t := x.text.TokenAt(m.Start)
		if m.Form != entities.Name || t == 0 || t >= len(x.ws) {
			continue
		}
		var says agreement
		switch x.ws[t-1].Lower() {
		case "die", "zur", "eine", "einer":
			says = feminine
		case "das", "ins":
			says = neuter
		case "den":
			says = masculine
		case "des", "dem", "im", "am", "vom", "zum", "beim", "einem", "eines":
			says = masculine | neuter
		case "der":
			says = masculine | feminine
		}
		if agr&says != 0 {
			agr &= says
		}
	}
	if agr&(agr-1) == 0 {
		return agr
	}
	words := strings.Fields(e.Name)
	if len(words) == 0 {
		return agr
	}
	f := lexicon.Mask(words[len(words)-1])
	if !f.HasAny(lexicon.Noun) {
		f = lexicon.Head(words[len(words)-1]).Features()
	}
	if f.HasAny(lexicon.Noun) {
		if g := gendersOf(f) & agr; g != 0 {
			return g
		}
	}
	return agr
}

// gendersOf returns the genders of a noun's features.
func gendersOf(f lexicon.Features) (agr agreement) {
	if f.HasAny(lexicon.Masculine) {
		agr |= masculine
	}
	if f.HasAny(lexicon.Feminine) {
		agr |= feminine
	}
	if f.HasAny(lexicon.Neuter) {
		agr |= neuter
	}
	return agr
}
