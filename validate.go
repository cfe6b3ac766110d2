package laut

import (
	"errors"
	"fmt"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
)

// Validate returns an error if the article is not one that [Read] could have made: if a
// span lies outside the text, an entity does not have the number of its place, a claim's
// speaker is an entity that does not exist, its parent is no earlier claim, a value has no
// name or a score is not from 0 to 1. Programs that make or change articles ask it; all
// writers of package export do. The error names the first thing that is wrong.
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
			return fmt.Errorf("mention %d: %w", k, err)
		}
		if k > 0 && m.Start < e.Mentions[k-1].Start {
			return fmt.Errorf("mention %d stands before the one before it", k)
		}
	}
	for k, r := range e.Roles {
		if err := a.within(r.Span); err != nil {
			return fmt.Errorf("role %d: %w", k, err)
		}
		if r.Of < 0 || r.Of.Index() >= len(a.Entities) {
			return fmt.Errorf("role %d is of entity %d, which does not exist", k, r.Of)
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
		for _, s := range part.spans {
			if err := a.within(s); err != nil {
				return fmt.Errorf("%s: %w", part.name, err)
			}
		}
	}
	switch {
	case c.Speaker.Entity < 0 || c.Speaker.Entity.Index() >= len(a.Entities):
		return fmt.Errorf("its speaker is entity %d, which does not exist", c.Speaker.Entity)
	case c.Parent < 0 || c.Parent > claims.ID(i):
		return fmt.Errorf("its parent %d is no earlier claim", c.Parent)
	case !(c.Score >= 0 && c.Score <= 1):
		return fmt.Errorf("its score %v is not from 0 to 1", c.Score)
	}
	return nil
}

// within returns an error if a span is not one of the text.
func (a *Article) within(s extract.Span) error {
	if n := len(a.Document.String()); s.Start < 0 || s.End < s.Start || s.End > n {
		return fmt.Errorf("[%d,%d) lies outside the text of %d bytes", s.Start, s.End, n)
	}
	return nil
}
