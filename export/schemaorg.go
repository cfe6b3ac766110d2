package export

import (
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strconv"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// SchemaOrg writes an article as JSON-LD of schema.org: a NewsArticle on one line that
// mentions its entities and has as its parts who says what in it. The line can stand in
// <script type="application/ld+json"> as it is: <, > and & are escaped.
//
// A direct quotation is a Quotation, its text without quotation marks. What is reported
// without being verbatim is a Claim, the type that fact-checks (ClaimReview) are about,
// with the article as its appearance. Both have the speaker as author, and a Quotation as
// spokenByCharacter too, which is what schema.org calls who is quoted in a work. A speaker
// who is a person or an organisation is a link to what the article mentions; of any other
// there is only the name, since schema.org lets no place and no thing be an author. Several
// speakers are a list. Parts
// left out of the middle show as " … ".
//
// A Claim says that its author claims it, and schema.org has no word for less. So there is
// none where the speaker denies, doubts, demands, asks or withholds something, nor of what
// is reported inside that; and none of kind Reported, whose words are the article's own.
// What should not be published for its score can be left out with [claims.Filter].
//
// What only the newsroom knows (headline, date, author) is not written: a node of its own
// with the same @id adds it.
type SchemaOrg struct {
	// Base is what the percent-encoded id is appended to for the address of the article,
	// as in [WebAnnotation]. If it is empty the article has no url, and a URN as its @id.
	Base string
	Body bool // write the text too, as articleBody
}

// Write writes the article in one call of w.Write. The error is the writer's, or names the id
// of an article that is not valid ([laut.Article.Validate]).
func (f SchemaOrg) Write(w io.Writer, id ID, a *laut.Article) error {
	if err := validate(id, a); err != nil {
		return err
	}
	return json.NewEncoder(w).Encode(f.article(id, a)) // which escapes for HTML
}

type newsArticle struct {
	Context    string      `json:"@context"`
	Type       string      `json:"@type"`
	ID         string      `json:"@id"`
	Identifier string      `json:"identifier,omitempty"`
	URL        string      `json:"url,omitempty"`
	Language   string      `json:"inLanguage"`
	Body       string      `json:"articleBody,omitempty"`
	Mentions   []thing     `json:"mentions,omitempty"`
	Parts      []statement `json:"hasPart,omitempty"`
}

type thing struct {
	Type string `json:"@type"`
	ID   string `json:"@id"`
	Name string `json:"name"`
}

// link is a reference to a node that is described elsewhere on the line.
type link struct {
	ID string `json:"@id"`
}

type statement struct {
	Type       string `json:"@type"`
	ID         string `json:"@id"`
	Text       string `json:"text"`
	Author     any    `json:"author,omitempty"` // a link or a name, a list of several
	SpokenBy   any    `json:"spokenByCharacter,omitempty"`
	Appearance *link  `json:"appearance,omitempty"`
	PartOf     *link  `json:"isPartOf,omitempty"` // the statement around this one
}

// schemaTypes are those for labels. All else is a Thing.
var schemaTypes = map[entities.Label]string{entities.PER: "Person", entities.ORG: "Organization", entities.LOC: "Place"}

func (f SchemaOrg) article(id ID, a *laut.Article) newsArticle {
	iri := source(f.Base, id)
	n := newsArticle{
		Context: "https://schema.org", Type: "NewsArticle", ID: iri, Identifier: id.String(), Language: "de",
	}
	if f.Base != "" || isWebAddress(n.Identifier) {
		n.URL = iri
	}
	if f.Body {
		n.Body = a.Document.String()
	}
	for _, e := range a.Entities {
		n.Mentions = append(n.Mentions, thing{cmp.Or(schemaTypes[e.Label], "Thing"), iri + "#entity-" + strconv.Itoa(e.ID.Index()), fold(e.Name)})
	}
	n.Parts = statements(iri, a)
	return n
}

// statements returns the claims that their speakers make.
func statements(iri string, a *laut.Article) []statement {
	var out []statement
	made := make([]bool, len(a.Claims))     // the speaker stands by claim i and all around it
	links := make([]*link, len(a.Claims)+1) // to those that are written; the last is to none
	for i, c := range a.Claims {
		parent := len(a.Claims)
		if c.Parent != 0 {
			parent = c.Parent.Index()
		}
		if parent < i && !made[parent] {
			continue
		}
		made[i] = !slices.Contains(unclaimed, c.Stance)
		if c.Kind == claims.Reported || c.Kind != claims.Direct && !made[i] {
			continue
		}
		links[i] = &link{iri + "#claim-" + strconv.Itoa(i)}
		s := statement{ID: links[i].ID, Author: author(iri, a, c), PartOf: links[parent]}
		if c.Kind == claims.Direct {
			s.Type, s.SpokenBy = "Quotation", s.Author
			c.Content = unquoted(a.Document, c.Content)
		} else {
			s.Type, s.Appearance = "Claim", &link{iri}
		}
		s.Text = fold(a.Document.Text(c.Content...))
		out = append(out, s)
	}
	return out
}

// unclaimed are the stances of who says something and does not claim it.
var unclaimed = []claims.Stance{claims.Denies, claims.Doubts, claims.Demands, claims.Asks, claims.Withholds}

// author returns a link to the speaker or the name, a list of several, or nil if nobody was
// found.
func author(iri string, a *laut.Article, c claims.Claim) any {
	who := a.Speakers(c)
	names := c.Speaker.Names()
	if len(names) == 1 && len(who) == 1 {
		return linkOr(iri, who[0], c.Speaker.Name)
	}
	var list []any
	for _, name := range names {
		i := slices.IndexFunc(who, func(e entities.Entity) bool { return e.Name == name })
		if i < 0 {
			list = append(list, fold(name))
			continue
		}
		list, who = append(list, linkOr(iri, who[i], name)), slices.Delete(who, i, i+1)
	}
	for _, e := range who { // whom the name leaves out
		list = append(list, linkOr(iri, e, e.Name))
	}
	switch len(list) {
	case 0:
		return nil
	case 1:
		return list[0]
	}
	return list
}

// linkOr returns a link to an entity that can be an author, else the name.
func linkOr(iri string, e entities.Entity, name string) any {
	if e.Label == entities.PER || e.Label == entities.ORG {
		return link{iri + "#entity-" + strconv.Itoa(e.ID.Index())}
	}
	return fold(name)
}

// unquoted returns the spans without the quotation marks at their ends.
func unquoted(d *extract.Document, spans []extract.Span) []extract.Span {
	out := slices.Clone(spans)
	ts := d.Tokens()
	for i, s := range spans {
		first, _ := slices.BinarySearchFunc(ts, s.Start, func(t extract.Token, at int) int { return t.Start - at })
		if first < len(ts) && ts[first].Kind == extract.OpenQuote && s.Contains(ts[first].Span) {
			out[i].Start = ts[first].End
		}
		last, _ := slices.BinarySearchFunc(ts, s.End, func(t extract.Token, at int) int { return t.Start - at })
		if last--; last >= 0 && ts[last].Kind == extract.CloseQuote && s.Contains(ts[last].Span) {
			out[i].End = ts[last].Start
		}
	}
	return out
}
