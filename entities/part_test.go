package entities

import "testing"

func TestNameIn(t *testing.T) {
	for _, c := range []struct{ why, word, want string }{
		{"up to the head", "Open-AI-Gründer", "Open-AI"},
		{"a noun in between", "SPD-Fraktions-Chef", "SPD"},
		{"behind a prefix", "Ex-SPD-Chef", "SPD"},
		{"the prefix alone", "Ex-DDR", "DDR"},
		{"the name is the head", "Bundes-SPD", "SPD"},
		{"a name with a hyphen", "Baden-Württemberg-Wahl", "Baden-Württemberg"},
		{"an unknown name", "Xandrika-Affäre", "Xandrika"},
		{"in one word", "Merkelregierung", "Merkel"},
		{"with a linking s", "Deutschlandstart", "Deutschland"},
		{"nothing to cut", "Xqz", "Xqz"},
	} {
		from, to := nameIn(c.word)
		if got := c.word[from:to]; got != c.want {
			t.Errorf("%s: %s: %q, want %q", c.why, c.word, got, c.want)
		}
	}
}
