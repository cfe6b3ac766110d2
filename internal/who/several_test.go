package who

import (
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

func TestGroup(t *testing.T) {
	for _, c := range []struct {
		words, name string // "" if they are none
	}{
		{"Eine Lehrerin und ein Bäcker", "Lehrerin / Bäcker"},
		{"Ein Bäcker, eine Lehrerin und ein Arzt", "Bäcker / Lehrerin / Arzt"},
		{"Ein Bäcker, eine Lehrerin und er", "Bäcker / Lehrerin"}, // no noun behind und
		{"Ein Bäcker, eine Lehrerin und", "Bäcker / Lehrerin"},    // the rest is lost
		{"Jan Meier, ein früherer Ruderer und Mäzen", ""},
	} {
		d := extract.Parse(c.words + " sagte, der Plan sei gut.")
		f := findFigures(discourse.Read(saying.Find(syntax.New(d, entities.Extract(d), saying.Cues()))))
		_, end := d.TokensIn(extract.Span{Start: 0, End: len(c.words)})
		name := ""
		if k := f.group(claim.Tokens(0, end)); k >= 0 {
			name = f.list[k].name
		}
		if name != c.name {
			t.Errorf("%s: the group is %q, want %q", c.words, name, c.name)
		}
	}
}
