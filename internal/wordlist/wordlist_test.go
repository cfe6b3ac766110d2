package wordlist

import (
	"io/fs"
	"strings"
	"testing"
)

// TestHeaders checks that each list says where it comes from.
func TestHeaders(t *testing.T) {
	paths, err := fs.Glob(files, "words/*.txt")
	if err != nil || len(paths) < 9 {
		t.Fatalf("%d lists, %v", len(paths), err)
	}
	for _, path := range paths {
		text, err := files.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"# Source:", "Licence:"} {
			if !strings.Contains(string(text), want) {
				t.Errorf("%s: no %s", path, want)
			}
		}
	}
}

// TestSections checks that each section that the package knows is in a list, since a
// misspelled one would be silently empty.
func TestSections(t *testing.T) {
	l := Load()
	for section, c := range classes {
		found := false
		for _, m := range []map[string]Class{l.nouns, l.ends, l.Capitals} {
			for _, d := range m {
				found = found || d&c != 0
			}
		}
		if !found {
			t.Errorf("no word of section %s", section)
		}
	}
	for name, s := range map[string]Set{
		"world": l.World, "town ends": l.TownEnds, "determiners": l.Determiners, "particles": l.Particles, "nobility": l.Nobility, "places": l.Places,
	} {
		if len(s) == 0 {
			t.Errorf("no %s", name)
		}
	}
	labels := map[string]int{}
	for _, names := range l.Names {
		for _, n := range names {
			labels[n.Label]++
		}
	}
	if labels["PER"]+labels["ORG"]+labels["LOC"]+labels["MISC"] < 500 || len(labels) > 4 {
		t.Errorf("names by label: %v", labels)
	}
}

func TestNounClass(t *testing.T) {
	for _, c := range []struct {
		why, noun string
		want      Class
	}{
		{"as listed", "Präsident", Office},
		{"inflected", "Präsidenten", Office},
		{"of a woman", "Präsidentin", Woman},
		{"several women", "Anwältinnen", Woman},
		{"a compound counts by its end", "Landesparteichef", Office},
		{"the end of a one-word street", "Lindenstraße", PlaceHead},
		{"no noun of the lists", "Blume", 0},
	} {
		if got := Load().NounClass(c.noun); got&c.want != c.want || c.want == 0 && got != 0 {
			t.Errorf("%s: %s is %b, want %b", c.why, c.noun, got, c.want)
		}
	}
}

func TestPeople(t *testing.T) {
	for _, c := range []struct{ why, word, want string }{
		{"adjective", "chinesischen", "China"},
		{"with a front", "innerdeutsche", "Deutschland"},
		{"people", "Franzosen", "Frankreich"},
		{"a woman", "Chinesin", "China"},
		{"small letters are no people", "franzosen", ""},
		{"an ordinary adjective", "typischen", ""},
	} {
		if got, _ := Load().People(c.word); got != c.want {
			t.Errorf("%s: %s is of %q, want %q", c.why, c.word, got, c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ why, a, b string }{
		{"blank", "Open AI", "OpenAI"},
		{"hyphen", "Open-AI", "openai"},
		{"ß", "Strauß", "Strauss"},
		{"capital ẞ", "STRAUẞ", "strauss"},
		{"decomposed", "Mu\u0308ller", "Müller"},
		{"soft hyphen", "Mer\u00ADkel", "Merkel"},
		{"dots", "E.On", "Eon"},
	} {
		if a, b := Folded(c.a), Folded(c.b); a != b {
			t.Errorf("%s: %q and %q", c.why, a, b)
		}
	}
	for _, c := range []struct{ why, a, b string }{
		{"umlauts are letters", "Müller", "Muller"},
		{"numbers count", "Formel 1", "Formel 3"},
		{"invalid bytes count", "A\xff", "A\xfe"},
		{"marks count", "AT&T", "ATT"},
	} {
		if a, b := Folded(c.a), Folded(c.b); a == b {
			t.Errorf("%s: both %q", c.why, a)
		}
	}
}

func TestGenitive(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"Altmans", "Altman"}, {"Peter's", "Peter"}, {"Hans’", "Hans"}, {"Strauss", "Strauss"}, {"Des", "Des"},
	} {
		if got, _ := Genitive(c.word); got != c.want {
			t.Errorf("%s: %s, want %s", c.word, got, c.want)
		}
	}
}
