package people

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

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
