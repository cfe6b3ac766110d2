package entities

import (
	"github.com/laut-nlp/laut/internal/gazetteer"
)

// personGender returns what title, role noun or first name tell of a person.
func (t *tagger) personGender(c *candidate) Gender {
	if c.gender != GenderUnknown {
		return c.gender
	}
	for i := c.first; i < c.last; i++ {
		w := &t.words[i]
		if i > c.first && i == c.last-1 && c.last-c.first > 1 {
			break // the surname: Maria is one too
		}
		switch w.gaz & gazetteer.FirstName {
		case gazetteer.Male:
			return Masculine
		case gazetteer.Female:
			return Feminine
		}
	}
	if c.office {
		return Masculine
	}
	return GenderUnknown
}
