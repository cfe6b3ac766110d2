package export

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/cputime"
	"github.com/laut-nlp/laut/internal/offsets"
)

// framed writes ids between brackets.
type framed struct{}

func (framed) Begin(w io.Writer) error { _, err := io.WriteString(w, "["); return err }
func (framed) End(w io.Writer) error   { _, err := io.WriteString(w, "]"); return err }
func (framed) Write(w io.Writer, id ID, _ *laut.Article) error {
	_, err := fmt.Fprint(w, id)
	return err
}

func TestWriter(t *testing.T) {
	a := &laut.Article{Document: extract.Parse("")}
	tests := []struct {
		format Format
		ids    string
		want   string
		reason string
	}{
		{framed{}, "ab", "[ab]", "one frame around all"},
		{framed{}, "", "[]", "a frame around nothing is a file too"},
		{JSONLines{}, "a", `{"id":"a","text":"","sentences":[],"entities":[],"claims":[]}` + "\n", "a format without a frame"},
		{JSONLines{}, "", "", "nothing of a format without a frame"},
	}
	for _, tt := range tests {
		var b strings.Builder
		w := NewWriter(&b, tt.format)
		for _, id := range tt.ids {
			if err := w.Write(StringID(string(id)), a); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil || b.String() != tt.want {
			t.Errorf("%s: wrote %q, %v, want %q", tt.reason, b.String(), err, tt.want)
		}
	}
}

// A writer that fails at any of its calls says so, and the frame is not closed around what
// was never opened.
func TestWriterErrors(t *testing.T) {
	a := &laut.Article{Document: extract.Parse("")}
	var w failing
	if err := NewWriter(&w, framed{}).Write(ID{}, a); err != errFull || w.calls != 1 {
		t.Errorf("Write: error %v after %d calls, want the writer's after one", err, w.calls)
	}
	w = failing{}
	if err := NewWriter(&w, framed{}).Close(); err != errFull || w.calls != 1 {
		t.Errorf("Close: error %v after %d calls, want the writer's after one", err, w.calls)
	}
}

// cut slices a text as a program would that counts in the unit.
func cut(text string, r offsets.Range, unit Unit) string {
	switch unit {
	case Runes:
		return string([]rune(text)[r.Start:r.End])
	case UTF16:
		return string(utf16.Decode(utf16.Encode([]rune(text))[r.Start:r.End]))
	}
	return text[r.Start:r.End]
}

// A look-up must not walk from the start of the text or of the line.
func TestOffsetsLinear(t *testing.T) {
	text := strings.Repeat("ä", 4<<20)
	start := cputime.Now()
	lines := newLines(text)
	last := ""
	for at := 0; at < len(text); at += 16 {
		last = lines.position(at)
	}
	if last != "1:4194297" {
		t.Errorf("last position %s", last)
	}
	if d := cputime.Now() - start; d > 5*time.Second {
		t.Errorf("half a million positions in one long line took %s", d)
	}
}

func TestUnitNames(t *testing.T) {
	for _, u := range []Unit{Bytes, Runes, UTF16} {
		var got Unit
		if err := got.UnmarshalText([]byte(u.String())); err != nil || got != u {
			t.Errorf("%s read back as %s, %v", u, got, err)
		}
	}
	var u Unit
	if err := u.UnmarshalText([]byte("utf8")); err == nil || !strings.Contains(err.Error(), "want bytes, runes or utf16") {
		t.Errorf("unknown unit: error %v does not say which there are", err)
	}
}

func TestSource(t *testing.T) {
	tests := []struct{ base, id, want, reason string }{
		{"", "a1", "urn:laut:article:a1", "a URN where there is no base"},
		{"", "", "urn:laut:article:", "an empty id has an IRI too"},
		{"https://example.org/artikel/", "a1", "https://example.org/artikel/a1", "the id is appended"},
		{"https://example.org/faehre.html", "", "https://example.org/faehre.html", "a base that is the address of the one article"},
		{"https://example.org/", "politik/fähre <1>.txt", "https://example.org/politik/f%C3%A4hre%20%3C1%3E.txt", "a path stays a path"},
		{"https://example.org/?id=", "a&b=c+d#e?f", "https://example.org/?id=a%26b%3Dc%2Bd%23e%3Ff", "no id ends the query or begins a fragment"},
		{"", "a%2Fb", "urn:laut:article:a%252Fb", "an escaped slash is no slash"},
		{"", "\xff\n\"", "urn:laut:article:%FF%0A%22", "broken bytes and control characters"},
		{"", "https://example.org/2026/faehre?seite=1", "https://example.org/2026/faehre?seite=1", "a web address is an IRI"},
		{"https://example.com/", "https://example.org/faehre", "https://example.org/faehre", "also where there is a base"},
		{"", "https://example.org/#a", "urn:laut:article:https%3A//example.org/%23a", "not one with a fragment, which could have no second one"},
		{"", "https://example.org/a b", "urn:laut:article:https%3A//example.org/a%20b", "nor one that is not written as an IRI"},
		{"", "https://example.org/100%", "urn:laut:article:https%3A//example.org/100%25", "nor one with a lone percent sign"},
		{"", "https://example.org/%fähre", "urn:laut:article:https%3A//example.org/%25f%C3%A4hre", "nor one whose percent sign has no two digits"},
		{"", "http://[::1]:80/%e4?a=b&c", "http://[::1]:80/%e4?a=b&c", "an escaped byte"},
		{"", "https://müller.example/fähre/日本", "https://müller.example/fähre/日本", "an IRI has letters of every script"},
		{"", "https://example.org/\u202ea", "urn:laut:article:https%3A//example.org/%E2%80%AEa", "but nothing that changes direction"},
		{"", "https://example.org/\xff", "urn:laut:article:https%3A//example.org/%FF", "and no broken bytes"},
		{"", "https://", "urn:laut:article:https%3A//", "an address of nothing is none"},
		{"", "javascript:alert(1)", "urn:laut:article:javascript%3Aalert%281%29", "no other scheme is taken over"},
	}
	for _, tt := range tests {
		if got := source(tt.base, StringID(tt.id)); got != tt.want {
			t.Errorf("%s: %q below %q is %s, want %s", tt.reason, tt.id, tt.base, got, tt.want)
		}
	}
}

// handmade is an article whose entities and claims were set by hand, so that
// these tests show what the formats do and not how well the stages read.
func handmade(t testing.TB) *laut.Article {
	const text = `Streit um die Fähre 🚢

«Die Fähre bleibt», sagte Lea Brunner am Montag, «solange ich Präfektin bin.» Das
Geld reiche für drei Jahre. Brunner erinnerte daran, dass Zoll & Söhne «keinen <Franken>»
versprochen habe.

Es heisst, die Brücke werde teurer.
`
	span := func(s string, nth int) extract.Span {
		t.Helper()
		at := -1
		for range nth {
			i := strings.Index(text[at+1:], s)
			if i < 0 {
				t.Fatalf("%q is not %d times in the text", s, nth)
			}
			at += 1 + i
		}
		return extract.Span{Start: at, End: at + len(s)}
	}
	spans := func(ss ...string) (out []extract.Span) {
		for _, s := range ss {
			out = append(out, span(s, 1))
		}
		return out
	}
	es := []entities.Entity{
		{ID: 1, Name: "Lea Brunner", Label: entities.PER, Gender: entities.Feminine, Mentions: []entities.Mention{
			{Span: span("Lea Brunner", 1)}, {Span: span("Brunner", 2)},
		}},
		{ID: 2, Name: "Zoll & Söhne", Label: entities.ORG, Mentions: []entities.Mention{{Span: span("Zoll & Söhne", 1)}}},
		{ID: 3, Name: "Zoll", Label: entities.PER, Mentions: []entities.Mention{{Span: span("Zoll", 1), Form: entities.FormPart}}},
	}
	lea := claims.Speaker{Spans: spans("Lea Brunner"), Entity: 1, Name: "Lea Brunner", Via: claims.ViaName, Score: 0.9}
	carried := lea
	carried.Via, carried.Score = claims.ViaCarried, 0.6
	cs := []claims.Claim{
		{Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Asserts,
			Content: spans("«Die Fähre bleibt»", "«solange ich Präfektin bin.»"), Cue: spans("sagte"),
			Frame: spans(", sagte Lea Brunner am Montag,"), Speaker: lea, Score: 0.97},
		{Kind: claims.Continued, Medium: claims.Speech, Stance: claims.Asserts,
			Content: spans("Das\nGeld reiche für drei Jahre."), Speaker: carried, Score: 0.5},
		{Kind: claims.Indirect, Medium: claims.SpeechOrWriting, Stance: claims.Asserts,
			Content: spans("dass Zoll & Söhne «keinen <Franken>»\nversprochen habe"), Cue: spans("erinnerte"),
			Frame:   spans("Brunner erinnerte daran"),
			Speaker: claims.Speaker{Spans: []extract.Span{span("Brunner", 2)}, Entity: 1, Name: "Lea Brunner", Via: claims.ViaName, Score: 1},
			Score:   0.75},
		{Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Promises,
			Content: spans("«keinen <Franken>»"), Cue: spans("versprochen"),
			Speaker: claims.Speaker{Spans: spans("Zoll & Söhne"), Entity: 2, Others: []entities.ID{1}, Name: "Zoll & Söhne / Lea Brunner", Via: claims.ViaName, Score: 0.7},
			Parent:  3, Score: 0.25},
		{Kind: claims.Indirect, Medium: claims.Speech, Content: spans("die Brücke werde teurer"), Cue: spans("heisst"),
			Score: 0.4},
	}
	d := extract.Parse(text)
	return &laut.Article{Document: d, Entities: entities.Located(d, es), Claims: cs}
}

// checkValid makes sure that an article which was read can be worked with.
func checkValid(t *testing.T, a *laut.Article) {
	t.Helper()
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
}
