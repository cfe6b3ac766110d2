package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// What laut writes for brat, laut agrees with wholly; what a person changes there is what
// the figures lack.
func TestEvalRoundTrip(t *testing.T) {
	text, err := os.ReadFile("../../testdata/articles/hafen.txt")
	if err != nil {
		t.Fatal(err)
	}
	a := laut.Read(string(text))
	var txt, ann strings.Builder
	if err := (export.Brat{}).WriteText(&txt, a); err != nil {
		t.Fatal(err)
	}
	if err := (export.Brat{}).Write(&ann, export.ID{}, a); err != nil {
		t.Fatal(err)
	}
	mentions, n := 0, len(a.Claims)
	for _, e := range a.Entities {
		mentions += len(e.Mentions)
	}
	// The first claim, with all that hangs on it, as brat deletes it.
	claim := regexp.MustCompile(`(?m)^(T\d+)\tClaim .*\n`).FindStringSubmatch(ann.String())
	hangs := regexp.MustCompile(`(?m)^[AR#]\d+\t.*\b` + claim[1] + `\b.*\n`)

	tests := []struct {
		change     func(ann string) string
		task, want string
		reason     string
	}{
		{func(s string) string { return s }, "quotes", fmt.Sprintf("attributed 100.00 100.00 100.00 %d %d", n, n), "nothing changed"},
		{func(s string) string { return s }, "entities", fmt.Sprintf("all 100.00 100.00 100.00 %d %d", mentions, mentions), "nothing changed"},
		{func(s string) string { return hangs.ReplaceAllString(strings.Replace(s, claim[0], "", 1), "") },
			"quotes", fmt.Sprintf("attributed %.2f 100.00 %.2f %d %d", 100*float64(n-1)/float64(n), 200*float64(n-1)/float64(2*n-1), n, n-1), "a claim was deleted"},
		{func(s string) string { return strings.ReplaceAll(s, "\tPER ", "\tORG ") },
			"entities", fmt.Sprintf("PER 0.00 - 0.00 %d 0", strings.Count(ann.String(), "\tPER ")), "all persons became organisations"},
		{func(s string) string { return strings.Replace(s, " direct\n", " reported\n", 1) },
			"quotes", fmt.Sprintf("form %.2f %.2f %.2f %d %d", 100*float64(n-1)/float64(n), 100*float64(n-1)/float64(n), 100*float64(n-1)/float64(n), n, n), "a kind was changed"},
		{func(s string) string { return s }, "claims", fmt.Sprintf("named 100.00 100.00 100.00 %d %d", n, n), "nothing changed"},
		{func(s string) string { return hangs.ReplaceAllString(strings.Replace(s, claim[0], "", 1), "") },
			"claims", fmt.Sprintf("found %.2f 100.00 %.2f %d %d", 100*float64(n-1)/float64(n), 200*float64(n-1)/float64(2*n-1), n, n-1), "a claim was deleted"},
	}
	for _, tt := range tests {
		dir := t.TempDir()
		for name, content := range map[string]string{"hafen.txt": txt.String(), "hafen.ann": tt.change(ann.String()), "annotation.conf": export.BratConfig} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		var out, errs strings.Builder
		if status := run([]string{"eval", tt.task, dir}, nil, &out, &errs); status != done || errs.Len() > 0 {
			t.Errorf("%s: status %d, %s", tt.reason, status, errs.String())
		}
		row, _, _ := strings.Cut(tt.want, " ")
		got := ""
		for line := range strings.Lines(out.String()) {
			if f := strings.Fields(line); len(f) > 0 && f[0] == row && got == "" {
				got = strings.Join(f, " ")
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}
