package eval

import (
	"testing"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

func TestTags(t *testing.T) {
	// "Er sei zum": four words, three tokens.
	d := corpus.Document{
		ID: "er", Text: "Er sei zum",
		Tokens: []extract.Span{{Start: 0, End: 2}, {Start: 3, End: 6}, {Start: 7, End: 10}},
		Words: []corpus.Word{
			{Token: 0, UPOS: "PRON", Lemma: "er"}, {Token: 1, UPOS: "AUX", Lemma: "sein", Feats: "Mood=Sub|Number=Sing"},
			{Token: 2, UPOS: "ADP", Lemma: "zu"}, {Token: 2, UPOS: "DET"},
		},
	}
	tag := func(a, b int, upos, lemma, mood string) Tag {
		return Tag{extract.Span{Start: a, End: b}, upos, lemma, mood}
	}
	for _, c := range []struct {
		why    string
		system []Tag
		want   map[string]Score
	}{
		{"all right; zum has the tags of zu, and the case of Er does not matter",
			[]Tag{tag(0, 2, "PRON", "Er", ""), tag(3, 6, "AUX", "sein", "sub"), tag(7, 10, "ADP", "zu", "")},
			map[string]Score{"pos": {3, 3, 3, 3}, "lemma": {3, 3, 3, 3}, "mood": {1, 1, 1, 1}}},
		{"wrong ones, and a mood too many",
			[]Tag{tag(0, 2, "DET", "es", "sub"), tag(3, 6, "AUX", "sein", "ind"), tag(7, 10, "ADP", "zum", "")},
			map[string]Score{"pos": {2, 3, 2, 3}, "lemma": {1, 3, 1, 3}, "mood": {0, 1, 0, 1}}},
		{"a token that the gold does not have",
			[]Tag{tag(0, 6, "PRON", "er", "sub"), tag(7, 10, "ADP", "zu", "")},
			map[string]Score{"pos": {1, 2, 1, 3}, "lemma": {1, 2, 1, 3}, "mood": {0, 1, 0, 1}}},
		{"a token given twice is right once",
			[]Tag{tag(0, 2, "PRON", "er", ""), tag(0, 2, "PRON", "er", "")},
			map[string]Score{"pos": {1, 2, 1, 3}, "lemma": {1, 2, 1, 3}}},
	} {
		r, err := Tags([]corpus.Document{d}, [][]Tag{c.system})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		checkRows(t, c.why, r, c.want)
	}
	bare := d
	bare.Words = []corpus.Word{{Token: 0, UPOS: "PRON"}, {Token: 1, Lemma: "sein"}}
	r, err := Tags([]corpus.Document{bare}, [][]Tag{{tag(0, 2, "PRON", "", ""), tag(3, 6, "", "sein", "")}})
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, "what the gold does not say is left out", r, map[string]Score{"pos": {1, 1, 1, 1}, "lemma": {1, 1, 1, 1}})
	if _, err := Tags([]corpus.Document{eachLetter()}, [][]Tag{nil}); err == nil {
		t.Error("no error for a corpus without words")
	}
	if _, err := Tags([]corpus.Document{d}, nil); err == nil {
		t.Error("no error for a missing document")
	}
}
