package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/linewise"

	"github.com/google/go-cmp/cmp"
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
