package discourse

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
)

// KindUnknown is the kind of names that no list tells.
const KindUnknown Kind = 1 << 15

// KindOf returns the kind of an organisation: what the lists and the nouns that
// the text links to it tell.
func (x *Discourse) KindOf(entity int) Kind {
	if x.kinds[entity] == 0 {
		x.kinds[entity] = x.readKind(&x.Text.Entities[entity])
	}
	return x.kinds[entity]
}

func (x *Discourse) readKind(e *entities.Entity) Kind {
	kind := KindOfName(e.Name)
	for _, r := range e.Roles {
		if r.Kind != entities.RoleAffiliation {
			kind |= KindOfNoun(r.Lemma)
		}
	}
	for w := range strings.FieldsSeq(e.Name) {
		kind |= KindOfNoun(w) & KindsOfOrganisation
		switch w {
		case "GmbH", "AG", "SE", "KG", "eG", "KGaA", "Ltd", "Inc", "Inc.", "SA":
			kind |= KindCompany
		}
	}
	if kind&(KindsOfOrganisation|KindOrganisation) == 0 {
		return KindUnknown
	}
	return kind
}
