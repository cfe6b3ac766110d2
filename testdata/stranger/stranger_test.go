// Package stranger_test uses laut from another module, with what a user has: the
// exported names and the documentation. What breaks here breaks for users.
package stranger_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/web"
)

const text = `Der Stadtrat von Bern tagte am 2. März.

„Wir zahlen“, sagte Anna Meier. Das Geld sei da.`

func TestWhoSaysWhat(t *testing.T) {
	article := laut.Read(text)
	if len(article.Claims) == 0 {
		t.Fatal("no claim")
	}
	c := article.Claims[0]
	if got := article.Document.Slice(c.Content[0]); got != "„Wir zahlen“" {
		t.Errorf("the claim is %q", got)
	}
	if c.Kind != claims.Direct || c.Speaker.Name != "Anna Meier" || c.Speaker.Via != claims.ViaName {
		t.Errorf("%s claim by %q, found by %s", c.Kind, c.Speaker.Name, c.Speaker.Via)
	}
	if c.Speaker.Entity < 0 || article.Entities[c.Speaker.Entity].Label != entities.PER {
		t.Errorf("the speaker is entity %d, which is no person", c.Speaker.Entity)
	}
}

// Every stage can be used alone, on the result of the one before.
func TestStages(t *testing.T) {
	d := extract.Parse(text)
	es := entities.Tag(d)
	if !slices.ContainsFunc(es, func(e entities.Entity) bool { return e.Name == "Bern" && e.Label == entities.LOC }) {
		t.Errorf("Bern is no place among %v", es)
	}
	all, rules := claims.Extract(d, es), claims.Rules().Extract(d, es)
	if len(all) == 0 || len(rules) == 0 {
		t.Errorf("%d claims by default, %d by rules", len(all), len(rules))
	}
}

// All that is found is a piece of the text as it was given.
func TestSpans(t *testing.T) {
	for _, text := range []string{text, "", "\xff„\xfe kaputt\xc3“, sagte Anna Meier. \x00", "  \n\n„"} {
		a := laut.Read(text)
		check := func(what string, spans ...extract.Span) {
			t.Helper()
			for _, s := range spans {
				if s.Start < 0 || s.End <= s.Start || s.End > len(text) {
					t.Errorf("%q: %s has the span %v", text, what, s)
				}
			}
		}
		if a.Document.Text() != text {
			t.Errorf("the text %q became %q", text, a.Document.Text())
		}
		for _, s := range a.Document.Sentences() {
			check("a sentence", s.Span)
		}
		for _, p := range a.Document.Paragraphs() {
			check("a paragraph", p.Span)
		}
		for _, q := range a.Document.Quotations() {
			check("a quotation", q.Span)
		}
		for _, e := range a.Entities {
			for _, m := range e.Mentions {
				check(e.Name, m.Span)
			}
		}
		for _, c := range a.Claims {
			check("a claim", c.Content...)
			check("a cue", c.Cue...)
			check("a frame", c.Frame...)
			check("an addressee", c.Addressee...)
			check("a speaker", c.Speaker.Spans...)
		}
	}
}

func TestRangeOverTokens(t *testing.T) {
	var stems []string
	for token := range extract.Tokens("Die Wählerinnen zahlten 3,5 Mio. Franken.") {
		if token.Kind == extract.Word {
			stems = append(stems, extract.Stem("Die Wählerinnen zahlten 3,5 Mio. Franken."[token.Start:token.End]))
		}
	}
	if got := strings.Join(stems, " "); got != "die wahl zahlt frank" {
		t.Errorf("stems %q", got)
	}
	n := 0
	for range extract.Sentences(text) {
		n++
		break // a program may stop early
	}
	if n != 1 {
		t.Error("no sentence")
	}
}

// Run with -race: a document may be read by many goroutines at once.
func TestSharing(t *testing.T) {
	a := laut.Read(text)
	want := lines(t, a)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			again := &laut.Article{Document: a.Document, Entities: entities.Tag(a.Document)}
			again.Claims = claims.Extract(again.Document, again.Entities)
			if got := lines(t, again); got != want {
				t.Errorf("another result:\n%s\n%s", got, want)
			}
		})
	}
	wg.Wait()
}

func lines(t *testing.T, a *laut.Article) string {
	var b bytes.Buffer
	if err := (export.JSONLines{Tokens: true}).Write(&b, export.StringID("bern"), a); err != nil {
		t.Error(err)
	}
	return b.String()
}

func TestExport(t *testing.T) {
	a := laut.Read(text)
	var record export.Record
	if err := json.Unmarshal([]byte(lines(t, a)), &record); err != nil {
		t.Fatal(err)
	}
	if len(record.Claims) != len(a.Claims) || len(record.Sentences) != 3 || len(record.Tokens) != len(a.Document.Tokens()) {
		t.Errorf("%d claims, %d sentences, %d tokens came back", len(record.Claims), len(record.Sentences), len(record.Tokens))
	}
	if r := record.Sentences[0]; record.Text[r.Start:r.End] != "Der Stadtrat von Bern tagte am 2. März." {
		t.Errorf("the first sentence is %q", record.Text[r.Start:r.End])
	}

	var table strings.Builder
	if err := (export.Table{}).Write(&table, export.StringID("bern"), a); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(table.String(), "„Wir zahlen“") {
		t.Errorf("no claim in the table:\n%s", table.String())
	}
}

// Each format writes an article under the same interface, and a frame around all of them.
func TestFormats(t *testing.T) {
	a := laut.Read(text)
	for _, format := range []export.Format{
		export.Brat{}, export.CSV{}, export.CSV{Excel: true}, export.CoNLLU{}, export.HTML{}, export.JSONLines{},
		export.Lines{}, export.SchemaOrg{Body: true}, export.Table{}, export.WebAnnotation{},
	} {
		var b strings.Builder
		w := export.NewWriter(&b, format)
		for _, id := range []string{"eins", "zwei"} {
			if err := w.Write(export.StringID(id), a); err != nil {
				t.Errorf("%T: %v", format, err)
			}
		}
		if err := w.Close(); err != nil {
			t.Errorf("%T: %v", format, err)
		}
		if n := strings.Count(b.String(), "zahlen"); n < 2 {
			t.Errorf("%T: the claim of two articles is there %d times", format, n)
		}
	}
}

// What a person has corrected comes back.
func TestReadBack(t *testing.T) {
	a := laut.Read(text)
	corrected := strings.Replace(lines(t, a), `"stance":"asserts"`, `"stance":"promises"`, 1)
	n := 0
	for item, err := range (export.JSONLines{}).Read(strings.NewReader(corrected+"{kaputt\n"+corrected), "corrected.jsonl") {
		if n++; n == 2 {
			if err == nil || !strings.HasPrefix(err.Error(), "corrected.jsonl:2: ") {
				t.Errorf("the broken line gives the error %v", err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if c := item.Article.Claims[0]; item.ID.String() != "bern" || c.Stance != claims.Promises || len(item.Article.Claims) != len(a.Claims) {
			t.Errorf("%s came back with %d claims, the first %s", item.ID, len(item.Article.Claims), c.Stance)
		}
	}
	if n != 3 {
		t.Errorf("%d lines were read, want 3", n)
	}
}

// A reader of one's own behind the page and the API, in a server of one's own.
func TestWeb(t *testing.T) {
	reader, err := laut.New()
	if err != nil {
		t.Fatal(err)
	}
	handler, err := web.New(reader.Read)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	r, err := http.Post(server.URL+"/v1/read?format=csv", "text/plain", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	rows, err := csv.NewReader(r.Body).ReadAll()
	if err != nil || len(rows) < 2 || rows[1][1] != "Anna Meier" {
		t.Errorf("rows %q, %v", rows, err)
	}
}

// Values print as words, so that a user's log says "direct" and not 1.
func TestNames(t *testing.T) {
	got := fmt.Sprint(extract.Word, extract.Furniture, entities.PER, entities.Derived, claims.FreeIndirect,
		claims.SpeechOrWriting, claims.Denies, claims.ViaCarried, export.UTF16)
	if want := "word furniture PER derived free_indirect speech/writing denies carried utf16"; got != want {
		t.Errorf("names %q, want %q", got, want)
	}
	for _, v := range []fmt.Stringer{extract.Kind(200), extract.Role(200), entities.Label(200), entities.Form(200),
		claims.Kind(200), claims.Medium(200), claims.Stance(200), claims.Via(200), export.Unit(200)} {
		if v.String() != "invalid" {
			t.Errorf("%T(200) is called %q", v, v)
		}
	}
}

// A Python program counts runes, a JavaScript one UTF-16 units.
func TestOffsets(t *testing.T) {
	a := laut.Read("Schön 🚢. Ja.")
	for unit, want := range map[export.Unit]export.Range{
		export.Bytes: {Start: 13, End: 16}, export.Runes: {Start: 9, End: 12}, export.UTF16: {Start: 10, End: 13},
	} {
		var b bytes.Buffer
		if err := (export.JSONLines{Offsets: unit}).Write(&b, export.StringID("x"), a); err != nil {
			t.Fatal(err)
		}
		var record export.Record
		if err := json.Unmarshal(b.Bytes(), &record); err != nil {
			t.Fatal(err)
		}
		if len(record.Sentences) != 2 || record.Sentences[1] != want {
			t.Errorf("in %s the sentences are %v, want the second at %v", unit, record.Sentences, want)
		}
	}
}
