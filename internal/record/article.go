package record

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/offsets"
)

// Parse decodes a record, which must have a text.
func Parse(data []byte) (*Record, error) {
	// The decoder would replace broken bytes, and all offsets after them would be off.
	if !utf8.Valid(data) {
		return nil, errors.New("not valid UTF-8")
	}
	type plain Record
	var r struct {
		plain
		Text *string `json:"text"` // takes the place of the record's
	}
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, linewise.BrokenJSON(err)
	}
	if r.Text == nil {
		return nil, errors.New(`no "text"`)
	}
	record := Record(r.plain)
	record.Text = *r.Text
	return &record, nil
}

// UnmarshalJSON reads a claim. Without the key "parent" it has none, without "entity" and
// "entities" its speaker is nobody, and without "score" it is 1: a person who adds a claim is
// sure, and of a name that has none too.
func (c *Claim) UnmarshalJSON(data []byte) error {
	type plain Claim
	p := plain{Parent: -1, Score: 1, Speaker: Speaker{Entity: -1, Score: math.NaN()}}
	err := json.Unmarshal(data, &p)
	s := &p.Speaker
	if s.Entity == -1 && len(s.Entities) > 0 {
		s.Entity = s.Entities[0]
	}
	if math.IsNaN(s.Score) {
		s.Score = 0
		if s.Name != "" || s.Entity != -1 {
			s.Score = 1
		}
	}
	*c = Claim(p)
	return err
}

// Article returns the article that a record holds, its offsets counting in the unit given;
// the article's count in bytes of r.Text, which must be valid UTF-8. The document is that
// of [extract.Parse], whatever the record's tokens and sentences. Mentions with the same id,
// label and name are one entity, and entities are numbered anew in the order of their ids.
// A speaker without a name has that of the entity. Gender, number and roles of entities are
// not known.
//
// The error names the first thing that is wrong: a range that is outside the text, cuts a
// character or does not stand after the one before it, a name of a kind, medium, stance, label, form or via that laut does not know (an
// empty one is fine), a speaker's entity that has no mention or is not the first of its
// entities, a parent that is no earlier claim, a score that is not from 0 to 1.
func (r *Record) Article(unit offsets.Unit) (Article, error) {
	at := offsets.NewPositions(r.Text, unit)
	for i, s := range r.Sentences {
		if _, err := at.Span(s); err != nil {
			return Article{}, fmt.Errorf("sentence %d: %w", i, err)
		}
	}
	for i, t := range r.Tokens {
		if _, err := at.Span(t.Range); err != nil {
			return Article{}, fmt.Errorf("token %d: %w", i, err)
		}
	}
	es, index, err := r.entities(at)
	if err != nil {
		return Article{}, err
	}
	d := extract.Parse(r.Text)
	a := Article{Document: d, Entities: entities.Located(d, es)}
	for i, c := range r.Claims {
		out, err := c.claim(at)
		if err == nil {
			err = c.Speaker.entities(&out.Speaker, es, index)
		}
		if err == nil && (c.Parent < -1 || c.Parent >= i) {
			err = fmt.Errorf("parent %d is no earlier claim", c.Parent)
		}
		if err != nil {
			return Article{}, fmt.Errorf("claim %d: %w", i, err)
		}
		a.Claims = append(a.Claims, out)
	}
	return a, nil
}

// entities sets who speaks: the first, the others, and their names where there is none.
func (s *Speaker) entities(out *claims.Speaker, es []entities.Entity, index map[int]int) error {
	ids := s.Entities
	switch {
	case len(ids) == 0 && s.Entity != -1:
		ids = []int{s.Entity}
	case len(ids) > 0 && ids[0] != s.Entity:
		return fmt.Errorf("its speaker is entity %d, and the first of its entities is %d", s.Entity, ids[0])
	}
	var names []string
	for k, id := range ids {
		e, known := index[id]
		switch {
		case !known:
			return fmt.Errorf("its speaker is entity %d, of which there is no mention", id)
		case slices.Contains(ids[:k], id):
			return fmt.Errorf("its speaker is entity %d twice", id)
		}
		names = append(names, es[e].Name)
		if k == 0 {
			out.Entity = entities.ID(e + 1)
		} else {
			out.Others = append(out.Others, entities.ID(e+1))
		}
	}
	out.Name = cmp.Or(out.Name, strings.Join(names, claims.Several))
	return nil
}

// entities groups the mentions, and returns where the first entity of each id is.
func (r *Record) entities(at *offsets.Positions) (es []entities.Entity, index map[int]int, err error) {
	type key struct {
		id          int
		label, name string
	}
	place := make(map[key]int)
	for i, m := range r.Entities {
		var mention entities.Mention
		if mention.Span, err = at.Span(m.Range); err == nil {
			err = mention.Form.UnmarshalText([]byte(cmp.Or(m.Form, entities.FormName.String())))
		}
		var label entities.Label
		if err := cmp.Or(err, label.UnmarshalText([]byte(m.Label))); err != nil {
			return nil, nil, fmt.Errorf("mention %d: %w", i, err)
		}
		k := key{m.ID, m.Label, m.Name}
		e, ok := place[k]
		if !ok {
			e = len(es)
			place[k] = e
			es = append(es, entities.Entity{ID: entities.ID(m.ID), Name: m.Name, Label: label})
		}
		es[e].Ref = cmp.Or(es[e].Ref, m.Ref)
		es[e].Mentions = append(es[e].Mentions, mention)
	}
	slices.SortStableFunc(es, func(a, b entities.Entity) int { return cmp.Compare(a.ID, b.ID) })
	index = make(map[int]int)
	for i := range es {
		e := &es[i]
		if _, ok := index[int(e.ID)]; !ok {
			index[int(e.ID)] = i
		}
		e.ID = entities.ID(i + 1)
		slices.SortStableFunc(e.Mentions, func(a, b entities.Mention) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
		})
	}
	return es, index, nil
}

// claim returns the claim without its speaker's entity.
func (c *Claim) claim(at *offsets.Positions) (claims.Claim, error) {
	out := claims.Claim{
		Parent: claims.ID(c.Parent + 1), Score: c.Score,
		Speaker: claims.Speaker{Name: c.Speaker.Name, Head: c.Speaker.Head, Score: c.Speaker.Score},
	}
	for _, part := range []struct {
		name string
		from []offsets.Range
		to   *[]extract.Span
	}{
		{"content", c.Content, &out.Content}, {"cue", c.Cue, &out.Cue}, {"frame", c.Frame, &out.Frame},
		{"speaker", c.Speaker.Spans, &out.Speaker.Spans}, {"addressee", c.Addressee, &out.Addressee},
	} {
		var err error
		if *part.to, err = at.Spans(part.from); err != nil {
			return out, fmt.Errorf("%s: %w", part.name, err)
		}
	}
	if !(c.Score >= 0 && c.Score <= 1) {
		return out, fmt.Errorf("the score %v is not from 0 to 1", c.Score)
	}
	if s := c.Speaker.Score; !(s >= 0 && s <= 1) {
		return out, fmt.Errorf("the score %v of its speaker is not from 0 to 1", s)
	}
	return out, cmp.Or(
		out.Kind.UnmarshalText([]byte(c.Kind)), out.Medium.UnmarshalText([]byte(c.Medium)),
		out.Stance.UnmarshalText([]byte(c.Stance)), out.Speaker.Via.UnmarshalText([]byte(c.Speaker.Via)),
	)
}
