package who

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/discourse"
)

// TestBodyList holds words/bodies.txt to its own rules: a source, a licence, no word twice under
// one heading, no more headings than there are bits.
func TestBodyList(t *testing.T) {
	if !strings.Contains(bodiesText, "# Source: ") || !strings.Contains(bodiesText, "Licence: ") {
		t.Errorf("%s does not name its source and licence", bodiesFile)
	}
	if _, err := readBodies(bodiesText); err != nil {
		t.Error(err)
	}
}

func TestBodyMistakes(t *testing.T) {
	_, err := readBodies("[company]\nFirma Firma\n+ GmbH\nKonzern\n+ GmbH\n")
	for _, want := range []string{bodiesFile + ":2:", bodiesFile + ":5:"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not name %s: %v", want, err)
		}
	}
}

func TestBodyKinds(t *testing.T) {
	l := bodies()
	for _, c := range []struct {
		noun, name string
		fits       bool
	}{
		{"Behörde", "Bundesnetzagentur", true},
		{"Aufsichtsbehörde", "Umweltbundesamt", true},
		{"Unternehmen", "AG", true},
		{"Blatt", "Zeitung", true},
		{"Hochschule", "Universität", true},
		{"Klub", "Eintracht", true},
		{"Blatt", "Bundesnetzagentur", false},
		{"Klub", "Landgericht", false},
		{"Minister", "Ministerium", false}, // no body
	} {
		if got := l.nouns.of(discourse.Stem(c.noun))&l.names.of(c.name) != 0; got != c.fits {
			t.Errorf("%s takes up %s: %v, want %v", c.noun, c.name, got, c.fits)
		}
	}
}
