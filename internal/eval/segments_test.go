package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// running is a text of three sentences: "Ab c. De! F", 12 bytes with the line end.
func running() corpus.Document {
	return corpus.Document{
		ID: "running", Text: "Ab c. De! F\n",
		Tokens:    []extract.Span{{Start: 0, End: 2}, {Start: 3, End: 4}, {Start: 4, End: 5}, {Start: 6, End: 8}, {Start: 8, End: 9}, {Start: 10, End: 11}},
		Sentences: []int{0, 3, 5},
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		why    string
		system []extract.Span
		want   Score
	}{
		{"all right", running().Tokens, Score{6, 6, 6, 6}},
		{"c. as one token: one too many, two missing", []extract.Span{{Start: 0, End: 2}, {Start: 3, End: 5}, {Start: 6, End: 8}, {Start: 8, End: 9}, {Start: 10, End: 11}}, Score{4, 5, 4, 6}},
		{"the start alone is not enough", []extract.Span{{Start: 0, End: 1}}, Score{0, 1, 0, 6}},
		{"twice the same is right once", []extract.Span{{Start: 0, End: 2}, {Start: 0, End: 2}}, Score{1, 2, 1, 6}},
	} {
		r, err := Tokens([]corpus.Document{running()}, [][]extract.Span{c.system})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		checkRows(t, c.why, r, map[string]Score{"tokens": c.want})
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		why    string
		system []extract.Span
		want   Score
	}{
		{"all right", []extract.Span{{Start: 0, End: 5}, {Start: 6, End: 9}, {Start: 10, End: 11}}, Score{3, 3, 3, 3}},
		{"white space at the end does not count", []extract.Span{{Start: 0, End: 6}, {Start: 6, End: 10}, {Start: 10, End: 12}}, Score{3, 3, 3, 3}},
		{"only the end counts, and the last one is an end too", []extract.Span{{Start: 0, End: 5}, {Start: 6, End: 11}}, Score{2, 2, 2, 3}},
		{"split after Ab: one too many", []extract.Span{{Start: 0, End: 2}, {Start: 3, End: 5}, {Start: 6, End: 9}, {Start: 10, End: 11}}, Score{3, 4, 3, 3}},
	} {
		r, err := Sentences([]corpus.Document{running()}, [][]extract.Span{c.system})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		checkRows(t, c.why, r, map[string]Score{"sentences": c.want})
	}
}

func TestSegmentErrors(t *testing.T) {
	docs := []corpus.Document{running()}
	if _, err := Tokens(docs, nil); err == nil {
		t.Error("no error for a missing document")
	}
	_, err := Sentences(docs, [][]extract.Span{{{Start: 5, End: 13}}})
	if want := "running: sentences 0 [5,13) lies outside the text of 12 bytes"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want %q", err, want)
	}
}

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

// mention is a mention of the letters from a to b.
func mention(label string, a, b byte) corpus.Entity {
	return corpus.Entity{Span: extract.Span{Start: 2 * int(a-'a'), End: 2*int(b-'a') + 1}, Label: label}
}

func formed(e corpus.Entity, f corpus.Form) corpus.Entity {
	e.Form = f
	return e
}

func nested(e corpus.Entity) corpus.Entity {
	e.Nested = true
	return e
}

func TestEntities(t *testing.T) {
	for _, c := range []struct {
		why          string
		gold, system []corpus.Entity
		want         map[string]Score
	}{
		{"span and label right", []corpus.Entity{mention("PER", 'a', 'b')}, []corpus.Entity{mention("PER", 'a', 'b')},
			map[string]Score{"PER": {1, 1, 1, 1}, All: {1, 1, 1, 1}, "ORG": {}}},
		{"a token too few is wrong", []corpus.Entity{mention("PER", 'a', 'b')}, []corpus.Entity{mention("PER", 'b', 'b')},
			map[string]Score{"PER": {0, 1, 0, 1}, All: {0, 1, 0, 1}}},
		{"the wrong label counts against both", []corpus.Entity{mention("ORG", 'a', 'a')}, []corpus.Entity{mention("LOC", 'a', 'a')},
			map[string]Score{"ORG": {0, 0, 0, 1}, "LOC": {0, 1, 0, 0}, All: {0, 1, 0, 1}}},
		{"derived and part on either side are not scored", []corpus.Entity{formed(mention("LOC", 'a', 'a'), corpus.Derived), mention("LOC", 'c', 'c')},
			[]corpus.Entity{formed(mention("LOC", 'a', 'a'), corpus.Derived), formed(mention("ORG", 'd', 'd'), corpus.Part), mention("LOC", 'c', 'c')},
			map[string]Score{"LOC": {1, 1, 1, 1}, "ORG": {}, All: {1, 1, 1, 1}}},
		{"a derived word given as a name is wrong", []corpus.Entity{formed(mention("LOC", 'a', 'a'), corpus.Derived)}, []corpus.Entity{mention("LOC", 'a', 'a')},
			map[string]Score{"LOC": {0, 1, 0, 0}, All: {0, 1, 0, 0}}},
		{"nested mentions count apart", []corpus.Entity{mention("ORG", 'a', 'b'), nested(mention("LOC", 'b', 'b'))},
			[]corpus.Entity{mention("ORG", 'a', 'b'), mention("LOC", 'b', 'b')},
			map[string]Score{"ORG": {1, 1, 1, 1}, "LOC": {0, 1, 0, 0}, All: {1, 2, 1, 1}, "nested": {0, 0, 0, 1}}},
		{"twice the same is right once", []corpus.Entity{mention("PER", 'a', 'a')}, []corpus.Entity{mention("PER", 'a', 'a'), mention("PER", 'a', 'a')},
			map[string]Score{"PER": {1, 2, 1, 1}}},
		{"a label that nobody knows counts in all", nil, []corpus.Entity{mention("DATE", 'a', 'a')},
			map[string]Score{All: {0, 1, 0, 0}}},
	} {
		d := eachLetter()
		d.Entities = c.gold
		r, err := Entities([]corpus.Document{d}, [][]corpus.Entity{c.system})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		checkRows(t, c.why, r, c.want)
	}
	if _, err := Entities([]corpus.Document{eachLetter()}, nil); err == nil {
		t.Error("no error for a missing document")
	}
	if _, err := Entities([]corpus.Document{eachLetter()}, [][]corpus.Entity{{mention("PER", 'z', 'z')}}); err == nil {
		t.Error("no error for a mention outside the text")
	}
}

func TestFromEntities(t *testing.T) {
	// "Open-AI-Gründer Altman": a mention inside another, and entities whose mentions interleave.
	span := func(a, b int) extract.Span { return extract.Span{Start: a, End: b} }
	got := FromEntities([]entities.Entity{
		{Label: entities.PER, Mentions: []entities.Mention{{Span: span(0, 22)}, {Span: span(40, 46)}}},
		{Label: entities.ORG, Mentions: []entities.Mention{{Span: span(0, 7), Form: entities.FormPart}, {Span: span(30, 37)}}},
		{Label: entities.LOC, Mentions: []entities.Mention{{Span: span(24, 29), Form: entities.FormDerived}}},
	})
	want := []corpus.Entity{
		{Span: span(0, 22), Label: "PER"},
		{Span: span(0, 7), Label: "ORG", Form: corpus.Part, Nested: true},
		{Span: span(24, 29), Label: "LOC", Form: corpus.Derived},
		{Span: span(30, 37), Label: "ORG"},
		{Span: span(40, 46), Label: "PER"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
