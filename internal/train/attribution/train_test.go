package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
)

// TestArticle checks that the spans of an article become our tokens, also where they cut one,
// and that kind, medium and stance are kept.
func TestArticle(t *testing.T) {
	text := "„Nein“, sagte Eva Lang um 10.30 Uhr."
	at := func(s string) []extract.Span {
		i := strings.Index(text, s)
		return []extract.Span{{Start: i, End: i + len(s)}}
	}
	a := newArticle(newsroom.Article{ID: "a", Text: text, Claims: []newsroom.Claim{{
		Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Denies,
		Content: at("„Nein“"), Speaker: at("Eva Lang"), Cue: at("sagte"), Frame: at("sagte Eva Lang um 10"),
	}}}, "own")
	p := a.gold[0]
	if p.Kind != claim.Direct || p.Medium != claim.Speech || p.Stance != claim.Denies {
		t.Errorf("kind, medium and stance are %v, %v and %v", p.Kind, p.Medium, p.Stance)
	}
	for _, tt := range []struct {
		what string
		got  []int
		want string
	}{
		{"content", p.Content, "„Nein“"},
		{"speaker", p.Speaker, "Eva Lang"},
		{"cue", p.Cue, "sagte"},
		{"frame", p.Frame, "sagte Eva Lang um 10.30"},
		{"addressee", p.Addressee, ""},
	} {
		got := ""
		for _, s := range a.view.Sayings().Text().Spans(tt.got) {
			got += a.doc.Slice(s)
		}
		if got != tt.want {
			t.Errorf("%s is %q, want %q", tt.what, got, tt.want)
		}
	}
}

// TestFolds checks that no model is asked about an article that it was trained on.
func TestFolds(t *testing.T) {
	q := &sequences{}
	for n := range 23 {
		q.article = append(q.article, n)
	}
	tr := &trainer{say: func(string, ...any) {}}
	for k := range tr.models {
		tr.models[k] = &models{}
	}
	subsets := make(map[*models][]int)
	order := make(chan func(), len(tr.models))
	if err := tr.each("test", q, func(m *models, subset []int) error {
		order <- func() { subsets[m] = subset }
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	close(order)
	for f := range order {
		f()
	}
	for n := range 23 {
		if slices.Contains(subsets[tr.ofFold(n)], n) {
			t.Errorf("the model for article %d has seen it", n)
		}
		if !slices.Contains(subsets[tr.models[folds]], n) {
			t.Errorf("the last model has not seen article %d", n)
		}
	}
}
