package laut

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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

// Validate returns an error if a format could not write the article as it is meant: if a
// span lies outside the text or cuts a character, or spans of one thing are not in order; if
// an entity does not have the number of its place, a claim's speaker is an entity that does
// not exist or is there twice, or its parent is no earlier claim; if a value has no name or a score is not from
// 0 to 1. What is left open is fine: a claim without content, a kind or a speaker. Programs
// that make or change articles ask it; all writers of package export do. The error names
// the first thing that is wrong, and counts from 1.
func (a *Article) Validate() error {
	if a == nil {
		return errors.New("there is no article")
	}
	for i := range a.Entities {
		if err := a.validEntity(i); err != nil {
			return fmt.Errorf("entity %d: %w", i+1, err)
		}
	}
	for i := range a.Claims {
		if err := a.validClaim(i); err != nil {
			return fmt.Errorf("claim %d: %w", i+1, err)
		}
	}
	return nil
}

func (a *Article) validEntity(i int) error {
	e := &a.Entities[i]
	if e.ID.Index() != i {
		return fmt.Errorf("its ID is %d", e.ID)
	}
	names := [...]func() ([]byte, error){e.Label.MarshalText, e.Gender.MarshalText, e.Number.MarshalText}
	for _, name := range names {
		if _, err := name(); err != nil {
			return err
		}
	}
	for k, m := range e.Mentions {
		if _, err := m.Form.MarshalText(); err != nil {
			return err
		}
		if err := a.within(m.Span); err != nil {
			return fmt.Errorf("mention %d: %w", k+1, err)
		}
		if k > 0 && m.Start < e.Mentions[k-1].Start {
			return fmt.Errorf("mention %d stands before the one before it", k+1)
		}
	}
	for k, r := range e.Roles {
		if err := a.within(r.Span); err != nil {
			return fmt.Errorf("role %d: %w", k+1, err)
		}
		if r.Of < 0 || r.Of.Index() >= len(a.Entities) {
			return fmt.Errorf("role %d is of entity %d, which does not exist", k+1, r.Of)
		}
	}
	return nil
}

func (a *Article) validClaim(i int) error {
	c := &a.Claims[i]
	names := [...]func() ([]byte, error){c.Kind.MarshalText, c.Medium.MarshalText, c.Stance.MarshalText, c.Speaker.Via.MarshalText}
	for _, name := range names {
		if _, err := name(); err != nil {
			return err
		}
	}
	for _, part := range []struct {
		name  string
		spans []extract.Span
	}{{"content", c.Content}, {"cue", c.Cue}, {"frame", c.Frame}, {"speaker", c.Speaker.Spans}, {"addressee", c.Addressee}} {
		for k, s := range part.spans {
			if err := a.within(s); err != nil {
				return fmt.Errorf("%s: %w", part.name, err)
			}
			if k > 0 && s.Start < part.spans[k-1].End {
				return fmt.Errorf("%s: [%d,%d) does not stand after the span before it", part.name, s.Start, s.End)
			}
		}
	}
	speakers := append([]entities.ID{c.Speaker.Entity}, c.Speaker.Others...)
	for k, id := range speakers {
		switch {
		case id < 0 || id.Index() >= len(a.Entities) || id == 0 && k > 0:
			return fmt.Errorf("its speaker is entity %d, which does not exist", id)
		case k > 0 && slices.Contains(speakers[:k], id):
			return fmt.Errorf("its speaker is entity %d twice", id)
		case k > 0 && speakers[0] == 0:
			return fmt.Errorf("its speaker is entity %d among others and nobody first", id)
		}
	}
	switch {
	case !(c.Speaker.Score >= 0 && c.Speaker.Score <= 1):
		return fmt.Errorf("the score %v of its speaker is not from 0 to 1", c.Speaker.Score)
	case c.Parent < 0 || c.Parent > claims.ID(i):
		return fmt.Errorf("its parent %d is no earlier claim", c.Parent)
	case !(c.Score >= 0 && c.Score <= 1):
		return fmt.Errorf("its score %v is not from 0 to 1", c.Score)
	}
	return nil
}

// within returns an error if a span is not one of the text, or cuts a character of it.
func (a *Article) within(s extract.Span) error {
	text := a.Document.String()
	if n := len(text); s.Start < 0 || s.End < s.Start || s.End > n {
		return fmt.Errorf("[%d,%d) lies outside the text of %d bytes", s.Start, s.End, n)
	}
	if cuts(text, s.Start) || cuts(text, s.End) {
		return fmt.Errorf("[%d,%d) cuts a character", s.Start, s.End)
	}
	return nil
}

// cuts reports whether the byte at an offset is one inside a character.
func cuts(text string, at int) bool {
	if at >= len(text) || utf8.RuneStart(text[at]) {
		return false
	}
	for i := at - 1; i >= 0 && i > at-utf8.UTFMax; i-- {
		if utf8.RuneStart(text[i]) {
			_, size := utf8.DecodeRuneInString(text[i:])
			return i+size > at
		}
	}
	return false // bytes that are no UTF-8
}
