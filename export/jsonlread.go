package export

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"unicode/utf8"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linewise"
)

// Read yields the articles of JSON Lines, as Write wrote them or as another program or a
// person left them, with offsets in the unit of f. Blank lines are skipped. A line that is
// broken is yielded as an error that begins with name and the line's number, without an
// item, and the next lines follow; [Record.Article] tells what is checked. An error of r
// ends the articles.
//
// Read holds one article at a time, and takes time linear in the lines.
func (f JSONLines) Read(r io.Reader, name string) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for l := range linewise.Of(r, name) {
			item, err := Item{}, l.Err
			if err == nil {
				item, err = f.Parse(l.Data)
			}
			if err != nil {
				err = fmt.Errorf("%s: %w", l.Where, err)
			}
			if !yield(item, err) {
				return
			}
		}
	}
}

// Parse reads one line, as Read does; the error has no place.
func (f JSONLines) Parse(line []byte) (Item, error) {
	// The decoder would replace broken bytes, and all offsets after them would be off.
	if !utf8.Valid(line) {
		return Item{}, errors.New("not valid UTF-8")
	}
	type plain Record
	var r struct {
		plain
		Text *string `json:"text"` // takes the place of the record's
	}
	if err := json.Unmarshal(line, &r); err != nil {
		return Item{}, linewise.BrokenJSON(err)
	}
	if r.Text == nil {
		return Item{}, errors.New(`no "text"`)
	}
	record := Record(r.plain)
	record.Text = *r.Text
	a, err := record.Article(f.Offsets)
	if err != nil {
		return Item{}, err
	}
	return Item{ID: r.ID, Article: a}, nil
}

// UnmarshalJSON reads a claim. Without the key "parent" it has none, without "entity" its
// speaker is nobody, and without "score" it is 1: a person who adds a claim is sure.
func (c *Claim) UnmarshalJSON(data []byte) error {
	type plain Claim
	p := plain{Parent: -1, Score: 1, Speaker: Speaker{Entity: -1}}
	err := json.Unmarshal(data, &p)
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
// The error names the first thing that is wrong: a range that is outside the text or cuts a
// character, a name of a kind, medium, stance, label, form or via that laut does not know (an
// empty one is fine), a speaker's entity that has no mention, a parent that is no earlier
// claim.
func (r *Record) Article(offsets Unit) (*laut.Article, error) {
	at := newPositions(r.Text, offsets)
	for i, s := range r.Sentences {
		if _, err := at.span(s); err != nil {
			return nil, fmt.Errorf("sentence %d: %w", i, err)
		}
	}
	for i, t := range r.Tokens {
		if _, err := at.span(t.Range); err != nil {
			return nil, fmt.Errorf("token %d: %w", i, err)
		}
	}
	es, index, err := r.entities(at)
	if err != nil {
		return nil, err
	}
	d := extract.Parse(r.Text)
	a := &laut.Article{Document: d, Entities: entities.Located(d, es)}
	for i, c := range r.Claims {
		out, err := c.claim(at)
		switch e, known := index[c.Speaker.Entity]; {
		case err != nil:
		case known:
			out.Speaker.Entity = e
			out.Speaker.Name = cmp.Or(out.Speaker.Name, es[e].Name)
		case c.Speaker.Entity != -1:
			err = fmt.Errorf("its speaker is entity %d, of which there is no mention", c.Speaker.Entity)
		}
		if err == nil && (c.Parent < -1 || c.Parent >= i) {
			err = fmt.Errorf("parent %d is no earlier claim", c.Parent)
		}
		if err != nil {
			return nil, fmt.Errorf("claim %d: %w", i, err)
		}
		a.Claims = append(a.Claims, out)
	}
	return a, nil
}

// entities groups the mentions, and returns where the first entity of each id is.
func (r *Record) entities(at *positions) (es []entities.Entity, index map[int]int, err error) {
	type key struct {
		id          int
		label, name string
	}
	place := make(map[key]int)
	for i, m := range r.Entities {
		var mention entities.Mention
		if mention.Span, err = at.span(m.Range); err == nil {
			mention.Form, err = named[entities.Form](cmp.Or(m.Form, entities.FormName.String()))
		}
		label, err2 := named[entities.Label](m.Label)
		if err := cmp.Or(err, err2); err != nil {
			return nil, nil, fmt.Errorf("mention %d: %w", i, err)
		}
		k := key{m.ID, m.Label, m.Name}
		e, ok := place[k]
		if !ok {
			e = len(es)
			place[k] = e
			es = append(es, entities.Entity{ID: m.ID, Name: m.Name, Label: label})
		}
		es[e].Mentions = append(es[e].Mentions, mention)
	}
	slices.SortStableFunc(es, func(a, b entities.Entity) int { return cmp.Compare(a.ID, b.ID) })
	index = make(map[int]int)
	for i := range es {
		e := &es[i]
		if _, ok := index[e.ID]; !ok {
			index[e.ID] = i
		}
		e.ID = i
		slices.SortStableFunc(e.Mentions, func(a, b entities.Mention) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
		})
	}
	return es, index, nil
}

// claim returns the claim without its speaker's entity.
func (c *Claim) claim(at *positions) (out claims.Claim, err error) {
	out = claims.Claim{Parent: c.Parent, Score: c.Score, Speaker: claims.Speaker{Entity: -1, Name: c.Speaker.Name}}
	for i, ranges := range [][]Range{c.Content, c.Cue, c.Frame, c.Speaker.Spans, c.Addressee} {
		if *claimParts[i].of(&out), err = at.spans(ranges); err != nil {
			return out, fmt.Errorf("%s: %w", claimParts[i].name, err)
		}
	}
	var errs [4]error
	out.Kind, errs[0] = named[claims.Kind](c.Kind)
	out.Medium, errs[1] = named[claims.Medium](c.Medium)
	out.Stance, errs[2] = named[claims.Stance](c.Stance)
	out.Speaker.Via, errs[3] = named[claims.Via](c.Speaker.Via)
	return out, cmp.Or(errs[:]...)
}
