package discourse

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
)

// entityAgreement returns by which pronouns the text can refer to an entity.
func (x *Discourse) entityAgreement(i int) nouns.Agreement {
	e := &x.Text.Entities[i]
	switch {
	case e.Number == extract.Plural:
		return nouns.Plural
	case e.Label == entities.PER:
		return x.genderOf(e)
	case e.Label == entities.LOC:
		return nouns.Neuter
	}
	return x.organisationAgreement(e)
}

// genderOf returns the gender that a person's name or, if that tells none, the
// offices tell: of a woman the news say Ministerin. If nothing tells, it is either.
func (x *Discourse) genderOf(e *entities.Entity) nouns.Agreement {
	switch e.Gender {
	case entities.Masculine:
		return nouns.Masculine
	case entities.Feminine:
		return nouns.Feminine
	}
	for _, r := range e.Roles {
		if t, _ := x.Text.Doc.TokensIn(r.Noun); r.Kind != entities.RoleAffiliation && t < len(x.Words) && x.NounAt(t) != nil {
			if n := x.NounAt(t); !n.Plural && n.Gender&(nouns.Masculine|nouns.Feminine) != 0 {
				return n.Gender
			}
		}
	}
	return nouns.Masculine | nouns.Feminine
}

// organisationAgreement reads the gender of an organisation off the articles before
// its name, and else off the name's last word.
func (x *Discourse) organisationAgreement(e *entities.Entity) nouns.Agreement {
	agr := nouns.Singular
	for _, m := range e.Mentions {
		if m.Form != entities.FormName || m.First == 0 {
			continue
		}
		if says := agr & x.Reader.Determiner(x.Words[m.First-1].Lower()).Genders(); says != 0 {
			agr = says
		}
	}
	if agr.One() != 0 {
		return agr
	}
	words := strings.Fields(e.Name)
	if len(words) == 0 {
		return agr
	}
	if f := nouns.Features(words[len(words)-1]); f.HasAny(lexicon.Noun) {
		if g := nouns.Genders(f) & agr; g != 0 {
			return g
		}
	}
	return agr
}
