package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// What laut finds, taken for right, is all that laut finds.
func TestFromArticle(t *testing.T) {
	a := laut.Read("„Wir zahlen“, sagte Anna Meier in Bern. Die Stadt wolle das nicht.\n\nChur schwieg.")
	d, err := FromArticle("bern", a)
	if err != nil {
		t.Fatal(err)
	}
	if d.ID != "bern" || len(d.Quotes) != len(a.Claims) || len(d.Quotes) == 0 || len(d.Sentences) != 3 {
		t.Errorf("%s has %d quotations and %d sentences, want bern, %d and 3", d.ID, len(d.Quotes), len(d.Sentences), len(a.Claims))
	}
	r, err := Quotes([]corpus.Document{d}, [][]Quote{FromClaims(a.Claims)})
	perfect(t, r, err)
	r, err = Entities([]corpus.Document{d}, [][]corpus.Entity{FromEntities(a.Entities)})
	perfect(t, r, err)
}

func TestFromArticleEdges(t *testing.T) {
	span := func(start, end int) []extract.Span { return []extract.Span{{Start: start, End: end}} }
	a := &laut.Article{Document: extract.Parse("Ja   , sagt Anna-Fan.")}
	a.Entities = []entities.Entity{{Label: entities.PER, Mentions: []entities.Mention{{Span: span(12, 16)[0], Form: entities.FormPart}}}}
	a.Claims = []claims.Claim{
		{Kind: claims.Direct, Medium: claims.Writing, Content: span(0, 2), Cue: span(7, 11), Speaker: claims.Speaker{Spans: span(12, 16)}},
		{Kind: claims.Indirect, Content: span(3, 4)},
		{Kind: claims.Reported, Content: span(1, 3), Parent: 1},
	}
	d, err := FromArticle("x", a)
	if err != nil {
		t.Fatal(err)
	}
	want := []corpus.Quote{
		{Type: "Direct", Medium: "Writing", Parts: [corpus.QuoteParts][]int{{0}, {3}, {2}, nil, nil}}, // the word around a part of it
		{Type: "Reported", Medium: "none", Nested: true, Parts: [corpus.QuoteParts][]int{{0}, nil, nil, nil, nil}},
	}
	if diff := cmp.Diff(want, d.Quotes); diff != "" {
		t.Errorf("a claim on white space is none (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]corpus.Entity{{Span: span(12, 16)[0], Label: "PER", Form: corpus.Part}}, d.Entities); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	a.Claims[0].Content = span(0, 99)
	if _, err := FromArticle("x", a); err == nil {
		t.Error("no error of a span outside of the text")
	}
}
