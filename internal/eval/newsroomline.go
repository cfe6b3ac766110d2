package eval

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linewise"
)

// newsroomLine is an article of the newsroom corpus as JSON Lines have it.
type newsroomLine struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Claims []struct {
		Kind      string         `json:"kind"`
		Medium    string         `json:"medium"`
		Stance    string         `json:"stance"`
		Name      string         `json:"name"`
		Content   []extract.Span `json:"content"`
		Speaker   []extract.Span `json:"speaker"`
		Cue       []extract.Span `json:"cue"`
		Frame     []extract.Span `json:"frame"`
		Addressee []extract.Span `json:"addressee"`
	} `json:"claims"`
	Entities []struct {
		Label string   `json:"label"`
		Name  string   `json:"name"`
		Forms []string `json:"forms"`
	} `json:"entities"`
}

// ParseNewsroom reads an article of the newsroom corpus from a line of JSON Lines, with
// offsets in bytes, as [newsroom.Article.MarshalJSON] writes it. The error has no place.
func ParseNewsroom(line []byte) (a newsroom.Article, err error) {
	// The decoder would replace broken bytes, and all offsets after them would be off.
	if !utf8.Valid(line) {
		return a, errors.New("not valid UTF-8")
	}
	var in newsroomLine
	if err := json.Unmarshal(line, &in); err != nil {
		return a, linewise.BrokenJSON(err)
	}
	a = newsroom.Article{ID: in.ID, Text: in.Text}
	for i, c := range in.Claims {
		out := newsroom.Claim{Name: c.Name, Content: c.Content, Speaker: c.Speaker, Cue: c.Cue, Frame: c.Frame, Addressee: c.Addressee}
		err := cmp.Or(out.Kind.UnmarshalText([]byte(c.Kind)), out.Medium.UnmarshalText([]byte(c.Medium)), out.Stance.UnmarshalText([]byte(c.Stance)))
		if err == nil && len(c.Content) == 0 {
			err = errors.New("no content")
		}
		for _, part := range []struct {
			name  string
			spans []extract.Span
		}{{"content", c.Content}, {"speaker", c.Speaker}, {"cue", c.Cue}, {"frame", c.Frame}, {"addressee", c.Addressee}} {
			for _, s := range part.spans {
				if wrong := newsroomSpan(in.Text, s); err == nil && wrong != nil {
					err = fmt.Errorf("%s: %w", part.name, wrong)
				}
			}
		}
		if err != nil {
			return a, fmt.Errorf("claim %d: %w", i, err)
		}
		a.Claims = append(a.Claims, out)
	}
	for i, e := range in.Entities {
		out := newsroom.Entity{Name: e.Name, Forms: e.Forms}
		err := out.Label.UnmarshalText([]byte(e.Label))
		if err == nil && e.Name == "" {
			err = errors.New("no name")
		}
		if err != nil {
			return a, fmt.Errorf("entity %d: %w", i, err)
		}
		a.Entities = append(a.Entities, out)
	}
	return a, nil
}

// newsroomSpan returns what is wrong with a span of a text.
func newsroomSpan(text string, s extract.Span) error {
	if s.End == s.Start {
		return fmt.Errorf("[%d,%d) is empty", s.Start, s.End)
	}
	if err := outside(s, text); err != nil {
		return err
	}
	if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		return fmt.Errorf("[%d,%d) cuts a character", s.Start, s.End)
	}
	return nil
}

// IsNewsroom reports whether a line is an article of the newsroom corpus and none that laut
// has written: there the speaker of a claim is an object, here an array. A line without
// claims is one if an entity has forms.
func IsNewsroom(line []byte) bool {
	var a struct {
		Claims   []struct{ Speaker json.RawMessage }
		Entities []struct{ Forms json.RawMessage }
	}
	if json.Unmarshal(line, &a) != nil {
		return false
	}
	if len(a.Claims) > 0 {
		speaker := a.Claims[0].Speaker
		return len(speaker) > 0 && speaker[0] == '['
	}
	return len(a.Entities) > 0 && len(a.Entities[0].Forms) > 0
}
