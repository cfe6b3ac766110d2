package entities

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
)

// TestListHeaders holds that each list says where it comes from.
func TestListHeaders(t *testing.T) {
	paths, err := fs.Glob(files, "words/*.txt")
	if err != nil || len(paths) < 10 {
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

// TestListsUsed holds that each section that the package knows is in a list,
// since a misspelled one would be silently empty.
func TestListsUsed(t *testing.T) {
	l := words()
	for section, c := range classes {
		found := false
		for _, m := range []map[string]class{l.nouns, l.ends, l.capitals} {
			for _, d := range m {
				found = found || d&c != 0
			}
		}
		if !found {
			t.Errorf("no word of section %s", section)
		}
	}
	for name, s := range map[string]wordSet{
		"world": l.world, "townEnds": l.townEnds, "nounEnds": l.nounEnds, "plainFronts": l.plainFronts, "determiners": l.determiners, "particles": l.particles,
		"joiners": l.joiners, "nobility": l.nobility, "agencies": l.agencies, "directions": l.directions, "roadBefore": l.roadBefore, "places": l.places,
	} {
		if len(s) == 0 {
			t.Errorf("no %s", name)
		}
	}
	for name, m := range map[string]map[string]weights{"before": l.before, "before one word": l.beforeOne, "behind": l.behind} {
		if len(m) == 0 {
			t.Errorf("no evidence %s", name)
		}
	}
}

// TestListedNames holds that each name of names.txt is found with its label in a
// sentence about it, and that the peoples are found as derived words.
func TestListedNames(t *testing.T) {
	n := 0
	for _, variants := range words().names {
		for _, name := range variants {
			n++
			frame := "Gestern hat %s viel getan."
			switch name.when {
			case '?':
				frame = "Gestern hat die Zeitung «%s» viel getan."
			}
			d := extract.Parse(strings.Replace(frame, "%s", name.exact, 1))
			label := Label(0)
			for _, e := range Tag(d) {
				for _, m := range e.Mentions {
					if d.Slice(m.Span) == name.exact && m.Form == Name {
						label = e.Label
					}
				}
			}
			if label != name.label && name.when != '?' || label == 0 {
				t.Errorf("%s: got %v, want %v: %v", name.exact, label, name.label, Tag(d))
			}
		}
	}
	if n < 500 {
		t.Errorf("only %d names", n)
	}
	for form, place := range words().peoples {
		text := "Es war " + form + "."
		if !strings.HasSuffix(form, "sch") {
			text = "Da kam der " + title(form) + " an."
		}
		d := extract.Parse(text)
		es := Tag(d)
		if len(es) != 1 || es[0].Name != place || es[0].Mentions[0].Form != Derived {
			t.Errorf("%s: got %v, want %s", text, es, place)
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
		if a, b := folded(c.a), folded(c.b); a != b {
			t.Errorf("%s: %q and %q", c.why, a, b)
		}
	}
	for _, c := range []struct{ why, a, b string }{
		{"umlauts are letters", "Müller", "Muller"},
		{"numbers count", "Formel 1", "Formel 3"},
		{"invalid bytes count", "A\xff", "A\xfe"},
		{"marks count", "AT&T", "ATT"},
	} {
		if a, b := folded(c.a), folded(c.b); a == b {
			t.Errorf("%s: both %q", c.why, a)
		}
	}
}
