package eval

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
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
