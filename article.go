package laut

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// Article is a text with all that was found in it. The zero Article is an empty text.
// References between its parts count from 1, so that what is not set refers to nothing.
type Article struct {
	Document *extract.Document
	Entities []entities.Entity // in order of their first mention
	Claims   []claims.Claim    // in order of their content; one may lie in another, its Parent
}

// Said returns what a claim of the article says, on one line: white space is one space,
// characters that cannot be seen are left out, and " … " stands where a frame interrupts.
func (a *Article) Said(c claims.Claim) string {
	shown := strings.Map(func(r rune) rune {
		if !unicode.IsSpace(r) && unicode.In(r, unicode.Cc, unicode.Cf) {
			return -1
		}
		return r
	}, a.Document.Text(c.Content...))
	return strings.Join(strings.Fields(shown), " ")
}

// Speaker returns the entity that makes a claim of the article, of several the first; false
// if it is nobody who has a name; [claims.Speaker] has the words then.
func (a *Article) Speaker(c claims.Claim) (entities.Entity, bool) {
	i := c.Speaker.Entity.Index()
	if i < 0 || i >= len(a.Entities) {
		return entities.Entity{}, false
	}
	return a.Entities[i], true
}

// Speakers returns the entities that make a claim of the article together: mostly one, and
// none if it is nobody who has a name.
func (a *Article) Speakers(c claims.Claim) []entities.Entity {
	var out []entities.Entity
	for _, id := range c.Speaker.Entities() {
		if i := id.Index(); i >= 0 && i < len(a.Entities) {
			out = append(out, a.Entities[i])
		}
	}
	return out
}

// ClaimsBy yields the claims that an entity makes, alone or with others, in order: none if it
// is an entity of another article.
func (a *Article) ClaimsBy(e entities.Entity) iter.Seq[claims.Claim] {
	i := e.ID.Index()
	known := i >= 0 && i < len(a.Entities) && a.Entities[i].Name == e.Name
	return a.claims(func(c *claims.Claim) bool {
		return known && (c.Speaker.Entity == e.ID || slices.Contains(c.Speaker.Others, e.ID))
	})
}

// ClaimsAbout yields the claims that name an entity of the article in what they say, in
// order. A pronoun names nobody, and the words for who speaks do not count, which stand in
// the content of what is only [claims.Reported]. Time is linear in claims and mentions.
func (a *Article) ClaimsAbout(e entities.Entity) iter.Seq[claims.Claim] {
	return a.claims(func(c *claims.Claim) bool {
		for _, s := range c.Content {
			i, _ := slices.BinarySearchFunc(e.Mentions, s.Start, func(m entities.Mention, at int) int { return m.End - at - 1 })
			for ; i < len(e.Mentions) && e.Mentions[i].Start < s.End; i++ {
				if !slices.ContainsFunc(c.Speaker.Spans, e.Mentions[i].Overlaps) {
					return true
				}
			}
		}
		return false
	})
}

// claims yields the claims that are wanted.
func (a *Article) claims(wanted func(*claims.Claim) bool) iter.Seq[claims.Claim] {
	return func(yield func(claims.Claim) bool) {
		for i := range a.Claims {
			if wanted(&a.Claims[i]) && !yield(a.Claims[i]) {
				return
			}
		}
	}
}
