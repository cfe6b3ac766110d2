package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/linewise"
)

// articleOfLine reads a line as grep does.
func articleOfLine(line []byte) (*laut.Article, error) {
	fields, err := linewise.ParseObject(line)
	if err != nil {
		return nil, err
	}
	return articleOf(fields, line)
}

// An article that was written and taken back is written the same again.
func TestArticleOfRoundTrip(t *testing.T) {
	const text = "„Wir zahlen in Hamburg“, sagte Anna Meier 🎉.\n\nSie erklärte, Peter Groß habe „nie“ gezahlt. Der Berliner Senat schwieg."
	write := func(a *laut.Article) string {
		var b strings.Builder
		if err := (export.JSONLines{}).Write(&b, export.StringID("a"), a); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	want := write(laut.Read(text))
	a, err := articleOfLine([]byte(want))
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Claims) == 0 || len(a.Entities) == 0 {
		t.Fatalf("%d claims and %d entities: the test shows nothing", len(a.Claims), len(a.Entities))
	}
	if diff := cmp.Diff(want, write(a)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Offsets that are not bytes may fit the text all the same. Whatever a text ends with, those
// that are pass.
func TestArticleOfUnits(t *testing.T) {
	for _, text := range []string{
		"Müller bleibt, sagte Angela Merkel am Montag. Das sei sicher.", // no range cuts a character
		"Das sei sicher, sagte Merkel. Müller bleibt…",                  // the last sentence alone is off
		"Müller bleibt, sagte Merkel.\n\n— — —\n",                       // no words after it
		"Müller bleibt, sagte Merkel.\u200b \x00\u3000\u202c",           // what nobody sees is in no sentence
	} {
		for _, unit := range []export.Unit{export.Bytes, export.Runes, export.UTF16} {
			var b strings.Builder
			if err := (export.JSONLines{Offsets: unit}).Write(&b, export.ID{}, laut.Read(text)); err != nil {
				t.Fatal(err)
			}
			_, err := articleOfLine([]byte(b.String()))
			if ok := err == nil; ok != (unit == export.Bytes) {
				t.Errorf("%q in %v: %v", text, unit, err)
			}
			_, _, err = (&gold{task: "quotes"}).line([]byte(b.String()))
			if ok := err == nil; ok != (unit == export.Bytes) {
				t.Errorf("%q in %v, as gold: %v", text, unit, err)
			}
		}
	}
}

// What has no claims is a text, whatever it says of claims.
func TestArticleOfTexts(t *testing.T) {
	for line, reason := range map[string]string{
		`{"text":"Ja."}`:                      "a text",
		`{"text":"\"claims\": keine"}`:        "a text with the word",
		`{"text":"Ja.","more":{"claims":[]}}`: "claims of something else",
		`{"text":"Ja.","claims":null}`:        "null is nothing",
	} {
		if a, err := articleOfLine([]byte(line)); a != nil || err != nil {
			t.Errorf("%s: got %v, %v", reason, a, err)
		}
	}
}

// Whatever a line holds, an article that comes of it can be searched and written.
func FuzzArticleOf(f *testing.F) {
	f.Add(`{"text":"Ä b","entities":[{"start":0,"end":2,"label":"PER","form":"name","id":0,"name":"Ä"}],"claims":[{"kind":"direct","medium":"speech","stance":"asks","content":[{"start":0,"end":2}],"speaker":{"entity":0},"parent":-1},{"kind":"direct","medium":"speech","stance":"","content":[{"start":3,"end":4}],"speaker":{"entity":-1},"parent":0}]}`)
	f.Add(`{"text":"","claims":[{"parent":-7}]}`)
	var q query
	if err := q.topics.add("Ä,b"); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, line string) {
		a, err := articleOfLine([]byte(line))
		if a == nil || err != nil {
			return
		}
		q.filter(a)
		var b strings.Builder
		for _, format := range []export.Format{export.Lines{}, export.Table{}, export.JSONLines{}} {
			b.Reset()
			if err := format.Write(&b, export.ID{}, a); err != nil {
				t.Errorf("%s: %v", line, err)
			}
		}
		if !json.Valid([]byte(b.String())) {
			t.Errorf("%s became %s", line, b.String())
		}
	})
}

// A run that was killed leaves the beginning of its output, cut anywhere. Resumed, it ends
// as if nothing had happened.
func TestResumeAtEveryByte(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl")
	const input = `{"id":"ä \"1\"","text":"Ja. <b>"}
{"id":2,"text":"Nein.\u2028"}
{"id":"ä \"1\"","text":"Doch."}
{"id":"2","text":""}
{"text":"Ohne."}
`
	if err := os.WriteFile(in, []byte(input), 0o666); err != nil {
		t.Fatal(err)
	}
	resume := func() string {
		t.Helper()
		var errs strings.Builder
		if status := run([]string{"-resume", "-format", "jsonl", "-o", out, in}, nil, io.Discard, &errs); status != done {
			t.Fatalf("status %d, %s", status, errs.String())
		}
		got, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return string(got)
	}
	want := resume()
	if strings.Count(want, "\n") != 5 {
		t.Fatalf("the run wrote\n%s", want)
	}
	for n := range len(want) + 1 {
		if err := os.WriteFile(out, []byte(want[:n]), 0o666); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, resume()); diff != "" {
			t.Fatalf("cut at byte %d (-want +got):\n%s", n, diff)
		}
	}
}

// The same of a folder: whatever files are there, also those that were being written.
func TestResumeFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		if err := os.WriteFile(filepath.Join(dir, name+".txt"), []byte("Es regnet in "+name+".\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	out := filepath.Join(dir, "out")
	resume := func() map[string]string {
		t.Helper()
		var errs strings.Builder
		args := []string{"-resume", "-format", "jsonl", "-o", "out/", "."}
		if status := run(args, nil, io.Discard, &errs); status != done {
			t.Fatalf("status %d, %s", status, errs.String())
		}
		got := make(map[string]string)
		entries, err := os.ReadDir(out)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			b, err := os.ReadFile(filepath.Join(out, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			got[e.Name()] = string(b)
		}
		return got
	}
	want := resume()
	if len(want) != 3 {
		t.Fatalf("the run wrote %v", want)
	}
	for n := range len(want["b.jsonl"]) { // killed while it wrote b
		for _, name := range []string{"b", "c"} {
			if err := os.Remove(filepath.Join(out, name+".jsonl")); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(out, ".b.jsonl.part"), []byte(want["b.jsonl"][:n]), 0o666); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, resume()); diff != "" {
			t.Fatalf("cut at byte %d (-want +got):\n%s", n, diff)
		}
	}
}

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
