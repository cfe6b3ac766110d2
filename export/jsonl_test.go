package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/record"
	"github.com/laut-nlp/laut/internal/testkit"
)

// readLines returns what Read yields: ids, or the errors in their place.
func readLines(f JSONLines, r io.Reader) (ids []string, articles []*laut.Article) {
	for item, err := range f.Read(r, "a.jsonl") {
		if err != nil {
			ids = append(ids, err.Error())
			continue
		}
		ids = append(ids, item.ID.String())
		articles = append(articles, item.Article)
	}
	return ids, articles
}

func TestJSONLinesRead(t *testing.T) {
	for name, a := range articles(t) {
		for _, unit := range []Unit{Bytes, Runes, UTF16} {
			t.Run(name+"/"+unit.String(), func(t *testing.T) {
				f := JSONLines{Tokens: true, Offsets: unit}
				line := write(t, f, StringID(name), a)
				ids, got := readLines(f, strings.NewReader(line+"\n"+line))
				if diff := cmp.Diff([]string{name, name}, ids); diff != "" {
					t.Fatalf("(-want +got):\n%s", diff)
				}
				sameArticle(t, a, got[0])
				// What is read is written alike: nothing of the record is lost.
				if diff := cmp.Diff(line, write(t, f, StringID(name), got[1])); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			})
		}
	}
}

// Invalid bytes are U+FFFD from the first writing on.
func TestJSONLinesReadInvalid(t *testing.T) {
	a := handmade(t)
	text := a.Document.String()
	broken := strings.Replace(text, "Streit", "Str\xffit", 1)
	b := laut.Read(broken)
	b.Entities, b.Claims = a.Entities, a.Claims
	for _, unit := range []Unit{Bytes, Runes, UTF16} {
		f := JSONLines{Offsets: unit}
		ids, got := readLines(f, strings.NewReader(write(t, f, StringID("x"), b)))
		if len(got) != 1 {
			t.Fatalf("%s: %v", unit, ids)
		}
		for i, c := range got[0].Claims {
			if want, got := a.Document.Text(a.Claims[i].Content...), got[0].Document.Text(c.Content...); got != want {
				t.Errorf("%s: claim %d says %q, want %q", unit, i, got, want)
			}
		}
	}
}

// Formats that say who spoke by the name find the one of the entity.
func TestJSONLinesReadNames(t *testing.T) {
	for speaker, want := range map[string]claims.Speaker{
		`{"entity":3}`:                          {Entity: 2, Name: "Anna Meier", Score: 1},
		`{"entity":3,"name":"Meier"}`:           {Entity: 2, Name: "Meier", Score: 1},
		`{"name":"die Leitung","score":0.25}`:   {Name: "die Leitung", Score: .25},
		`{}`:                                    {},
		`{"entity":3,"entities":[3,1]}`:         {Entity: 2, Others: []entities.ID{1}, Name: "Anna Meier / Bo", Score: 1},
		`{"entities":[1,3],"name":"Bo / Anna"}`: {Entity: 1, Others: []entities.ID{2}, Name: "Bo / Anna", Score: 1},
		`{"entity":-1,"entities":[]}`:           {},
	} {
		item, err := JSONLines{}.Parse([]byte(`{"text":"Anna Meier. Bo.","entities":[{"start":0,"end":10,"label":"PER","id":3,"name":"Anna Meier"},
			{"start":12,"end":14,"label":"PER","id":1,"name":"Bo"}],"claims":[{"speaker":` + speaker + `}]}`))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, item.Article.Claims[0].Speaker, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", speaker, diff)
		}
	}
}

// The user's keys of entities are written and read, and a mention that a person adds without one
// belongs to the entity all the same.
func TestJSONLinesRef(t *testing.T) {
	a := handmade(t)
	a.Entities[0].Ref = "Q 42"
	line := write(t, JSONLines{}, StringID("x"), a)
	if n := strings.Count(line, `"name":"Lea Brunner","ref":"Q 42"}`); n != 2 || strings.Count(line, `"ref"`) != n {
		t.Errorf("%d keys in %s", n, line)
	}
	line = strings.Replace(line, `,"ref":"Q 42"`, "", 1)
	item, err := JSONLines{}.Parse([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	if es := item.Article.Entities; len(es) != 3 || es[0].Ref != "Q 42" || es[1].Ref != "" {
		t.Errorf("got %+v", es)
	}
	if row := write(t, CSV{}, StringID("x"), a); !strings.HasPrefix(row, "x,Lea Brunner,PER,Q 42,asserts,") {
		t.Errorf("CSV: got %s", row)
	}
}

// Each line that is broken says where and why; the others are read.
func TestJSONLinesReadErrors(t *testing.T) {
	entity := func(s string) string {
		return `{"id":"x","text":"Äh, sagte Anna.","entities":[{"start":10,"end":14,"label":"PER","id":0,"name":"Anna"},` + s + `]}`
	}
	claim := func(s string) string {
		return `{"id":"x","text":"Äh, sagte Anna.","entities":[{"start":11,"end":15,"label":"PER","id":4,"name":"Anna"}],"claims":[` + s + `]}`
	}
	tests := []struct {
		line   string
		want   string
		reason string
	}{
		{`{"id":"x","text":""}`, "x", "what is missing is empty"},
		{claim(`{"content":[{"start":0,"end":3}]}`), "x", "a claim without parent and speaker"},
		{claim(`{"speaker":{"entity":4}}`), "x", "ids of entities need not begin at 0"},
		{`{"id":7,"text":"","furniture":[1]}`, "7", "keys of others"},
		{`{"id":"x","te`, "a.jsonl:2: broken JSON at byte 13: unexpected end of JSON input", "half a line"},
		{`[]`, "a.jsonl:2: not a JSON object: array", "no object"},
		{`null`, `a.jsonl:2: no "text"`, "nothing"},
		{`{"id":"x"}`, `a.jsonl:2: no "text"`, "no text"},
		{`{"id":"x","text":null}`, `a.jsonl:2: no "text"`, "a text that is none"},
		{`{"id":[],"text":""}`, "a.jsonl:2: id is neither a string nor a number", "no id"},
		{"{\"id\":\"x\",\"text\":\"\xff\"}", "a.jsonl:2: not valid UTF-8", "offsets would be off"},
		{`{"id":"x","text":"a","sentences":[{"start":0,"end":2}]}`, "a.jsonl:2: sentence 0: [0,2) lies outside the text of 1 bytes", "a sentence"},
		{`{"id":"x","text":"ä","tokens":[{"start":0,"end":1}]}`, "a.jsonl:2: token 0: [0,1) cuts a character", "a token"},
		{entity(`{"start":1,"end":3,"label":"PER"}`), "a.jsonl:2: mention 1: [1,3) cuts a character", "inside a character"},
		{entity(`{"start":9,"end":17,"label":"PER"}`), "a.jsonl:2: mention 1: [9,17) lies outside the text of 16 bytes", "outside the text"},
		{entity(`{"start":9,"end":8,"label":"PER"}`), "a.jsonl:2: mention 1: [9,8) lies outside the text of 16 bytes", "the wrong way round"},
		{entity(`{"label":"HUMAN"}`), `a.jsonl:2: mention 1: unknown label "HUMAN"`, "a label"},
		{entity(`{"label":"PER","form":"short"}`), `a.jsonl:2: mention 1: unknown form "short"`, "a form"},
		{claim(`{"kind":"said"}`), `a.jsonl:2: claim 0: unknown kind "said"`, "a kind"},
		{claim(`{"kind":"invalid"}`), `a.jsonl:2: claim 0: unknown kind "invalid"`, "a kind that String returns"},
		{claim(`{"medium":"radio"}`), `a.jsonl:2: claim 0: unknown medium "radio"`, "a medium"},
		{claim(`{"stance":"shouts"}`), `a.jsonl:2: claim 0: unknown stance "shouts"`, "a stance"},
		{claim(`{"speaker":{"via":"guess"}}`), `a.jsonl:2: claim 0: unknown via "guess"`, "a way"},
		{claim(`{"speaker":{"entity":0}}`), "a.jsonl:2: claim 0: its speaker is entity 0, of which there is no mention", "an entity"},
		{claim(`{"speaker":{"entity":4,"entities":[5]}}`), "a.jsonl:2: claim 0: its speaker is entity 4, and the first of its entities is 5", "two that are the first"},
		{claim(`{"speaker":{"entities":[4,4]}}`), "a.jsonl:2: claim 0: its speaker is entity 4 twice", "one twice"},
		{claim(`{"speaker":{"name":"x","score":-1}}`), "a.jsonl:2: claim 0: the score -1 of its speaker is not from 0 to 1", "the score of a speaker"},
		{claim(`{"speaker":{"entity":-2}}`), "a.jsonl:2: claim 0: its speaker is entity -2, of which there is no mention", "an entity below none"},
		{claim(`{"parent":0}`), "a.jsonl:2: claim 0: parent 0 is no earlier claim", "in itself"},
		{claim(`{},{"parent":-2}`), "a.jsonl:2: claim 1: parent -2 is no earlier claim", "in none"},
		{claim(`{"frame":[{"start":0,"end":99}]}`), "a.jsonl:2: claim 0: frame: [0,99) lies outside the text of 16 bytes", "a part"},
		{claim(`{"speaker":{"spans":[{"start":1,"end":2}]}}`), "a.jsonl:2: claim 0: speaker: [1,2) cuts a character", "the speaker"},
	}
	for _, tt := range tests {
		got, _ := readLines(JSONLines{}, strings.NewReader("{\"id\":\"first\",\"text\":\"\"}\n"+tt.line+"\n\n{\"id\":\"last\",\"text\":\"\"}"))
		if len(got) != 3 || got[0] != "first" || got[2] != "last" {
			t.Errorf("%s: read %q, want three with first and last", tt.reason, got)
			continue
		}
		if !strings.HasPrefix(got[1], tt.want) {
			t.Errorf("%s: %q, want %q", tt.reason, got[1], tt.want)
		}
	}
}

// Mentions that a person relabelled or deleted leave a valid article.
func TestRecordEntities(t *testing.T) {
	const line = `{"text":"Anna, Bern, Anna, Chur","entities":[
		{"start":18,"end":22,"label":"LOC","id":9,"name":"Chur"},{"start":12,"end":16,"label":"PER","id":2,"name":"Anna"},
		{"start":0,"end":4,"label":"PER","id":2,"name":"Anna"},{"start":6,"end":10,"label":"ORG","id":2,"name":"Anna"}],
		"claims":[{"speaker":{"entity":9}},{"speaker":{"entity":2}}]}`
	ids, as := readLines(JSONLines{}, strings.NewReader(strings.ReplaceAll(line, "\n", "")))
	if len(as) != 1 {
		t.Fatal(ids)
	}
	var got []string
	for _, e := range as[0].Entities {
		s := fmt.Sprint(e.ID, e.Label, e.Name)
		for _, m := range e.Mentions {
			s += " " + as[0].Document.Slice(m.Span) + fmt.Sprint(m.Start)
		}
		got = append(got, s)
	}
	for _, c := range as[0].Claims {
		got = append(got, fmt.Sprint(c.Speaker.Entity))
	}
	if diff := cmp.Diff([]string{"1 PERAnna Anna0 Anna12", "2 ORGAnna Bern6", "3 LOCChur Chur18", "3", "1"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestJSONLinesReadStops(t *testing.T) {
	const two = "{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"b\",\"text\":\"\"}\n"
	n := 0
	for range (JSONLines{}).Read(strings.NewReader(two), "a.jsonl") {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d items after a break, want 1", n)
	}
	got, _ := readLines(JSONLines{}, io.MultiReader(strings.NewReader(two+`{"id":`), iotest.ErrReader(errFull)))
	if diff := cmp.Diff([]string{"a", "b", "a.jsonl: " + errFull.Error()}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Whatever a line holds, what is read is a valid article.
func FuzzJSONLinesRead(f *testing.F) {
	a := handmade(f)
	for unit := range Unit(3) {
		f.Add(write(f, JSONLines{Offsets: unit}, StringID("a"), a), uint8(unit))
	}
	f.Fuzz(func(t *testing.T, line string, unit uint8) {
		for item, err := range (JSONLines{Offsets: Unit(unit % 3)}).Read(strings.NewReader(line), "a.jsonl") {
			if err == nil {
				checkValid(t, item.Article)
			} else if item.Article != nil {
				t.Errorf("an article and the error %v", err)
			}
		}
	})
}

// What a claim that somebody wrote does not say.
func TestClaimDefaults(t *testing.T) {
	item, err := JSONLines{}.Parse([]byte(`{"id":"a","text":"Ja.","claims":[{"kind":"direct","content":[{"start":0,"end":3}]},{"score":0}]}`))
	if err != nil {
		t.Fatal(err)
	}
	c := item.Article.Claims[0]
	if c.Parent != 0 || c.Speaker.Entity != 0 || c.Score != 1 {
		t.Errorf("parent %d, entity %d, score %v, want none, none and certain", c.Parent, c.Speaker.Entity, c.Score)
	}
	if s := item.Article.Claims[1].Score; s != 0 {
		t.Errorf("a score of 0 became %v", s)
	}
}

func write(t testing.TB, f Format, id ID, a *laut.Article) string {
	t.Helper()
	var b strings.Builder
	if err := f.Write(&b, id, a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The golden file is the contract with programs outside: keys, their order,
// what is always there.
func TestJSONLinesGolden(t *testing.T) {
	a := handmade(t)
	testkit.Golden(t, "testdata/jsonl.txt", write(t, JSONLines{}, StringID("fähre <1>"), a)+
		"-- with tokens, in units of UTF-16 --\n"+write(t, JSONLines{Tokens: true, Offsets: UTF16}, StringID("fähre <1>"), a))
}

func TestJSONLinesOfNothing(t *testing.T) {
	a := &laut.Article{Document: extract.Parse("")}
	tests := []struct {
		format JSONLines
		want   string
		reason string
	}{
		{JSONLines{}, `{"id":"","text":"","sentences":[],"entities":[],"claims":[]}`, "arrays are never null"},
		{JSONLines{Tokens: true}, `{"id":"","text":"","sentences":[],"tokens":[],"entities":[],"claims":[]}`, "tokens that were asked for are there even if there are none"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want+"\n", write(t, tt.format, ID{}, a)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestSpeakerNobody(t *testing.T) {
	a := handmade(t)
	a.Claims = a.Claims[len(a.Claims)-1:]
	line := write(t, JSONLines{}, ID{}, a)
	if want := `"speaker":{"spans":[],"entity":-1,"entities":[],"name":"","head":"","via":"","score":0}`; !strings.Contains(line, want) {
		t.Errorf("no %s in %s", want, line)
	}
}

// What a program outside cuts out of the text with the offsets is what the
// library found, in each unit and whatever the bytes.
func TestRecordSlices(t *testing.T) {
	for _, text := range []string{
		"„Schön“, sagte Özge 🎉. Ja.",
		"kaputt \xff\xfe und \xc3 halb, sagte sie. \xe2\x80",
		"nur ASCII, sagte er.",
	} {
		a := &laut.Article{Document: extract.Parse(text)}
		var spans []extract.Span
		for i, r := range text {
			if r == ' ' {
				spans = append(spans, extract.Span{Start: i, End: len(text)})
				a.Claims = append(a.Claims, claims.Claim{Content: spans[len(spans)-1:]})
			}
		}
		for _, unit := range []Unit{Bytes, Runes, UTF16} {
			var r record.Record
			if err := json.Unmarshal([]byte(write(t, JSONLines{Offsets: unit}, ID{}, a)), &r); err != nil {
				t.Fatal(err)
			}
			if want := strings.ToValidUTF8(text, "\uFFFD"); len([]rune(r.Text)) != len([]rune(text)) || unit == Bytes && want == text && r.Text != text {
				t.Errorf("text %q came out as %q", text, r.Text)
			}
			for i, c := range r.Claims {
				s := c.Content[0]
				want := string([]rune(text[spans[i].Start:spans[i].End])) // each invalid byte becomes U+FFFD
				if got := cut(r.Text, s, unit); got != want {
					t.Errorf("%s, %q: %v cuts %q, want %q", unit, text, s, got, want)
				}
			}
		}
	}
}

func TestJSONLinesReadBack(t *testing.T) {
	a := handmade(t)
	f := JSONLines{Tokens: true, Offsets: Runes}
	var got record.Record
	if err := json.Unmarshal([]byte(write(t, f, StringID("x"), a)), &got); err != nil {
		t.Fatal(err)
	}
	want, err := recordOf(StringID("x"), a, offsets.Runes, true)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, &got); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
}

// failing counts the calls and fails each.
type failing struct{ calls int }

var errFull = errors.New("full")

func (f *failing) Write([]byte) (int, error) { f.calls++; return 0, errFull }

func TestWriteErrors(t *testing.T) {
	a := handmade(t)
	for _, f := range []Format{JSONLines{}, Table{Title: true}, WebAnnotation{}, SchemaOrg{}} {
		var w failing
		if err := f.Write(&w, StringID("x"), a); !errors.Is(err, errFull) || w.calls != 1 {
			t.Errorf("%T: error %v after %d calls, want the writer's after one", f, err, w.calls)
		}
	}

	a.Claims[0].Score = math.NaN()
	for _, f := range []Format{JSONLines{}, WebAnnotation{}} {
		var b strings.Builder
		err := f.Write(&b, StringID("bern.txt"), a)
		if err == nil || !strings.HasPrefix(err.Error(), "bern.txt: ") || b.Len() > 0 {
			t.Errorf("%T: a score that is not a number: error %v and %d bytes written, want an error with the id and none", f, err, b.Len())
		}
	}
}

func TestID(t *testing.T) {
	tests := []struct{ in, text, reason string }{
		{`"a1"`, "a1", ""},
		{`""`, "", ""},
		{`"<ä> & \"b\""`, `<ä> & "b"`, "HTML characters stay as they are"},
		{`17`, "17", "a number stays a number"},
		{`9007199254740993`, "9007199254740993", "more digits than a float64 holds"},
		{`-1e999`, "-1e999", "out of a float64's range"},
	}
	for _, tt := range tests {
		var id ID
		if err := json.Unmarshal([]byte(tt.in), &id); err != nil {
			t.Errorf("%s: %v", tt.in, err)
			continue
		}
		a := &laut.Article{Document: extract.Parse("")}
		got, _, _ := strings.Cut(write(t, JSONLines{}, id, a), `,"text"`)
		if id.String() != tt.text || got != `{"id":`+tt.in {
			t.Errorf("%s: String %q, written %s (%s)", tt.in, id, got, tt.reason)
		}
	}
	for _, in := range []string{`true`, `{}`, `["a"]`} {
		var id ID
		if err := json.Unmarshal([]byte(in), &id); err == nil {
			t.Errorf("%s was taken for an id", in)
		}
	}
}

func BenchmarkJSONLines(b *testing.B) {
	a := handmade(b)
	for _, unit := range []Unit{Bytes, UTF16} {
		b.Run(unit.String(), func(b *testing.B) {
			f := JSONLines{Tokens: true, Offsets: unit}
			b.SetBytes(int64(len(a.Document.String())))
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Write(io.Discard, StringID("x"), a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
