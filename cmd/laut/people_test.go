package main

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// Corinne Aeschlimann speaks in two articles of the three that name her, in one of them by
// her surname alone.
func TestPeopleStatements(t *testing.T) {
	var out, errs strings.Builder
	if status := run([]string{"people", "-statements", "../../testdata/articles"}, nil, &out, &errs); status != done || errs.Len() > 0 {
		t.Fatalf("status %d, %s", status, errs.String())
	}
	testkit.Golden(t, "testdata/people.golden", strings.ReplaceAll(out.String(), "../../testdata/articles/", ""))
}

func TestShortened(t *testing.T) {
	for _, tt := range []struct{ line, want, why string }{
		{"Wir zahlen.", "Wir zahlen.", "it fits"},
		{strings.Repeat("Die Fähre. ", 9), strings.Repeat("Die Fähre. ", 6) + "Die …", "cut at a space"},
		{strings.Repeat("ä", 90), strings.Repeat("ä", 75) + "…", "or where there is none"},
	} {
		if got := shortened(tt.line, 76); got != tt.want {
			t.Errorf("%q: %q, want %q: %s", tt.line, got, tt.want, tt.why)
		}
	}
}
