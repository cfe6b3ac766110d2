package export

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/record"
	"github.com/laut-nlp/laut/internal/testkit"

	"github.com/google/go-cmp/cmp"
)

func write(t testing.TB, f Format, id ID, a *laut.Article) string {
	t.Helper()
	var b strings.Builder
	if err := f.Write(&b, id, a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The golden files are the contract with programs outside: keys, their order,
// what is always there.
func TestJSONLinesGolden(t *testing.T) {
	a := handmade(t)
	testkit.Golden(t, "testdata/bytes.jsonl", write(t, JSONLines{}, StringID("fähre <1>"), a))
	testkit.Golden(t, "testdata/utf16.jsonl", write(t, JSONLines{Tokens: true, Offsets: UTF16}, StringID("fähre <1>"), a))
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
