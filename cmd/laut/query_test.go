package main

import (
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
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
