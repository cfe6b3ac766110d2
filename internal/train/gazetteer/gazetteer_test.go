package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"as it is", "Bad Homburg", "Bad Homburg"},
		{"decoded twice", "AczÃ©l", "Aczél"},
		{"not decoded twice", "São Tomé", "São Tomé"},
		{"remark", "Friedberg (Hessen)", "Friedberg"},
		{"register order", "Syrien, Arabische Republik", "Syrien"},
		{"river behind a slash", "Ebersbach/Fils", "Ebersbach"},
		{"apostrophe", "D`Arcy", "D'Arcy"},
		{"spaces", "  Sierra   Leone ", "Sierra Leone"},
		{"digits", "100Tee", ""},
		{"small", "oder", ""},
		{"quotation marks", `"Master`, ""},
		{"one letter", "Q", ""},
		{"nothing", "", ""},
	} {
		if got := clean(c.in); got != c.want {
			t.Errorf("%s: clean(%q) = %q, want %q", c.why, c.in, got, c.want)
		}
	}
}

func TestLegalForm(t *testing.T) {
	for in, want := range map[string]string{
		"Hoffmann GmbH & Co. KG": "Hoffmann",
		"Beispiel e.K.":          "Beispiel",
		"Bank AG":                "Bank",
		"Hegau Tee":              "Hegau Tee",
	} {
		l := lists{prefixes: map[string]int{}, companies: map[string]bool{}}
		if err := l.addCompany(in); err != nil || !l.companies[want] {
			t.Errorf("%q: got %v, %v, want %q", in, l.companies, err, want)
		}
	}
}

func TestBadLines(t *testing.T) {
	l := lists{given: map[string]byte{}, lexicon: map[string]byte{}}
	if l.addGiven("Adel") == nil {
		t.Error("a first name without a mark was read")
	}
	if l.addReading("Berlin") == nil {
		t.Error("a form without lemma and tag was read")
	}
}

func TestCompound(t *testing.T) {
	for in, want := range map[string]bool{
		"Fachhochschule":        true,
		"Dorfgemeinschaftshaus": true,
		"Wasserversorgung":      true,
		"Volkswagen":            true,
		"Gammertingen":          false,
		"Haus":                  false,
		"Siemens":               false,
		"":                      false,
	} {
		if got := compound(in); got != want {
			t.Errorf("compound(%q) = %v", in, got)
		}
	}
}

func TestUsage(t *testing.T) {
	u := &usage{words: map[string]*count{"Rathaus": {}, "Berlin": {}, "Schröder": {}}, phrases: map[string]*count{"New York": {}}}
	u.add("Das Rathaus. Ein Rathaus in Berlin, kein Rathaus: Berlin. Gerhard Schröder in New York, New Yorker. Er ist rathaus-artig, rathaus",
		map[string][]string{"New": {"New York"}}, map[string]byte{"Gerhard": male})
	for name, want := range map[string]count{
		"Rathaus":  {capital: 3, small: 1, indefinite: 1},
		"Berlin":   {capital: 1, in: 1},
		"Schröder": {capital: 1, given: 1},
	} {
		if got := *u.words[name]; got != want {
			t.Errorf("%s: got %+v, want %+v", name, got, want)
		}
	}
	if got, want := *u.phrases["New York"], (count{capital: 1, in: 1}); got != want {
		t.Errorf("New York: got %+v, want %+v", got, want)
	}
}

// The embedded file is what the data gives.
func TestGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all lists and texts")
	}
	const data = "../../../../shared/data"
	if _, err := os.Stat(data); err != nil {
		t.Skipf("no data: %v", err)
	}
	out := filepath.Join(t.TempDir(), "names.gaz")
	if err := run(data, out); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../../gazetteer/names.gaz")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("internal/gazetteer/names.gaz differs: run go generate ./internal/gazetteer")
	}
}
