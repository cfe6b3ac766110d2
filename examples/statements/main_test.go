package main

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/testkit"
)

// Corinne Aeschlimann speaks in two articles of the three that name her, in one
// of them by her surname alone.
func TestStatements(t *testing.T) {
	var out strings.Builder
	if err := list(&out, os.DirFS("../../testdata/articles")); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/output.golden", out.String())
}

// What cannot be read is an error that names it.
func TestUnread(t *testing.T) {
	for _, folder := range []fstest.MapFS{{"a.md": {}}, {"c.txt/d": {}}} {
		if err := list(&strings.Builder{}, folder); err == nil || !strings.Contains(err.Error(), ".txt") {
			t.Errorf("error %v", err)
		}
	}
}

// A quotation inside a claim was printed with it, unless somebody else says it.
func TestRepeated(t *testing.T) {
	by := func(entity entities.ID, parent claims.ID) claims.Claim {
		return claims.Claim{Speaker: claims.Speaker{Entity: entity}, Parent: parent}
	}
	cs := []claims.Claim{by(1, 0), by(1, 1), by(2, 1), by(1, 3)}
	for i, want := range []bool{false, true, false, true} {
		if got := repeated(cs, i); got != want {
			t.Errorf("claim %d is repeated: %v", i, got)
		}
	}
}

func TestFullName(t *testing.T) {
	person := func(name string, gender entities.Gender) entities.Entity {
		return entities.Entity{Name: name, Label: entities.PER, Gender: gender}
	}
	articles := []*laut.Article{
		{Entities: []entities.Entity{person("Anna Meier", entities.Feminine), person("Ida Huber", entities.Feminine), person("Huber", entities.Feminine)}},
		{Entities: []entities.Entity{person("Ida Huber", entities.GenderUnknown), person("Eva von der Heide", entities.Feminine)}},
		{Entities: []entities.Entity{person("Jan Roth", entities.Masculine), person("Uwe Roth", entities.Masculine), person("Lea Roth", entities.Feminine)}},
	}
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
		if got := fullName(person(tt.name, tt.gender), articles); got != tt.want {
			t.Errorf("%s: %q, want %q: %s", tt.name, got, tt.want, tt.why)
		}
	}
}

func TestShort(t *testing.T) {
	for _, tt := range []struct{ line, want, why string }{
		{"Wir zahlen.", "Wir zahlen.", "it fits"},
		{strings.Repeat("Die Fähre. ", 9), strings.Repeat("Die Fähre. ", 6) + "Die …", "cut at a space"},
	} {
		if got := short(tt.line); got != tt.want {
			t.Errorf("%q: %q, want %q: %s", tt.line, got, tt.want, tt.why)
		}
	}
}
