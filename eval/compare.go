package eval

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/overlap"
)

// Comparison is what [Compare] has to say of an article.
type Comparison struct {
	Counts
	Differences []Difference // in order of the text
}

// Compare compares got, an article as it was read, with want, the same one as it should be
// read. What want does not say is not compared: a kind, stance or medium without a value.
// It is an error if the texts differ or an article is not valid ([laut.Article.Validate]).
func Compare(got, want *laut.Article) (*Comparison, error) {
	for _, a := range []*laut.Article{got, want} {
		if err := a.Validate(); err != nil {
			return nil, fmt.Errorf("eval: %w", err)
		}
	}
	text := want.Document.String()
	if got.Document.String() != text {
		return nil, errors.New("eval: the texts differ")
	}
	c := &comparer{got: got, want: want, text: text, out: new(Comparison)}
	c.claims()
	c.entities()
	slices.SortStableFunc(c.out.Differences, func(a, b Difference) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return c.out, nil
}

type comparer struct {
	got, want *laut.Article
	text      string
	out       *Comparison
}

// differ notes a difference at a span.
func (c *comparer) differ(aspect Aspect, of string, at extract.Span, got, want string) {
	c.out.Differences = append(c.out.Differences, Difference{
		Aspect: aspect, Of: of, Span: at, Position: extract.Locate(c.text, at.Start), Got: got, Want: want,
	})
}

func (c *comparer) claims() {
	var candidates []overlap.Candidate
	wants := make([][]extract.Span, len(c.want.Claims))
	for j, w := range c.want.Claims {
		wants[j] = overlap.Union(w.Content)
	}
	for i, g := range c.got.Claims {
		content := overlap.Union(g.Content)
		for j := range wants {
			if v := overlap.Jaccard(content, wants[j]); v >= 0.5 {
				candidates = append(candidates, overlap.Candidate{Got: i, Want: j, Value: v})
			}
		}
	}
	ofGot, ofWant := overlap.Pairs(len(c.got.Claims), len(c.want.Claims), candidates)
	for i, g := range c.got.Claims {
		s := Score{System: 1}
		if ofGot[i] >= 0 {
			s.Precise = 1
		} else {
			c.differ(AspectClaim, c.got.Said(g), g.Span(), describe(&g), "")
		}
		c.out.Found.Add(s)
		addTo(&c.out.Kinds, g.Kind, s)
		c.out.Named.Add(Score{System: 1})
	}
	for j, w := range c.want.Claims {
		s := Score{Gold: 1}
		if ofWant[j] >= 0 {
			s.Recalled = 1
		} else {
			c.differ(AspectClaim, c.want.Said(w), w.Span(), "", describe(&w))
		}
		c.out.Found.Add(s)
		addTo(&c.out.Kinds, w.Kind, s)
		c.out.Named.Add(Score{Gold: 1})
		if ofWant[j] >= 0 {
			c.found(&c.got.Claims[ofWant[j]], &w, ofGot)
		}
	}
}

// found compares a claim with the right one. ofGot tells which right claim each claim is.
func (c *comparer) found(got, want *claims.Claim, ofGot []int) {
	said, at := c.want.Said(*want), want.Span()
	if content := c.got.Said(*got); content != said {
		c.differ(AspectContent, said, at, content, said)
	}
	compare := func(share *Share, aspect Aspect, known bool, got, want string) {
		if !known {
			return
		}
		share.count(got == want)
		if got != want {
			c.differ(aspect, said, at, got, want)
		}
	}
	compare(&c.out.Kind, AspectKind, want.Kind != 0, got.Kind.String(), want.Kind.String())
	compare(&c.out.Stance, AspectStance, want.Stance != 0, got.Stance.String(), want.Stance.String())
	compare(&c.out.Medium, AspectMedium, want.Medium != 0, got.Medium.String(), want.Medium.String())

	v := judge(c.voices(got), want.Speaker.Name)
	c.out.Wrong.count(v == wrong)
	c.out.Inexact.count(v == inexact)
	c.out.Nameless.count(v == nameless)
	c.out.Given.count(got.Speaker.Name != "")
	if got.Speaker.Name != "" {
		c.out.GivenRight.count(v == right)
	}
	if v == right {
		c.out.Named.Add(Score{Precise: 1, Recalled: 1})
	} else {
		c.differ(AspectName, said, at, got.Speaker.Name, want.Speaker.Name)
	}

	is, theirs, ours := -1, "", ""
	if p := got.Parent.Index(); p >= 0 {
		is, theirs = ofGot[p], c.got.Said(c.got.Claims[p])
	}
	if p := want.Parent.Index(); p >= 0 {
		ours = c.want.Said(c.want.Claims[p])
	}
	same := is == want.Parent.Index() && (got.Parent == 0) == (want.Parent == 0)
	c.out.Parent.count(same)
	if !same {
		c.differ(AspectParent, said, at, theirs, ours)
	}
}

// voices returns the names of who makes a claim that was read, each with the spellings of its
// entity.
func (c *comparer) voices(got *claims.Claim) []voice {
	who := c.got.Speakers(*got)
	names := strings.Split(got.Speaker.Name, claims.Several)
	if len(names) == 1 && len(who) > 0 { // whatever the entity is called
		return []voice{{names[0], append(c.spellings(&who[0]), names[0])}}
	}
	out := make([]voice, len(names))
	for i, name := range names {
		out[i].name = name
		for k := range who {
			if who[k].Name == name {
				out[i].spellings = c.spellings(&who[k])
			}
		}
	}
	return out
}

// describe says who makes a claim and how.
func describe(c *claims.Claim) string {
	how := slices.DeleteFunc([]string{c.Kind.String(), c.Stance.String()}, func(s string) bool { return s == "" })
	return fmt.Sprintf("%s (%s)", cmp.Or(c.Speaker.Name, nobody), strings.Join(how, ", "))
}

// spellings returns an entity's name and how the text spells it, words made of it too.
func (c *comparer) spellings(e *entities.Entity) []string {
	out := []string{e.Name}
	for _, m := range e.Mentions {
		out = append(out, c.text[m.Start:m.End])
	}
	return out
}

// entities compares who is named at all.
func (c *comparer) entities() {
	got, want := inventory(c.got), inventory(c.want)
	var candidates []overlap.Candidate
	for i := range got {
		for j := range want {
			n := share(got[i].spellings, want[j].spellings)
			if n == 0 {
				continue
			}
			v := float64(n)
			if got[i].Label == want[j].Label {
				v += 1e6 // whatever the spellings
			}
			candidates = append(candidates, overlap.Candidate{Got: i, Want: j, Value: v})
		}
	}
	ofGot, ofWant := overlap.Pairs(len(got), len(want), candidates)
	further := make(map[int]bool)
	for _, p := range candidates {
		if ofGot[p.Got] < 0 {
			further[p.Got] = true
		}
	}
	c.out.Split += len(further)
	for i, g := range got {
		s, labelled := Score{System: 1}, Score{System: 1}
		switch j := ofGot[i]; {
		case j < 0:
			c.differ(AspectEntity, g.Name, g.first, g.Label.String(), "")
		case g.Label != want[j].Label:
			s.Precise = 1
			c.differ(AspectLabel, want[j].Name, want[j].first, g.Label.String(), want[j].Label.String())
		default:
			s.Precise, labelled.Precise = 1, 1
		}
		c.out.Entities.Add(s)
		c.out.Labelled.Add(labelled)
		addTo(&c.out.Labels, g.Label, labelled)
	}
	for j, w := range want {
		s, labelled := Score{Gold: 1}, Score{Gold: 1}
		switch i := ofWant[j]; {
		case i < 0:
			c.differ(AspectEntity, w.Name, w.first, "", w.Label.String())
		case got[i].Label != w.Label:
			s.Recalled = 1
		default:
			s.Recalled, labelled.Recalled = 1, 1
		}
		c.out.Entities.Add(s)
		c.out.Labelled.Add(labelled)
		addTo(&c.out.Labels, w.Label, labelled)
	}
}

// named is an entity with its spellings.
type named struct {
	entities.Entity
	spellings set
	first     extract.Span
}

// inventory returns the entities of an article but for those that only words made of their
// names mention. An entity without any mention is one that somebody has listed by its name.
func inventory(a *laut.Article) (out []named) {
	text := a.Document.String()
	for _, e := range a.Entities {
		n := named{Entity: e, spellings: set{}}
		for _, m := range e.Mentions {
			if m.Form == entities.FormDerived {
				continue
			}
			if len(n.spellings) == 0 {
				n.first = m.Span
			}
			n.spellings[spelling(text[m.Start:m.End])] = true
		}
		if len(n.spellings) > 0 || len(e.Mentions) == 0 {
			n.spellings[spelling(e.Name)] = true
			out = append(out, n)
		}
	}
	return out
}

// spelling returns a spelling as it is compared, without genitive s.
func spelling(s string) string {
	return strings.TrimRight(strings.TrimSuffix(strings.Join(strings.Fields(s), " "), "s"), "'’")
}
