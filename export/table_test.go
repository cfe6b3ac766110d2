package export

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

func TestTableGolden(t *testing.T) {
	a := handmade(t)
	testkit.Golden(t, "testdata/table.txt", "-- plain --\n"+write(t, Table{}, ID{}, a)+
		"-- narrow --\n"+write(t, Table{Width: 40, Title: true}, StringID("faehre.txt"), a)+
		"-- in colours --\n"+write(t, Table{Width: 40, Title: true, Color: true}, StringID("faehre.txt"), a)+
		"-- nothing --\n"+write(t, Table{Title: true}, StringID("leer.txt"), &laut.Article{Document: extract.Parse("")}))
}

// Colours change nothing but the control sequences, which take no columns.
func TestTableColor(t *testing.T) {
	a := handmade(t)
	colored := write(t, Table{Width: 40, Title: true, Color: true}, StringID("faehre.txt"), a)
	if diff := cmp.Diff(write(t, Table{Width: 40, Title: true}, StringID("faehre.txt"), a), uncolored(colored)); diff != "" {
		t.Errorf("without its colours (-want +got):\n%s", diff)
	}
}

// uncolored takes the control sequences out again.
func uncolored(s string) string { return regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(s, "") }

func TestOneLine(t *testing.T) {
	tests := []struct {
		width  int
		in     string
		want   string
		reason string
	}{
		{20, "kurz", "kurz", "what fits stays"},
		{4, "kurz", "kurz", "what just fits stays"},
		{20, "  zwei \n\t Zeilen\u00a0hier ", "zwei Zeilen hier", "white space becomes one space"},
		{20, "Die Fähre bleibt bestehen", "Die Fähre bleibt …", "cut at a space"},
		{20, "Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffah…", "cut in a word that is longer than the line"},
		{20, "Die Donaudampfschifffahrtsgesellschaft", "Die Donaudampfschif…", "a space far back is no place to cut"},
		{5, "aaaaa\u0308b", "aaaa…", "never before a combining mark"},
		{5, "aaaa\u0308aa", "aaaa\u0308…", "a combining mark takes no column"},
		{6, "🎉🎉🎉🎉", "🎉🎉…", "emoji take two columns"},
		{20, "rot\x1b[31m und \u202eumgekehrt", "rot[31m und …", "no control sequences reach the terminal"},
		{20, "Ver\u00adfassung", "Verfassung", "soft hyphens are invisible"},
		{20, "a\xffb", "a\uFFFDb", "invalid bytes become U+FFFD"},
	}
	for _, tt := range tests {
		got := oneLine(tt.width, tt.in)
		if got != tt.want {
			t.Errorf("%s: %q in %d columns is %q, want %q", tt.reason, tt.in, tt.width, got, tt.want)
		}
	}
}

func FuzzOneLine(f *testing.F) {
	f.Add(12, "Die Fähre\n bleibt 🎉 be\u0308\xffstehen")
	f.Add(75, "\x16")
	f.Fuzz(func(t *testing.T, width int, s string) {
		if width < 3 || width > 200 {
			t.Skip()
		}
		got := oneLine(width, s)
		if columns(got) > width || !utf8.ValidString(got) || strings.ContainsAny(got, "\n\x1b\u202e") {
			t.Errorf("%q in %d columns is %q", s, width, got)
		}
	})
}

func TestDepth(t *testing.T) {
	cs := []claims.Claim{{}, {Parent: 1}, {Parent: 2}, {Parent: 3}, {Parent: 4}, {Parent: 1}}
	got := make([]int, len(cs))
	for i := range cs {
		got[i] = depth(cs, i)
	}
	if diff := cmp.Diff([]int{0, 1, 2, 3, 3, 1}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

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
