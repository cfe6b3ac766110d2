package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
	"github.com/laut-nlp/laut/people"
)

func TestNameQueries(t *testing.T) {
	tests := []struct {
		query, name string
		want        bool
		reason      string
	}{
		{"Merkel", "Angela Merkel", true, "a word of the name"},
		{"Merkel", "Merkelbach", false, "not a piece of a word"},
		{"merkel", "ANGELA MERKEL", true, "whatever the case"},
		{"angela merkel", "Angela Dorothea Merkel", true, "words may stand between"},
		{"merkel angela", "Angela Merkel", false, "in their order"},
		{"Merkel Merkel", "Angela Merkel", false, "each word once"},
		{"Strauss", "Franz Josef Strauß", true, "ss is ß"},
		{"Strauß", "Strauss", true, "and ß ss"},
		{"Mu\u0308ller", "Anna Müller", true, "an umlaut in two characters"},
		{"Lüdenscheid", "Müller-Lüdenscheid", true, "a part of a double name"},
		{"Müller-Lüdenscheid", "Müller Lüdenscheid", true, "a hyphen is a space"},
		{"Deutsche Bank,Commerzbank", "Commerzbank AG", true, "one of several"},
		{"Deutsche Bank", "Deutsche Bahn", false, "not half of it"},
		{"a", "", false, "nobody"},
	}
	for _, tt := range tests {
		var q nameQueries
		if err := q.add(tt.query); err != nil {
			t.Fatal(err)
		}
		if got := q.match(tt.name); got != tt.want {
			t.Errorf("%s: %q in %q is %v", tt.reason, tt.query, tt.name, got)
		}
	}
	for _, bad := range []string{"", " ", "a,,b", ",", "–"} {
		if new(nameQueries).add(bad) == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

// What is said concerns those named in it, in any of its parts, also where mentions lie in
// each other; not those named beside it.
func TestConcerns(t *testing.T) {
	const text = "Bank, Deutsche Bank Berlin, Bahn"
	span := func(start, end int) extract.Span { return extract.Span{Start: start, End: end} }
	a := &laut.Article{Document: extract.Parse(text), Entities: []entities.Entity{
		{Name: "Deutsche Bank Berlin", Mentions: []entities.Mention{{Span: span(6, 26)}, {Span: span(6, 14)}}},
		{Name: "Bahn", Mentions: []entities.Mention{{Span: span(28, 32)}}},
	}}
	tests := []struct {
		names   string
		content []extract.Span
		want    bool
		reason  string
	}{
		{"Berlin", []extract.Span{span(0, 7)}, true, "the first letter of it"},
		{"Berlin", []extract.Span{span(0, 6)}, false, "it ends before"},
		{"Berlin", []extract.Span{span(25, 28)}, true, "the last letter of a mention that began before a shorter one"},
		{"Berlin", []extract.Span{span(26, 32)}, false, "it begins later"},
		{"Bahn", []extract.Span{span(0, 4), span(27, 32)}, true, "in the second part"},
		{"Bahn,Berlin", []extract.Span{span(6, 8)}, true, "one of two"},
		{"Post", []extract.Span{span(0, 32)}, false, "nobody of that name"},
		{"Bahn", nil, false, "nothing is said"},
	}
	for _, tt := range tests {
		var q query
		if err := q.topics.add(tt.names); err != nil {
			t.Fatal(err)
		}
		a.Claims = []claims.Claim{{Content: tt.content}}
		if got := q.filter(a) != nil; got != tt.want {
			t.Errorf("%s: %s in %v is %v", tt.reason, tt.names, tt.content, got)
		}
	}
}

// A nested claim whose parent is not sought stands by itself, and the article that was
// filtered stays what it was.
func TestFilterParents(t *testing.T) {
	a := &laut.Article{Document: extract.Parse("Ja."), Claims: []claims.Claim{{Kind: claims.Indirect}, {Kind: claims.Direct, Parent: 1}}}
	var q query
	if err := q.kinds.add("direct"); err != nil {
		t.Fatal(err)
	}
	got := q.filter(a)
	if len(got.Claims) != 1 || got.Claims[0].Parent != 0 || a.Claims[1].Parent != 1 {
		t.Errorf("filtered to %+v", got.Claims)
	}
}

// Corinne Aeschlimann speaks in two articles of the three that name her, in one of them by
// her surname alone.
func TestPeopleStatements(t *testing.T) {
	var out, errs strings.Builder
	if status := run([]string{"people", "-statements", "../../testdata/articles"}, nil, &out, &errs); status != done || errs.Len() > 0 {
		t.Fatalf("status %d, %s", status, errs.String())
	}
	testkit.Golden(t, "testdata/people.golden", strings.ReplaceAll(out.String(), filepath.FromSlash("../../testdata/articles/"), ""))
}

// Of two voices of one name the table tells the gender.
func TestPeopleTwins(t *testing.T) {
	r := people.Report{Claims: 4, Articles: 2, Voices: []people.Voice{
		{Name: "Keller", Label: entities.PER, Gender: entities.Feminine, Claims: 2, Articles: 1, Stances: map[claims.Stance]int{claims.Asks: 2}},
		{Name: "Keller", Label: entities.PER, Claims: 1, Articles: 1},
		{Name: "Keller", Label: entities.ORG, Claims: 1, Articles: 1},
	}}
	var b strings.Builder
	if err := peopleTable(&b, r, layout{}); err != nil {
		t.Fatal(err)
	}
	const want = `claims  articles  label    name    most often
     2         1  PER fem  Keller  asks 2
     1         1  PER      Keller  
     1         1  ORG      Keller  

4 claims in 2 articles
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}

// What -format json writes can be read back with the names of package people.
func TestPeopleJSON(t *testing.T) {
	c := people.Counter{Statements: true}
	c.Add("a.txt", laut.Read("„Wir zahlen <nicht>“, sagte Anna Meier. Sie bestritt, dass der Platz zu hart sei."))
	want := c.Report()
	var b strings.Builder
	if err := peopleJSON(&b, want, layout{}); err != nil {
		t.Fatal(err)
	}
	var got people.Report
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, s := range []string{`"label": "PER"`, `"gender": "fem"`, `"asserts": 1`, `"denies": 1`, `<nicht>`} {
		if !strings.Contains(b.String(), s) {
			t.Errorf("%s lacks %s", b.String(), s)
		}
	}
}

func TestShortened(t *testing.T) {
	for _, tt := range []struct{ line, want, why string }{
		{"Wir zahlen.", "Wir zahlen.", "it fits"},
		{strings.Repeat("Die Fähre. ", 9), strings.Repeat("Die Fähre. ", 6) + "Die …", "cut at a space"},
		{strings.Repeat("ä", 90), strings.Repeat("ä", 75) + "…", "or where there is none"},
	} {
		if got := shortened(tt.line, 76); got != tt.want {
			t.Errorf("%q: %q, want %q: %s", tt.line, got, tt.want, tt.why)
		}
	}
}
