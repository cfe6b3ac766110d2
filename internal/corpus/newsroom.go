package corpus

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linewise"
)

// NewsArticle is an article of the newsroom corpus: who says what in it, and who and what
// is named.
type NewsArticle struct {
	ID       string       `json:"id"`
	Text     string       `json:"text"`
	Claims   []NewsClaim  `json:"claims"`
	Entities []NewsEntity `json:"entities"`
}

// NewsClaim is a claim of the newsroom corpus. Kind, medium and stance are spelled as laut
// spells them. Name is who speaks, for a reader who sees nothing else: "" for nobody,
// several joined by " / ".
type NewsClaim struct {
	Kind      string         `json:"kind"`
	Medium    string         `json:"medium"`
	Stance    string         `json:"stance"`
	Name      string         `json:"name"`
	Content   []extract.Span `json:"content"`
	Speaker   []extract.Span `json:"speaker"`
	Cue       []extract.Span `json:"cue"`
	Frame     []extract.Span `json:"frame"`
	Addressee []extract.Span `json:"addressee"`
}

// NewsEntity is an entity of an article with its label, its fullest name and all its
// spellings in the text without the genitive s, the fullest first.
type NewsEntity struct {
	Label string   `json:"label"`
	Name  string   `json:"name"`
	Forms []string `json:"forms"`
}

// Newsroom reads the newsroom corpus, an article a line.
func Newsroom(r io.Reader, name string) iter.Seq2[NewsArticle, error] {
	return func(yield func(NewsArticle, error) bool) {
		for l := range linewise.Of(r, name) {
			a, err := NewsArticle{}, l.Err
			if err == nil {
				a, err = ParseNewsroom(l.Data)
			}
			if err != nil {
				err = fmt.Errorf("%s: %w", l.Where, err)
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// ParseNewsroom reads one line, as Newsroom does; the error has no place.
func ParseNewsroom(line []byte) (NewsArticle, error) {
	// The decoder would replace broken bytes, and all offsets after them would be off.
	if !utf8.Valid(line) {
		return NewsArticle{}, fmt.Errorf("not valid UTF-8")
	}
	var a NewsArticle
	if err := json.Unmarshal(line, &a); err != nil {
		return NewsArticle{}, linewise.BrokenJSON(err)
	}
	for i, c := range a.Claims {
		if len(c.Content) == 0 {
			return NewsArticle{}, fmt.Errorf("claim %d has no content", i)
		}
		for p, spans := range [...][]extract.Span{Content: c.Content, Speaker: c.Speaker, Cue: c.Cue, Frame: c.Frame, Addressee: c.Addressee} {
			for _, s := range spans {
				switch {
				case s.Start < 0 || s.End <= s.Start || s.End > len(a.Text):
					return NewsArticle{}, fmt.Errorf("claim %d: %s [%d,%d) lies outside the text of %d bytes", i, QuotePart(p), s.Start, s.End, len(a.Text))
				case cutsCharacter(a.Text, s.Start) || cutsCharacter(a.Text, s.End):
					return NewsArticle{}, fmt.Errorf("claim %d: %s [%d,%d) cuts a character", i, QuotePart(p), s.Start, s.End)
				}
			}
		}
	}
	for i, e := range a.Entities {
		if e.Name == "" || len(e.Forms) == 0 {
			return NewsArticle{}, fmt.Errorf("entity %d has no name or no forms", i)
		}
	}
	return a, nil
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
	for _, c := range a.Claims {
		return len(c.Speaker) > 0 && c.Speaker[0] == '['
	}
	for _, e := range a.Entities {
		return len(e.Forms) > 0
	}
	return false
}
