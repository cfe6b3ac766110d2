package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/testkit"
	"github.com/laut-nlp/laut/people"

	"github.com/google/go-cmp/cmp"
)

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
