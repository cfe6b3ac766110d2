package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// FromNewsroom turns an article of the newsroom corpus into what laut would have found if it
// had read all of it rightly. The corpus says of claims whom they are by, but of no entity;
// the parent of a claim is the smallest one before it whose content is around its own. Of
// entities it says how they are spelled: where the text has a spelling, there is a mention. It is an error if laut has no such kind, medium, stance or label.
func FromNewsroom(n corpus.NewsArticle) (*laut.Article, error) {
	a := &laut.Article{Document: extract.Parse(n.Text)}
	for i, c := range n.Claims {
		out := claims.Claim{
			Content: c.Content, Cue: c.Cue, Frame: c.Frame, Addressee: c.Addressee, Parent: -1, Score: 1,
			Speaker: claims.Speaker{Spans: c.Speaker, Entity: -1, Name: c.Name},
		}
		var errs [3]error
		out.Kind, errs[0] = valueOf[claims.Kind](c.Kind)
		out.Medium, errs[1] = valueOf[claims.Medium](c.Medium)
		out.Stance, errs[2] = valueOf[claims.Stance](c.Stance)
		if err := cmp.Or(errs[:]...); err != nil {
			return nil, fmt.Errorf("claim %d: %w", i, err)
		}
		a.Claims = append(a.Claims, out)
	}
	slices.SortStableFunc(a.Claims, func(a, b claims.Claim) int {
		x, y := hull(a.Content), hull(b.Content)
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	for i := range a.Claims {
		c := &a.Claims[i]
		for p := i - 1; p >= 0 && c.Parent < 0; p-- {
			if h := hull(a.Claims[p].Content); h.Contains(hull(c.Content)) && h != hull(c.Content) {
				c.Parent = p
			}
		}
	}
	for i, e := range n.Entities {
		label, err := valueOf[entities.Label](e.Label)
		if err != nil {
			return nil, fmt.Errorf("entity %d: %w", i, err)
		}
		a.Entities = append(a.Entities, entities.Entity{ID: i, Name: e.Name, Label: label, Mentions: mentions(n.Text, e.Forms)})
	}
	a.Entities = entities.Located(a.Document, a.Entities)
	return a, nil
}

// hull returns the span from the first byte to the last.
func hull(spans []extract.Span) extract.Span {
	h := spans[0]
	for _, s := range spans {
		h.Start, h.End = min(h.Start, s.Start), max(h.End, s.End)
	}
	return h
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

// valueOf returns the value of a name; nothing is 0.
func valueOf[T interface {
	~uint8
	String() string
}](name string) (v T, err error) {
	for ; v.String() != "invalid"; v++ { // beyond the last one
		if v.String() == name {
			return v, nil
		}
	}
	_, kind, _ := strings.Cut(fmt.Sprintf("%T", v), ".")
	return 0, fmt.Errorf("unknown %s %q", strings.ToLower(kind), name)
}
