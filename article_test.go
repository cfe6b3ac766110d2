package laut_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
)

// two is an article made by hand: Lea Brunner speaks, and inside her claim Jan Roth.
func two() *laut.Article {
	const text = "«Jan Roth\u00ad\nsagt», so Brunner, «er\tzahle.» Jan Roth schwieg."
	at := func(s string, n int) extract.Span {
		start := -1
		for range n {
			start += 1 + strings.Index(text[start+1:], s)
		}
		return extract.Span{Start: start, End: start + len(s)}
	}
	mention := func(s extract.Span) entities.Mention { return entities.Mention{Span: s} }
	return &laut.Article{
		Document: extract.Parse(text),
		Entities: []entities.Entity{
			{ID: 1, Name: "Jan Roth", Label: entities.PER, Mentions: []entities.Mention{mention(at("Jan Roth", 1)), mention(at("Jan Roth", 2))}},
			{ID: 2, Name: "Brunner", Label: entities.PER, Mentions: []entities.Mention{mention(at("Brunner", 1))}},
		},
		Claims: []claims.Claim{
			{Kind: claims.Direct, Content: []extract.Span{at("«Jan Roth\u00ad\nsagt»", 1), at("«er\tzahle.»", 1)},
				Speaker: claims.Speaker{Entity: 2, Name: "Brunner"}, Score: .9},
			{Kind: claims.Indirect, Content: []extract.Span{at("er\tzahle", 1)}, Speaker: claims.Speaker{Entity: 1, Name: "Jan Roth"}, Parent: 1, Score: .8},
			{Kind: claims.Reported, Content: []extract.Span{at("schwieg", 1)}, Score: .5},
		},
	}
}

func TestSaid(t *testing.T) {
	a := two()
	for i, want := range []string{"«Jan Roth sagt» … «er zahle.»", "er zahle", "schwieg"} {
		if got := a.Said(a.Claims[i]); got != want {
			t.Errorf("claim %d says %q, want %q", i, got, want)
		}
	}
	if got := a.Said(claims.Claim{}); got != "" {
		t.Errorf("a claim of nothing says %q", got)
	}
	if got, want := a.Document.String()[a.Claims[0].Span().Start:a.Claims[0].Span().End], "«Jan Roth\u00ad\nsagt», so Brunner, «er\tzahle.»"; got != want {
		t.Errorf("the hull is %q, want %q", got, want)
	}
}

func TestWho(t *testing.T) {
	a := two()
	var speakers []string
	for _, c := range a.Claims {
		e, ok := a.Speaker(c)
		speakers = append(speakers, fmt.Sprint(e.Name, ok))
	}
	if diff := cmp.Diff([]string{"Brunnertrue", "Jan Rothtrue", "false"}, speakers); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	jan, brunner := a.Entities[0], a.Entities[1]
	kinds := func(cs []claims.Claim) (out string) {
		for _, c := range cs {
			out += c.Kind.String() + " "
		}
		return out
	}
	for _, tt := range []struct{ got, want, what string }{
		{kinds(slices.Collect(a.ClaimsBy(jan))), "indirect ", "by Jan Roth"},
		{kinds(slices.Collect(a.ClaimsBy(brunner))), "direct ", "by Brunner"},
		{kinds(slices.Collect(a.ClaimsBy(entities.Entity{}))), "", "by nobody"},
		{kinds(slices.Collect(a.ClaimsAbout(jan))), "direct ", "about Jan Roth"},
		{kinds(slices.Collect(a.ClaimsAbout(brunner))), "", "about Brunner, who stands between the parts"},
	} {
		if tt.got != tt.want {
			t.Errorf("claims %s: %q, want %q", tt.what, tt.got, tt.want)
		}
	}
}

// Of several each speaks, and one whose name is not sure is nobody in the same words.
func TestSeveral(t *testing.T) {
	a := two()
	c := &a.Claims[1]
	c.Speaker = claims.Speaker{Entity: 1, Others: []entities.ID{2}, Name: "Jan Roth" + claims.Several + "Brunner", Head: "Sprecher",
		Spans: a.Claims[0].Content[:1], Via: claims.ViaNoun, Score: .5}
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range a.Speakers(*c) {
		names = append(names, e.Name)
		if n := len(slices.Collect(a.ClaimsBy(e))); n != e.ID.Index()+1 { // Brunner has another claim
			t.Errorf("%s has %d claims", e.Name, n)
		}
	}
	if diff := cmp.Diff([]string{"Jan Roth", "Brunner"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if first, ok := a.Speaker(*c); !ok || first.Name != "Jan Roth" {
		t.Errorf("the first is %q, %v", first.Name, ok)
	}
	if n := len(a.Speakers(a.Claims[2])); n > 0 {
		t.Errorf("nobody is %d entities", n)
	}
	if diff := cmp.Diff(c.Speaker, c.Speaker.Sure(.5)); diff != "" {
		t.Errorf("a name that is sure enough (-want +got):\n%s", diff)
	}
	want := claims.Speaker{Spans: c.Speaker.Spans, Head: "Sprecher", Via: claims.ViaNoun}
	if diff := cmp.Diff(want, c.Speaker.Sure(.51)); diff != "" {
		t.Errorf("one that is not (-want +got):\n%s", diff)
	}
}

// Zero values are nobody, nothing and empty, in all packages and formats.
func TestZero(t *testing.T) {
	var a laut.Article
	if a.Validate() != nil || a.Document.String() != "" || len(a.Document.Tokens())+len(a.Document.Tags()) > 0 {
		t.Error("a zero Article is not an empty text")
	}
	var c claims.Claim
	if _, ok := a.Speaker(c); ok || c.Parent.Index() >= 0 || c.Speaker.Entity.Index() >= 0 || c.Span().Len() > 0 {
		t.Error("a zero Claim is somebody's")
	}
	if (extract.Quotation{}).Parent != 0 || (extract.Tag{}).Partner != 0 || (entities.Role{}).Of.Index() >= 0 {
		t.Error("a zero value refers to something")
	}
	text := "„Wir zahlen“, sagte Anna Meier."
	r, err := laut.New()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r.Read(text).Claims, new(laut.Reader).Read(text).Claims); diff != "" {
		t.Errorf("a zero Reader is not that of New (-want +got):\n%s", diff)
	}
	for _, format := range export.Formats() {
		var out strings.Builder
		if err := format.New(export.Settings{}).Write(&out, export.StringID("x"), &laut.Article{}); err != nil {
			t.Errorf("%s of a zero Article: %v", format.Name, err)
		}
	}
}

// Every format refuses what no reading makes, and says what it is.
func TestValidate(t *testing.T) {
	for _, tt := range []struct {
		wrong func(a *laut.Article)
		want  string
	}{
		{func(a *laut.Article) { a.Entities[1].ID = 1 }, "entity 2: its ID is 1"},
		{func(a *laut.Article) { a.Entities[0].Label = 7 }, "entity 1: label 7 has no name"},
		{func(a *laut.Article) { a.Entities[0].Mentions[0].End = 99 }, "entity 1: mention 1: [2,99) lies outside the text of 64 bytes"},
		{func(a *laut.Article) { slices.Reverse(a.Entities[0].Mentions) }, "entity 1: mention 2 stands before the one before it"},
		{func(a *laut.Article) { a.Entities[0].Roles = []entities.Role{{Of: 3}} }, "entity 1: role 1 is of entity 3, which does not exist"},
		{func(a *laut.Article) { a.Claims[0].Kind = 9 }, "claim 1: kind 9 has no name"},
		{func(a *laut.Article) { a.Claims[2].Content[0] = extract.Span{Start: 5, End: 4} }, "claim 3: content: [5,4) lies outside the text of 64 bytes"},
		{func(a *laut.Article) { a.Claims[1].Speaker.Entity = 3 }, "claim 2: its speaker is entity 3, which does not exist"},
		{func(a *laut.Article) { a.Claims[1].Speaker.Entity = -1 }, "claim 2: its speaker is entity -1, which does not exist"},
		{func(a *laut.Article) { a.Claims[1].Speaker.Others = []entities.ID{0} }, "claim 2: its speaker is entity 0, which does not exist"},
		{func(a *laut.Article) { a.Claims[1].Speaker.Others = []entities.ID{2, 1} }, "claim 2: its speaker is entity 1 twice"},
		{func(a *laut.Article) { a.Claims[2].Speaker.Others = []entities.ID{1} }, "claim 3: its speaker is entity 1 among others and nobody first"},
		{func(a *laut.Article) { a.Claims[1].Speaker.Score = 2 }, "claim 2: the score 2 of its speaker is not from 0 to 1"},
		{func(a *laut.Article) { a.Claims[1].Parent = 2 }, "claim 2: its parent 2 is no earlier claim"},
		{func(a *laut.Article) { a.Claims[1].Score = math.NaN() }, "claim 2: its score NaN is not from 0 to 1"},
		{func(a *laut.Article) { a.Document = nil }, "entity 1: mention 1: [2,10) lies outside the text of 0 bytes"},
	} {
		a := two()
		tt.wrong(a)
		if err := a.Validate(); err == nil || err.Error() != tt.want {
			t.Errorf("%v, want %s", err, tt.want)
		}
		if _, err := json.Marshal(a); err == nil {
			t.Errorf("%s: written as JSON", tt.want)
		}
		for _, format := range export.Formats() {
			var out strings.Builder
			if err := format.New(export.Settings{}).Write(&out, export.StringID("x"), a); err == nil || err.Error() != "x: "+tt.want || out.Len() > 0 {
				t.Errorf("%s writes %q, %v, want the error x: %s", format.Name, out.String(), err, tt.want)
			}
		}
	}
	if err := (*laut.Article)(nil).Validate(); err == nil {
		t.Error("no article is valid")
	}
}

// An article as JSON is what the command writes, but for the id, and is read back.
func TestArticleJSON(t *testing.T) {
	a := two()
	got, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	if err := (export.JSONLines{}).Write(&want, export.ID{}, a); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.TrimSpace(want.String()), string(got)); diff != "" {
		t.Errorf("(-JSON Lines +Marshal):\n%s", diff)
	}
	var back laut.Article
	if err := json.Unmarshal(got, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a.Claims, back.Claims); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
	byValue, err := json.Marshal(struct{ A laut.Article }{*a})
	if err != nil || string(byValue) != `{"A":`+string(got)+`}` {
		t.Errorf("an article in a struct is written as %s, %v", byValue, err)
	}
	before := back.Document
	if err := json.Unmarshal([]byte(`{"text":"Ja.","claims":[{"kind":"sung"}]}`), &back); err == nil || back.Document != before {
		t.Errorf("a broken record: error %v, and the article changed: %v", err, back.Document != before)
	}
}
