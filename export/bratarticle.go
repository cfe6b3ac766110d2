package export

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// inText orders annotations by where they begin, the longer first.
func inText(a, b *bratBound) int {
	return cmp.Or(cmp.Compare(a.spans[0].Start, b.spans[0].Start), cmp.Compare(b.tokens, a.tokens),
		cmp.Compare(b.spans[0].End, a.spans[0].End), cmp.Compare(a.number, b.number))
}

// of returns the annotations of which is is true, in order of the text.
func (r *bratReader) of(is func(*bratBound) bool) []*bratBound {
	bs := slices.DeleteFunc(slices.Collect(maps.Values(r.bounds)), func(b *bratBound) bool { return !is(b) })
	slices.SortFunc(bs, inText)
	return bs
}

// entities returns the entities in order of their first mention, and which of them each
// mention is one of.
func (r *bratReader) entities() (es []entities.Entity, index map[*bratBound]int) {
	type group struct {
		root  *bratBound
		label string
	}
	groups, named := make(map[group]int), make(map[int]bool)
	index = make(map[*bratBound]int)
	for _, b := range r.of((*bratBound).isName) {
		g := group{r.root(b), b.kind}
		i, ok := groups[g]
		if !ok {
			i = len(es)
			groups[g] = i
			es = append(es, entities.Entity{ID: entities.ID(i + 1), Label: entities.Label(1 + slices.Index(bratLabels, b.kind))})
		}
		index[b] = i
		e := &es[i]
		e.Mentions = append(e.Mentions, entities.Mention{Span: b.spans[0], Form: b.form})
		given := b.name != nil && *b.name != ""
		if name := fold(r.doc.Slice(b.spans[0])); given && !named[i] {
			e.Name, named[i] = *b.name, true
		} else if !named[i] && len(name) > len(e.Name) {
			e.Name = name
		}
	}
	return entities.Located(r.doc, es), index
}

// claims returns the claims in order of their content, as claims.Extract has them.
func (r *bratReader) claims(es []entities.Entity, index map[*bratBound]int) (cs []claims.Claim) {
	place := make(map[*bratBound]int)
	for i, b := range r.of(func(b *bratBound) bool { return b.kind == bratClaim }) {
		place[b] = i
		c := b.claim
		c.Content = b.spans
		for _, p := range claimParts[1:] {
			*p.of(&c) = joined(r.doc.String(), b.parts[p.bratType])
		}
		if c.Kind == 0 {
			c.Kind = claims.Indirect
			if first, _ := r.doc.TokensIn(c.Content[0]); first < len(r.doc.Tokens()) && r.doc.Tokens()[first].Kind == extract.OpenQuote {
				c.Kind = claims.Direct
			}
		}
		r.speaker(&c.Speaker, b, es, index)
		if b.within != nil {
			if parent, ok := place[b.within]; ok && parent < i {
				c.Parent = claims.ID(parent + 1)
			} else {
				r.wrong(b.withinAt, errors.New("the enclosing claim does not begin before the claim"))
			}
		}
		cs = append(cs, c)
	}
	return cs
}

// speaker sets who speaks in a claim, whose words are known.
func (r *bratReader) speaker(s *claims.Speaker, b *bratBound, es []entities.Entity, index map[*bratBound]int) {
	var who []entities.ID
	for _, m := range b.saidBy {
		if id := es[index[m]].ID; !slices.Contains(who, id) {
			who = append(who, id)
		}
	}
	switch {
	case len(who) > 0:
		s.Entity, s.Name = who[0], joinedNames(es, who)
		if len(who) > 1 {
			s.Others = who[1:]
		}
		if b.name != nil && strings.Contains(*b.name, claims.Several) {
			s.Name = *b.name
		}
	case len(s.Spans) > 0 && b.name != nil:
		s.Name = *b.name
	case len(s.Spans) > 0:
		s.Name = fold(r.doc.Text(s.Spans...))
	default: // whoever it was has been deleted
		*s = claims.Speaker{}
	}
	if s.Name == "" {
		s.Score = 0
	}
}
