package news

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestOwn(t *testing.T) {
	texts, err := Own("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, begin := range []string{"Stadtrat von Lindenau", "Bahnstrecke über", "Wissenschaft: Warum Krähen so gut rechnen", "Kommentar: Ein Internet für alle?\n\nVon Ruprecht", "Ministerpräsidentin besucht Werft"} {
		if !slices.ContainsFunc(texts, func(s string) bool { return strings.HasPrefix(s, begin) }) {
			t.Errorf("no article begins with %q", begin)
		}
	}
	for _, text := range texts {
		if len(text) < 300 {
			t.Errorf("that is no article: %q", text)
		}
	}
	if _, err := Own(t.TempDir()); err == nil || !strings.Contains(err.Error(), "testdata") {
		t.Errorf("a folder without articles: error %v", err)
	}
}

func TestItems(t *testing.T) {
	for _, c := range []struct {
		reason, text string
		want         []string
	}{
		{"a headline begins an item", "Eins\n\nEr kam.\n\nZwei\n\nEr ging.\n", []string{"Eins\n\nEr kam.\n", "Zwei\n\nEr ging.\n"}},
		{"a byline below it does not", "Eins\n\nVon Uta Öhler\n\nEr kam.", []string{"Eins\n\nVon Uta Öhler\n\nEr kam.\n"}},
		{"a quotation is no headline", "Eins\n\nEr kam.\n\n„Gut.“\n", []string{"Eins\n\nEr kam.\n\n„Gut.“\n"}},
	} {
		if got := items(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.reason, got, c.want)
		}
	}
}

// TestSetsWithoutData makes sure that missing corpora cost their own sets only.
func TestSetsWithoutData(t *testing.T) {
	sets, err := Sets("../..", filepath.Join(t.TempDir(), "nowhere"), 1000)
	if len(sets) != 1 || len(sets[0].Texts) == 0 {
		t.Errorf("%d sets, want our own", len(sets))
	}
	if err == nil || !strings.Contains(err.Error(), "train.jsonl.gz") || !strings.Contains(err.Error(), "bundestag.txt.gz") {
		t.Errorf("error %v, want one that names both files", err)
	}
}

func TestSets(t *testing.T) {
	sets, err := Sets("../..", "../../../shared/data", 20_000)
	if err != nil {
		t.Skip("no corpora:", err)
	}
	for _, s := range sets[1:] {
		n := len(strings.Join(s.Texts, ""))
		if n < 20_000 || n > 60_000 || len(s.Texts) < 3 {
			t.Errorf("%s: %d texts of together %d bytes", s.Name, len(s.Texts), n)
		}
	}
}
