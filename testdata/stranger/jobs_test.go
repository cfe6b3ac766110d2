// Package stranger_test uses laut from another module, with what a user has: the
// exported names and the documentation. What breaks here breaks for users.
package stranger_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/eval"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/people"
	"github.com/laut-nlp/laut/web"
	"github.com/laut-nlp/laut/webpage"
)

const council = "„Wir zahlen“, sagte Anna Meier, „aber nicht allein.“ Ein Sprecher der Initiative bestritt, dass Meier je gefragt habe."

// Who says what, whole, and by whom: a name, or a noun to count by.
func TestWhole(t *testing.T) {
	article := laut.Read(council)
	var got []string
	for _, c := range article.Claims {
		who := c.Speaker.Head
		if e, ok := article.Speaker(c); ok {
			who = e.Name
		}
		got = append(got, who+": "+article.Said(c))
	}
	want := []string{"Anna Meier: „Wir zahlen“ … „aber nicht allein.“", "Sprecher: dass Meier je gefragt habe"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// What is said by somebody and about her.
func TestByAndAbout(t *testing.T) {
	article := laut.Read(council)
	by, about := 0, 0
	for range article.ClaimsBy(article.Entities[0]) {
		by++
	}
	for c := range article.ClaimsAbout(article.Entities[0]) {
		about++
		if c.Stance != claims.Denies {
			t.Errorf("the claim about her %s", c.Stance)
		}
	}
	if by != 1 || about != 1 {
		t.Errorf("%d claims by Anna Meier and %d about her", by, about)
	}
}

// A result with what stands around it, and its sentence.
func TestAround(t *testing.T) {
	d := laut.Read(council).Document
	name := extract.Span{Start: strings.Index(council, "Anna"), End: strings.Index(council, ", „aber")}
	if got := d.Slice(d.Context(name, 16)); got != "zahlen“, sagte Anna Meier, „aber nicht" {
		t.Errorf("around the name: %q", got)
	}
	if i, ok := d.SentenceAt(name.Start); !ok || i != 0 {
		t.Errorf("it stands in sentence %d, %v", i, ok)
	}
}

// Flags of a program of one's own, and counts by kind as JSON.
func TestFlags(t *testing.T) {
	var stance claims.Stance
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.TextVar(&stance, "stance", claims.Asserts, "")
	if err := flags.Parse([]string{"-stance", "denies"}); err != nil || stance != claims.Denies {
		t.Errorf("%s, %v", stance, err)
	}
	counts := make(map[claims.Kind]int)
	for _, c := range laut.Read(council).Claims {
		counts[c.Kind]++
	}
	if b, err := json.Marshal(counts); err != nil || string(b) != `{"direct":1,"indirect":1}` {
		t.Errorf("%s, %v", b, err)
	}
	if n := len(claims.Stances()); n != 13 {
		t.Errorf("%d stances", n)
	}
}

// An article as JSON and back.
func TestJSON(t *testing.T) {
	article := laut.Read(council)
	b, err := json.Marshal(article)
	if err != nil {
		t.Fatal(err)
	}
	var back laut.Article
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back.Claims, article.Claims) {
		t.Errorf("read back as %+v, %v", back.Claims, err)
	}
}

// A fixture that names an entity which there is not is found out by each format.
func TestFixture(t *testing.T) {
	article := &laut.Article{
		Document: extract.Parse("„Ja.“"),
		Claims:   []claims.Claim{{Kind: claims.Direct, Content: []extract.Span{{Start: 0, End: 9}}, Score: 1}},
	}
	for _, f := range export.Formats() {
		if err := f.New(export.Settings{}).Write(new(bytes.Buffer), export.StringID("a"), article); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	article.Claims[0].Speaker.Entity = 1
	for _, f := range export.Formats() {
		if err := f.New(export.Settings{}).Write(new(bytes.Buffer), export.StringID("a"), article); err == nil {
			t.Errorf("%s wrote a speaker that there is not", f.Name)
		}
	}
}

// A folder of articles to CSV, and who is quoted most in it.
func TestFolder(t *testing.T) {
	names, err := filepath.Glob("../articles/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	files := func(yield func(string, error) bool) {
		for _, name := range names {
			if b, err := os.ReadFile(name); !yield(string(b), err) {
				return
			}
		}
	}
	var quoted people.Counter
	var csv strings.Builder
	out := export.NewWriter(&csv, export.CSV{})
	for r, err := range laut.ReadAll(context.Background(), nil, files, func(s string) string { return s }, 2) {
		if err != nil {
			t.Fatal(err)
		}
		quoted.Add("", r.Article)
		if err := out.Write(export.StringID(""), r.Article); err != nil {
			t.Fatal(err)
		}
	}
	report := quoted.Report()
	if err := out.Close(); err != nil || strings.Count(csv.String(), "\n") < report.Claims || len(report.Voices) < 5 {
		t.Errorf("%d voices, %v", len(report.Voices), err)
	}
}

// Companies of a table, with their keys.
func TestOwnNames(t *testing.T) {
	own, err := entities.New(entities.WithNames(entities.Listed{Ref: "7", Name: "Zorbax AG", Aliases: []string{"Zorbax"}, Label: entities.ORG}))
	if err != nil {
		t.Fatal(err)
	}
	reader, err := laut.New(laut.WithEntities(own))
	if err != nil {
		t.Fatal(err)
	}
	article := reader.Read("„Wir bauen“, teilte Zorbax mit.")
	if who, ok := article.Speaker(article.Claims[0]); !ok || who.Ref != "7" {
		t.Errorf("the speaker is %+v", who)
	}
}

// What a person corrected, against what was found.
func TestCorrected(t *testing.T) {
	found, right := laut.Read(council), laut.Read(council)
	right.Claims[1].Stance = claims.Doubts
	c, err := eval.Compare(found, right)
	if err != nil || len(c.Differences) != 1 || c.Differences[0].Want != "doubts" {
		t.Errorf("%+v, %v", c, err)
	}
}

// A saved page, read by itself and by a server.
func TestPage(t *testing.T) {
	const html = "<title>Haushalt</title><nav>Start</nav><p>„Wir zahlen die Hälfte, wenn der Bund die andere zahlt“, sagte Anna Meier."
	page, err := webpage.Read(strings.NewReader(html), "text/html; charset=utf-8")
	if err != nil || len(laut.Read(page.Text).Claims) != 1 {
		t.Errorf("%+v, %v", page, err)
	}
	h, err := web.New(laut.ReadContext)
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodPost, "/v1/read", strings.NewReader(html))
	r.Header.Set("Content-Type", "text/html; charset=utf-8")
	h.ServeHTTP(w, r)
	var article laut.Article
	if err := json.Unmarshal(w.Body.Bytes(), &article); err != nil || len(article.Claims) != 1 {
		t.Errorf("%s, %v", w.Body, err)
	}
}

const text = `Der Stadtrat von Bern tagte am 2. März.

„Wir zahlen“, sagte Anna Meier. Das Geld sei da.`

func TestWhoSaysWhat(t *testing.T) {
	article := laut.Read(text)
	if len(article.Claims) == 0 {
		t.Fatal("no claim")
	}
	c := article.Claims[0]
	if got := article.Said(c); got != "„Wir zahlen“" {
		t.Errorf("the claim is %q", got)
	}
	if c.Kind != claims.Direct || c.Speaker.Name != "Anna Meier" || c.Speaker.Via != claims.ViaName {
		t.Errorf("%s claim by %q, found by %s", c.Kind, c.Speaker.Name, c.Speaker.Via)
	}
	if who, ok := article.Speaker(c); !ok || who.Label != entities.PER {
		t.Errorf("the speaker is entity %d, which is no person", c.Speaker.Entity)
	}
}

// Values print as words, so that a user's log says "direct" and not 1.
func TestNames(t *testing.T) {
	got := fmt.Sprint(extract.Word, extract.Furniture, entities.PER, entities.FormDerived, claims.FreeIndirect,
		claims.SpeechOrWriting, claims.Denies, claims.ViaCarried, export.UTF16)
	if want := "word furniture PER derived free_indirect speech/writing denies carried utf16"; got != want {
		t.Errorf("names %q, want %q", got, want)
	}
	for _, v := range []fmt.Stringer{extract.Kind(200), extract.ParagraphKind(200), entities.Label(200), entities.Form(200),
		claims.Kind(200), claims.Medium(200), claims.Stance(200), claims.Via(200), export.Unit(200)} {
		if v.String() != "invalid" {
			t.Errorf("%T(200) is called %q", v, v)
		}
	}
}
