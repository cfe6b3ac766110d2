package people

import (
	"slices"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
)

// Counter counts who is quoted in the articles that are added to it. The zero value is
// ready to use.
type Counter struct {
	Statements bool // keep what is said too; set it before the first article

	articles, unnamed int
	names             map[key]*name
	ordered           []*name // as they came, so that nothing depends on the order of a map
}

// Add counts the claims of an article. The id, such as the name of its file, is for the
// statements; articles with the same id are several articles. Claims whose speaker is
// none of the article's entities are those of nobody.
func (c *Counter) Add(id string, a *laut.Article) {
	c.articles++
	names := c.note(a)
	var places cursor
	if a.Document != nil {
		places.text = a.Document.String()
	}
	for i, claim := range a.Claims {
		who := slices.DeleteFunc(claim.Speaker.Entities(), func(e entities.ID) bool { return e < 0 || e.Index() >= len(names) })
		if len(who) == 0 {
			c.unnamed++
		}
		for _, e := range who {
			if repeated(a.Claims, i, e) {
				continue
			}
			n := names[e.Index()]
			n.count(claim, c.articles)
			if c.Statements {
				n.statements = append(n.statements, numbered{c.articles, i, statement(id, a, i, &places)})
			}
		}
	}
}

// count counts a claim in the article that has been added as that number.
func (n *name) count(claim claims.Claim, article int) {
	if n.lastArticle != article {
		n.lastArticle = article
		n.articles++
	}
	n.claims++
	if n.kinds == nil {
		n.kinds, n.stances = make(map[claims.Kind]int), make(map[claims.Stance]int)
	}
	n.kinds[claim.Kind]++
	n.stances[claim.Stance]++
}

// repeated reports whether claim i of an entity lies inside another one of it, and so is
// counted with it.
func repeated(cs []claims.Claim, i int, e entities.ID) bool {
	p := cs[i].Parent.Index()
	for range cs { // parents in a circle would have no end
		if p < 0 || p >= len(cs) {
			return false
		}
		if slices.Contains(cs[p].Speaker.Entities(), e) {
			return true
		}
		p = cs[p].Parent.Index()
	}
	return false
}

// note returns the names of an article's entities, and remembers what the article tells of
// them: gender, spelling, short forms, and who is not whom.
func (c *Counter) note(a *laut.Article) []*name {
	if c.names == nil {
		c.names = make(map[key]*name)
	}
	all := make([]*name, len(a.Entities))
	for i, e := range a.Entities {
		all[i] = c.nameOf(e)
		if e.Label == entities.PER {
			continue
		}
		for _, m := range e.Mentions {
			if m.Form == entities.FormName && a.Document != nil {
				all[i].shorten(a.Document.Slice(m.Span))
			}
		}
	}
	keepApart(all)
	return all
}

// nameOf returns the name of an entity.
func (c *Counter) nameOf(e entities.Entity) *name {
	words := wordsOf(e.Name, e.Label)
	k := key{label: e.Label, folded: joined(words)}
	if e.Label == entities.PER && bare(e.Name) {
		k.gender = e.Gender
	}
	n := c.names[k]
	if n == nil {
		n = &name{key: k, gender: e.Gender, spellings: make(map[string]int)}
		c.names[k] = n
		c.ordered = append(c.ordered, n)
	}
	if len(words) > len(n.words) {
		n.words = words // Open AI rather than OpenAI
	}
	if n.gender == entities.GenderUnknown {
		n.gender = e.Gender
	}
	n.spellings[e.Name]++
	return n
}

// Report returns what has been counted so far, which may go on then.
func (c *Counter) Report() Report {
	r := Report{Articles: c.articles, Unnamed: c.unnamed, Voices: []Voice{}}
	of := c.identify()
	groups := make(map[*name][]*name)
	for _, n := range c.ordered {
		groups[of[n]] = append(groups[of[n]], n)
	}
	for _, n := range c.ordered {
		if of[n] != n {
			continue
		}
		if v := voice(n, groups[n]); v.Claims > 0 {
			r.Claims += v.Claims
			r.Voices = append(r.Voices, v)
		}
	}
	slices.SortStableFunc(r.Voices, byClaims)
	return r
}

// statement returns what claim i of an article says and where.
func statement(id string, a *laut.Article, i int, places *cursor) Statement {
	claim := a.Claims[i]
	hull := claim.Span()
	at := places.to(hull.Start)
	return Statement{
		Article: id, Line: at.Line, Column: at.Column, Start: hull.Start, End: hull.End, Text: a.Said(claim),
		Kind: claim.Kind, Stance: claim.Stance, Medium: claim.Medium, Score: claim.Score,
	}
}
