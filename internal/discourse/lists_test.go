package discourse

import (
	"strings"
	"testing"
)

// TestHolderList holds words/speakers.txt to its own rules.
func TestHolderList(t *testing.T) {
	if !strings.Contains(speakersText, "# Source: ") || !strings.Contains(speakersText, "Licence: ") {
		t.Errorf("%s does not name its source and licence", speakersFile)
	}
	if _, err := readHolders(speakersText); err != nil {
		t.Error(err)
	}
}

// TestHolderMistakes checks that mistakes are told by file and line, and lose
// nothing else.
func TestHolderMistakes(t *testing.T) {
	l, err := readHolders("Angabe\n[words]\nMeinung Meinung\n[nonsense]\nHaus\n[media]\nBlatt\n")
	for _, want := range []string{speakersFile + ":1:", speakersFile + ":3:", speakersFile + ":5:"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not name %s: %v", want, err)
		}
	}
	if l.kind(Stem("Meinung")) != KindWords || l.kind(Stem("Wochenblatt")) != KindMedia || l.kind(Stem("Haus")) != 0 {
		t.Errorf("read %v", l.kinds)
	}
}

func TestNounKind(t *testing.T) {
	for noun, want := range map[string]Kind{
		"Kritiker": 0, "Außenpolitik": 0, "Politikerin": KindDescription, "Kritik": KindWords,
		"Angabe": KindWords | KindCarrier, "Presseerklärung": KindWords, "VW-Sprecherin": KindSpeaksFor | KindOfMedium, "Nachrichtenagentur": KindMedia,
		"45-Jähriger": KindDescription, "Minister": 0, "": 0, "Ministerpräsident": KindApart, "\xff": 0,
	} {
		if got := KindOfNoun(noun); got != want {
			t.Errorf("%q is of kind %b, want %b", noun, got, want)
		}
	}
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"Ministerin", "Minister", 3},
		{"Vorsitzende", "Vorsitzender", 3},
		{"Minister", "Innenminister", 2},
		{"GdP-Vorsitzender", "Vorsitzende", 2},
		{"Präsident", "Ministerpräsident", 0}, // another office
		{"Präsident", "Vizepräsident", 0},
		{"Kanzler", "Ex-Kanzler", 0},
		{"Regierungschef", "Ministerpräsident", 1},
		{"Gewerkschaftschef", "Vorsitzender", 1},
		{"Innenminister", "Außenminister", 0},
	} {
		if got := Alike(Stem(c.a), Stem(c.b)); got != c.want {
			t.Errorf("%s and %s: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := Alike(Stem(c.b), Stem(c.a)); got != c.want {
			t.Errorf("%s and %s: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}
