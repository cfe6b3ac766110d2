package export

import (
	"encoding/csv"
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"

	"github.com/google/go-cmp/cmp"
)

// file writes one article between the format's begin and end.
func file(t testing.TB, f Format, id ID, a *laut.Article) string {
	t.Helper()
	var b strings.Builder
	w := NewWriter(&b, f)
	if err := w.Write(id, a); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCSVGolden(t *testing.T) {
	a := handmade(t)
	testkit.Golden(t, "testdata/csv.golden", file(t, CSV{Offsets: Runes}, StringID("fähre <1>"), a)+
		"-- for Excel --\n"+file(t, CSV{Excel: true}, StringID("=1+1"), a))
}

// Whatever a text holds, a row is a line and has its columns.
func TestCSVCells(t *testing.T) {
	tests := []struct {
		said   string
		excel  bool
		want   string
		reason string
	}{
		{"Wir\n\tzahlen.\r\n", false, "Wir zahlen.", "white space becomes one space"},
		{`„A“, "B"; C`, false, `„A“, "B"; C`, "separators and marks come back"},
		{"a\x00b\x1b[31m\u202ec", false, "ab[31mc", "no control or bidi characters"},
		{"a\xffb", false, "a\uFFFDb", "invalid bytes become U+FFFD"},
		{"=HYPERLINK(1)", false, "=HYPERLINK(1)", "programs get the text as it is"},
		{"=HYPERLINK(1)", true, "'=HYPERLINK(1)", "no formula"},
		{"\t\r =1", true, "'=1", "white space does not hide a formula"},
		{"\u200b@SUM(1)", true, "'@SUM(1)", "nor does what is invisible"},
		{"+49", true, "'+49", "+ begins a formula"},
		{"-1", true, "'-1", "- begins a formula"},
		{"＝1", true, "'＝1", "full width begins a formula in some"},
		{"1=1", true, "1=1", "= within a text is none"},
	}
	for _, tt := range tests {
		a := &laut.Article{Document: extract.Parse(tt.said)}
		a.Claims = []claims.Claim{{Content: []extract.Span{{Start: 0, End: len(tt.said)}}}}
		out := write(t, CSV{Excel: tt.excel}, ID{}, a)
		if n := strings.Count(out, "\n"); n != 1 {
			t.Errorf("%s: %q has %d lines, want 1", tt.reason, out, n)
		}
		r := csv.NewReader(strings.NewReader(out))
		if tt.excel {
			r.Comma = ';'
		}
		row, err := r.Read()
		if err != nil || len(row) != len(csvColumns) {
			t.Errorf("%s: %d columns, %v, want %d", tt.reason, len(row), err, len(csvColumns))
			continue
		}
		if row[5] != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, row[5], tt.want)
		}
	}
}

// What offsets cut out of the text is what the text column holds.
func TestCSVOffsets(t *testing.T) {
	const text = "🚢 «Ja»,\nsagte sie, «nein»."
	a := &laut.Article{Document: extract.Parse(text)}
	a.Claims = []claims.Claim{{Content: []extract.Span{{Start: 5, End: 11}, {Start: strings.Index(text, "«nein"), End: len(text) - 1}}}}
	for unit, want := range map[Unit]string{Bytes: "5 32 5-11 24-32", Runes: "2 25 2-6 19-25", UTF16: "3 26 3-7 20-26"} {
		row, err := csv.NewReader(strings.NewReader(write(t, CSV{Offsets: unit}, ID{}, a))).Read()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, strings.Join(row[13:16], " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", unit, diff)
		}
	}
}

func TestCSVOfNothing(t *testing.T) {
	var w failing // a writer that is not called cannot fail
	if err := (CSV{}).Write(&w, ID{}, &laut.Article{Document: extract.Parse("")}); err != nil || w.calls != 0 {
		t.Errorf("error %v after %d calls, want none", err, w.calls)
	}
	if err := (CSV{}).Begin(&w); err != errFull {
		t.Errorf("Begin: error %v, want the writer's", err)
	}
	if err := (CSV{}).Write(&w, ID{}, handmade(t)); err != errFull {
		t.Errorf("Write: error %v, want the writer's", err)
	}
}
