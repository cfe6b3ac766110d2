package nouns

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// TestWords shows a linguist's slip in roles.txt: a word of two sections that exclude
// each other.
func TestWords(t *testing.T) {
	for w, s := range Load().senses {
		switch {
		case s&senseNeither != 0 && s&^senseNeither != 0:
			t.Errorf("%s is neither person nor organisation, and something", w)
		case s&senseDeclined != 0 && !strings.HasSuffix(w, "e"):
			t.Errorf("%s cannot be declined as an adjective", w)
		case !utf8.ValidString(w) || !letters.IsUpper(strings.TrimPrefix(w, "-")):
			t.Errorf("%q is no noun", w)
		}
	}
}

func TestDeterminers(t *testing.T) {
	for w, want := range map[string]Agreement{
		"der": mascNom | femDat | femGen | plurGen, "jeder": mascNom | femDat | femGen, "dieses": neutNom | neutAcc | mascGen | neutGen,
		"ein": mascNom | neutNom | neutAcc, "eine": femNom | femAcc, "keine": femNom | femAcc | plurNom | plurAcc, "seiner": femDat | femGen | plurGen,
		"ihres": mascGen | neutGen, "einen": mascAcc, "unseren": mascAcc | plurDat, "zum": mascDat | neutDat, "ins": neutAcc, "zwei": Plural, "jeden": mascAcc,
		"Haus": 0,
	} {
		if got := Load().determiners[w].forms; got != want {
			t.Errorf("%s stands before %016b, want %016b", w, got, want)
		}
	}
}

func TestDetermination(t *testing.T) {
	for w, want := range map[string]Determination{
		"das": Definite, "diesen": Definite, "zum": Definite, "zur": Definite, "ins": Definite, "ein": Indefinite, "keiner": Indefinite,
		"mehrere": Indefinite, "welche": Indefinite, "unsere": Possessed, "mein": Possessed, "Haus": Bare,
	} {
		if got := Load().determiners[w].Determination; got != want {
			t.Errorf("%s: determination %d, want %d", w, got, want)
		}
	}
}

func TestOwner(t *testing.T) {
	for w, want := range map[string]Agreement{"sein": Masculine | Neuter, "ihrem": Feminine | Plural, "dessen": Masculine | Neuter, "deren": Feminine | Plural, "mein": 0} {
		if got := Load().Owner(w); got != want {
			t.Errorf("%s is of %016b, want %016b", w, got, want)
		}
	}
}

func TestOne(t *testing.T) {
	for a, want := range map[Agreement]Agreement{
		0: 0, Masculine: Masculine, mascNom: Masculine, femDat | femGen: Feminine, Plural: Plural, Masculine | Feminine: 0, mascNom | plurNom: 0,
	} {
		if got := a.One(); got != want {
			t.Errorf("One of %016b is %016b, want %016b", a, got, want)
		}
	}
}

func TestGenitive(t *testing.T) {
	for _, c := range []struct {
		inText, name string
		want         bool
	}{
		{"Langs", "Eva Lang", true},
		{"Eva Langs", "Eva Lang", true},
		{"Lang", "Eva Lang", false},
		{"Hans'", "Hans", true},
		{"Peter’s", "Peter", true},
		{"Jan Peters", "Jan Peters", false},
		{"Scheers", "Eva Lang-Scheer", true},
		{"Mercedes", "Daimler", false}, // another name
		{"", "", false},
	} {
		if got := Genitive(c.inText, c.name); got != c.want {
			t.Errorf("%q of %q: %t", c.inText, c.name, got)
		}
	}
}
