package export

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"

	"github.com/google/go-cmp/cmp"
)

func TestLinesGolden(t *testing.T) {
	a := handmade(t)
	plain := write(t, Lines{}, StringID("faehre.txt"), a)
	testkit.Golden(t, "testdata/lines.txt", plain)
	if diff := cmp.Diff(plain, uncolored(write(t, Lines{Color: true}, StringID("faehre.txt"), a))); diff != "" {
		t.Errorf("without its colours (-want +got):\n%s", diff)
	}
}

func TestLinesOf(t *testing.T) {
	of := func(text string, spans ...extract.Span) *laut.Article {
		return &laut.Article{Document: extract.Parse(text), Claims: []claims.Claim{
			{Kind: claims.Direct, Content: spans, Speaker: claims.Speaker{Name: "Lea\n\x1b[31mBrunner"}}}}
	}
	tests := []struct {
		id     string
		a      *laut.Article
		want   string
		reason string
	}{
		{"a", &laut.Article{Document: extract.Parse("Es regnet.")}, "", "no claim, no line"},
		{"a\nb\x1b", of("Ja.", extract.Span{Start: 0, End: 3}), "a b:1:1: Lea [31mBrunner (direct): Ja.\n", "no id and no name begins a line or speaks to the terminal"},
		{"a", of("Ä.\n\xff\u202eNein\t\x1b[m.", extract.Span{Start: 4, End: 17}), "a:2:1: Lea [31mBrunner (direct): \uFFFDNein [m.\n", "nor does a text"},
		{"a", of("Ja."), "a:1:1: Lea [31mBrunner (direct): \n", "a claim without content"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, write(t, Lines{}, StringID(tt.id), tt.a)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

// A line holds all that is said, however long.
func TestLinesLong(t *testing.T) {
	text := strings.Repeat("Nein und ", 1<<16)
	a := &laut.Article{Document: extract.Parse(text), Claims: []claims.Claim{{Content: []extract.Span{{Start: 0, End: len(text)}}}}}
	if got, want := a.Said(a.Claims[0]), strings.TrimSpace(text); got != want {
		t.Errorf("%d bytes said, want %d", len(got), len(want))
	}
}
