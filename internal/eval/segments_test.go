package eval

import (
	"strings"
	"testing"

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
