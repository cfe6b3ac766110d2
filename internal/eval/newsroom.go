package eval

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/syntax"
)

// FromNewsroom turns an article of the newsroom corpus into what laut would have found if it
// had read all of it rightly. The corpus says of claims whom they are by, but of no entity;
// the parent of a claim is the smallest one before it whose content is around its own. Of
// entities it says how they are spelled: where the text has a spelling, there is a mention.
func FromNewsroom(n newsroom.Article) *laut.Article {
	a := &laut.Article{Document: extract.Parse(n.Text)}
	for _, c := range n.Claims {
		a.Claims = append(a.Claims, claims.Claim{
			Kind: c.Kind, Medium: c.Medium, Stance: c.Stance, Content: c.Content, Cue: c.Cue, Frame: c.Frame, Addressee: c.Addressee, Score: 1,
			Speaker: claims.Speaker{Spans: c.Speaker, Name: c.Name},
		})
	}
	slices.SortStableFunc(a.Claims, func(a, b claims.Claim) int {
		return cmp.Or(cmp.Compare(a.Span().Start, b.Span().Start), cmp.Compare(b.Span().End, a.Span().End))
	})
	for i := range a.Claims {
		c := &a.Claims[i]
		for p := i - 1; p >= 0 && c.Parent == 0; p-- {
			if around := a.Claims[p].Span(); around.Contains(c.Span()) && around != c.Span() {
				c.Parent = claims.ID(p + 1)
			}
		}
	}
	for i, e := range n.Entities {
		a.Entities = append(a.Entities, entities.Entity{ID: entities.ID(i + 1), Name: e.Name, Label: e.Label, Mentions: mentions(n.Text, e.Forms)})
	}
	a.Entities = entities.Located(a.Document, a.Entities)
	return a
}

// TokensOf returns a claim of the newsroom corpus as the stages of attribution see one.
func TokensOf(text *syntax.Text, c newsroom.Claim) claim.Claim {
	return claim.Claim{
		Kind: claim.Kind(c.Kind), Medium: claim.Medium(c.Medium), Stance: claim.Stance(c.Stance), Parent: -1,
		Content: text.Tokens(c.Content), Speaker: text.Tokens(c.Speaker), Cue: text.Tokens(c.Cue), Frame: text.Tokens(c.Frame),
		Addressee: text.Tokens(c.Addressee),
	}
}

// mentions returns where the text has the forms of a name, in order of the text: as whole
// words outside of a longer form, or where a form has no such place, wherever it stands.
func mentions(text string, forms []string) (out []entities.Mention) {
	for _, form := range slices.SortedStableFunc(slices.Values(forms), func(a, b string) int { return cmp.Compare(len(b), len(a)) }) {
		var words, all []entities.Mention
		for at := 0; ; {
			i := strings.Index(text[at:], form)
			if i < 0 {
				break
			}
			m := entities.Mention{Span: extract.Span{Start: at + i, End: at + i + len(form)}}
			at = m.End
			all = append(all, m)
			inside := slices.ContainsFunc(out, func(o entities.Mention) bool { return o.Contains(m.Span) })
			if !inside && wholeWord(text, m.Span) {
				words = append(words, m)
			}
		}
		if len(words) == 0 {
			words = all
		}
		out = append(out, words...)
	}
	slices.SortFunc(out, func(a, b entities.Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return out
}

// wholeWord reports whether no letter and no digit stands beside a span but for the s of the
// genitive.
func wholeWord(text string, s extract.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	after, _ := utf8.DecodeRuneInString(strings.TrimPrefix(text[s.End:], "s"))
	return !isLetter(before) && !isLetter(after)
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

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
