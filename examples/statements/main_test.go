package main

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

// Corinne Aeschlimann speaks in two articles of the three that name her, in one
// of them by her surname alone.
func TestStatements(t *testing.T) {
	articles, err := readFolder(os.DirFS("../../testdata/articles"), filter{})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := list(&out, group(articles)); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/output.golden", out.String())
}

// What cannot be read is told with its name, and the rest is read.
func TestUnread(t *testing.T) {
	folder := fstest.MapFS{
		"a.txt":   {Data: []byte("„Wir zahlen“, sagte Anna Meier.")},
		"b.txt":   {Data: []byte("\xe4\xf6\xfc")},
		"c.txt/d": {},
		"e.txt":   {Data: []byte("„Wir nicht“, sagte Karl Huber.")},
	}
	articles, err := readFolder(folder, filter{})
	if err == nil || !strings.Contains(err.Error(), "b.txt") || !strings.Contains(err.Error(), "c.txt") {
		t.Errorf("error %v, want one that names b.txt and c.txt", err)
	}
	var names []string
	for _, s := range group(articles) {
		names = append(names, s.name)
	}
	if want := []string{"Anna Meier", "Karl Huber"}; !slices.Equal(names, want) {
		t.Errorf("speakers %q, want %q", names, want)
	}
	if _, err := readFolder(fstest.MapFS{"a.md": {}}, filter{}); err == nil {
		t.Error("no error for a folder without texts")
	}
}

// The claims are made by hand: the test is of what is listed, not of what is found.
func TestFilterAndNesting(t *testing.T) {
	d := extract.Parse("Eins zwei drei.")
	span := []extract.Span{{Start: 0, End: 4}}
	a := &laut.Article{
		Document: d,
		Entities: []entities.Entity{{Name: "Anna Meier", Label: entities.PER}, {Name: "Karl Huber", Label: entities.PER}, {Name: "Bern", Label: entities.LOC}},
		Claims: []claims.Claim{
			{Kind: claims.Indirect, Content: span, Speaker: claims.Speaker{Entity: 0}, Parent: -1, Score: 0.5},
			{Kind: claims.Direct, Content: span, Speaker: claims.Speaker{Entity: 0}, Parent: 0, Score: 0.9},
			{Kind: claims.Direct, Content: span, Speaker: claims.Speaker{Entity: 1}, Parent: 0, Score: 0.7},
			{Kind: claims.Direct, Content: span, Speaker: claims.Speaker{Entity: 2}, Parent: -1, Score: 0.9},
			{Kind: claims.Direct, Content: span, Speaker: claims.Speaker{Entity: -1}, Parent: -1, Score: 0.9},
		},
	}
	for _, tt := range []struct {
		which filter
		want  []string
		why   string
	}{
		{filter{}, []string{"Anna Meier 0.50", "Karl Huber 0.70"}, "her quotation was printed with her claim, his is not hers"},
		{filter{kind: claims.Direct}, []string{"Anna Meier 0.90", "Karl Huber 0.70"}, "her quotation has not been printed"},
		{filter{minScore: 0.8}, []string{"Anna Meier 0.90"}, "only this one is sure enough"},
	} {
		var got []string
		for _, s := range statements("a.txt", a, tt.which).statements {
			got = append(got, s.who.name+" "+s.how[len(s.how)-4:])
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%+v: %q, want %q: %s", tt.which, got, tt.want, tt.why)
		}
	}
}

func TestSetKind(t *testing.T) {
	var f filter
	if err := f.setKind("free_indirect"); err != nil || f.kind != claims.FreeIndirect {
		t.Errorf("kind %v, error %v", f.kind, err)
	}
	if err := f.setKind("loud"); err == nil {
		t.Error("no error for a kind that is none")
	}
}

func TestFullName(t *testing.T) {
	surnames := bySurname([]article{
		{persons: []person{{"Anna Meier", entities.Feminine}, {"Ida Huber", entities.Feminine}, {"Huber", entities.Feminine}}},
		{persons: []person{{"Ida Huber", entities.GenderUnknown}, {"Eva von der Heide", entities.Feminine}}},
		{persons: []person{{"Jan Roth", entities.Masculine}, {"Uwe Roth", entities.Masculine}, {"Lea Roth", entities.Feminine}}},
	})
	for _, tt := range []struct {
		name   string
		gender entities.Gender
		want   string
		why    string
	}{
		{"Huber", entities.GenderUnknown, "Ida Huber", "one person in two articles"},
		{"Meier", entities.Feminine, "Anna Meier", "the only one"},
		{"Meier", entities.Masculine, "Meier", "he is not she"},
		{"Roth", entities.Masculine, "Roth", "one of two men"},
		{"Roth", entities.Feminine, "Lea Roth", "the only woman of the name"},
		{"von der Heide", entities.GenderUnknown, "Eva von der Heide", "small words belong to the surname"},
		{"Eva Meier", entities.Feminine, "Eva Meier", "a full name is what it is"},
		{"Keller", entities.GenderUnknown, "Keller", "nobody else has the name"},
	} {
		if got := fullName(person{tt.name, tt.gender}, surnames); got != tt.want {
			t.Errorf("%s: %q, want %q: %s", tt.name, got, tt.want, tt.why)
		}
	}
}

func TestWords(t *testing.T) {
	long := strings.Repeat("Donau", 20)
	for _, tt := range []struct{ text, want, why string }{
		{"Wir\n zahlen.", "Wir zahlen.", "one line"},
		{"rot\x1b[31m Schiff\u00adfahrt", "rot[31m Schifffahrt", "no control sequence reaches the terminal"},
		{"Wir \u200b zahlen.", "Wir zahlen.", "no gap where something was left out"},
		{strings.Repeat("Die Fähre. ", 9), strings.Repeat("Die Fähre. ", 6) + "Die …", "cut at a space"},
		{long, long[:74] + "…", "cut in a word that is longer than the line"},
	} {
		d := extract.Parse(tt.text)
		got := words(d, []extract.Span{{Start: 0, End: len(tt.text)}})
		if got != tt.want {
			t.Errorf("%q: %q, want %q: %s", tt.text, got, tt.want, tt.why)
		}
		if n := len([]rune(got)); n > width {
			t.Errorf("%q has %d characters", got, n)
		}
	}
}
