package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/automaton"
	build "github.com/laut-nlp/laut/internal/train/automaton"
)

func TestFindRule(t *testing.T) {
	for _, c := range []struct {
		why, form, lemma string
		want             rule
	}{
		{"the same", "nicht", "nicht", rule{}},
		{"ending", "Kinder", "Kind", rule{cut: 2}},
		{"umlaut", "Häuser", "Haus", rule{cut: 6, suffix: "aus"}},
		{"ge behind a prefix", "abgefahren", "abfahren", rule{infix: 1}},
		{"ge behind another prefix", "fortgefahren", "fortfahren", rule{infix: 1}},
		{"the second ge", "weggegeben", "weggeben", rule{infix: 1}},
		{"ge and another ending", "gesagt", "sagen", rule{infix: 1, cut: 1, suffix: "en"}},
		{"zu", "abzufahren", "abfahren", rule{infix: 2}},
		{"small letter", "Aufziehen", "aufziehen", rule{lower: true}},
	} {
		if got, ok := findRule(c.form, c.lemma); !ok || got != c.want {
			t.Errorf("%s: %s, %s: got %+v, want %+v", c.why, c.form, c.lemma, got, c.want)
		}
	}
}

func TestReadDict(t *testing.T) {
	dict := func(list ...string) *automaton.Automaton {
		var b build.Builder
		for _, s := range list {
			if err := b.Add(s); err != nil {
				t.Fatal(err)
			}
		}
		a, err := automaton.New(string(b.Finish()))
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	got, err := readDict(dict("Kinder_C_SUB:NOM:PLU:NEU", "war_Dsein_VER:3:SIN:PRT:NON", "x_@y_INJ"))
	if err != nil || got["Kinder"][0].lemma != "Kind" || got["war"][0] != (reading{"sein", "VER:3:SIN:PRT:NON"}) || got["x"][0].lemma != "y" {
		t.Errorf("got %v, %v", got, err)
	}
	for _, c := range []struct{ line, want string }{
		{"Kinder", "want form"},
		{"Kinder_C", "want form"},
		{"Kinder__SUB", "want form"},
		{"Kinder_Z_SUB", "cannot cut"},
	} {
		if _, err := readDict(dict(c.line)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.line, err, c.want)
		}
	}
}

// The embedded file is what the data gives.
func TestGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the lexicon")
	}
	const in = "../../../../../shared/data/lexicon/german-pos-dict/german.dict"
	if _, err := os.Stat(in); err != nil {
		t.Skipf("no data: %v", err)
	}
	out := filepath.Join(t.TempDir(), "german.lex")
	if err := run(in, out); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../../../lexicon/german.lex")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("internal/lexicon/german.lex differs: run go generate ./internal/lexicon")
	}
}
