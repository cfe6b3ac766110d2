package people

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
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
				all[i].shorten(a.Document.Normal().Slice(a.Document.ToNormal(m.Span)))
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

// Report is who is quoted in some articles, and how often.
type Report struct {
	Articles int     `json:"articles"` // all that were added
	Claims   int     `json:"claims"`   // those of all voices; one of several counts for each
	Unnamed  int     `json:"unnamed"`  // claims that were left out, since their speakers are no entities
	Voices   []Voice `json:"voices"`   // most claims first, of equal ones most articles, then by name
}

// Voice is a person, an organisation or another name that is quoted.
type Voice struct {
	Name   string          `json:"name"`   // the longest of Names, in its most frequent spelling
	Names  []string        `json:"names"`  // what the articles call it, each entity by one of them; Name is the first
	Label  entities.Label  `json:"label"`  // PER, ORG, LOC or MISC
	Gender entities.Gender `json:"gender"` // of persons, as far as the articles tell

	Claims   int                   `json:"claims"`
	Articles int                   `json:"articles"` // in which it has a claim
	Kinds    map[claims.Kind]int   `json:"kinds"`    // claims of each kind that occurs
	Stances  map[claims.Stance]int `json:"stances"`  // claims of each stance that occurs

	Statements []Statement `json:"statements,omitempty"` // if [Counter.Statements] is set, in the order of the articles
}

// Statement is a claim that a voice makes.
type Statement struct {
	Article string        `json:"article"` // the id given to [Counter.Add]
	Line    int           `json:"line"`    // where it begins, from 1
	Column  int           `json:"column"`  // in characters (Unicode code points), from 1
	Start   int           `json:"start"`   // bytes of the article's text, from the first part of what is said
	End     int           `json:"end"`     // to the last
	Text    string        `json:"text"`    // what is said, on one line
	Kind    claims.Kind   `json:"kind"`
	Stance  claims.Stance `json:"stance"`
	Medium  claims.Medium `json:"medium"`
	Score   float64       `json:"score"` // from 0 to 1, how probable it is that somebody said this
}

// numbered is a statement with its place in the order of articles and claims.
type numbered struct {
	article, claim int
	Statement
}

// voice returns what the names of somebody have together. The first of them is n.
func voice(n *name, names []*name) Voice {
	v := Voice{Label: n.label, Gender: n.gender, Kinds: make(map[claims.Kind]int), Stances: make(map[claims.Stance]int)}
	spellings := make(map[string]int)
	var said []numbered
	for _, x := range names {
		v.Claims += x.claims
		v.Articles += x.articles
		add(v.Kinds, x.kinds)
		add(v.Stances, x.stances)
		add(spellings, x.spellings)
		v.Gender = cmp.Or(v.Gender, x.gender)
		said = append(said, x.statements...)
	}
	v.Name = n.spelling()
	delete(spellings, v.Name)
	v.Names = append([]string{v.Name}, sortedKeys(spellings)...)
	slices.SortFunc(said, func(a, b numbered) int {
		return cmp.Or(cmp.Compare(a.article, b.article), cmp.Compare(a.claim, b.claim))
	})
	for _, s := range said {
		v.Statements = append(v.Statements, s.Statement)
	}
	return v
}

func byClaims(a, b Voice) int {
	return cmp.Or(cmp.Compare(b.Claims, a.Claims), cmp.Compare(b.Articles, a.Articles),
		cmp.Compare(a.Name, b.Name), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Gender, b.Gender))
}

func add[K comparable](to, from map[K]int) {
	for k, n := range from {
		to[k] += n
	}
}

// sortedKeys returns the keys, those with the largest values first.
func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(m[b], m[a]), cmp.Compare(a, b)) })
	return keys
}

// cursor finds lines and columns. In a text that is gone through once it takes linear time.
type cursor struct {
	text string
	at   int
	extract.Position
}

func (c *cursor) to(offset int) extract.Position {
	if offset < c.at || c.Line == 0 {
		c.at, c.Position = 0, extract.Position{Line: 1, Column: 1}
	}
	offset = min(offset, len(c.text))
	way := extract.Locate(c.text[c.at:], offset-c.at)
	c.at = offset
	if way.Line == 1 {
		c.Column += way.Column - 1
	} else {
		c.Line, c.Column = c.Line+way.Line-1, way.Column
	}
	return c.Position
}
