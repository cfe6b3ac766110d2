package lautbeam

import (
	"bytes"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/passert"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/google/go-cmp/cmp"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

func TestMain(m *testing.M) { ptest.Main(m) }

func init() {
	register.Function1x2(cut)
	register.Function1x1(deadLine)
	register.Function1x1(claimLine)
}

// The pipelines of the tests take pairs as "KEY|VALUE".
func cut(pair string) (before, after string) {
	before, after, _ = strings.Cut(pair, "|")
	return before, after
}

func deadLine(d DeadLetter) string {
	b, _ := marshal(d)
	return strings.TrimSuffix(string(b), "\n")
}

func claimLine(c Claim) string {
	return strings.Join([]string{c.Article, c.Name, c.Label, c.Kind, c.Stance, strings.Join(c.Content, "|"), strings.Join(c.Cue, "|")}, " / ")
}

// written is what laut writes for a text: without Beam, what the transforms have to give.
func written(t *testing.T, f export.JSONLines, id export.ID, text string) string {
	t.Helper()
	r, err := laut.New()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b, id, r.Read(text)); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

const hafen = "„Rostock ist keine Melkkuh“, sagte Uwe Petersen.\n"

func numberID(t *testing.T, digits string) (id export.ID) {
	t.Helper()
	if err := id.UnmarshalJSON([]byte(digits)); err != nil {
		t.Fatal(err)
	}
	return id
}

// TestJSONLines reads good and bad lines in one pipeline: none may keep another from being
// read, whatever the order.
func TestJSONLines(t *testing.T) {
	var zero export.JSONLines
	record := func(id export.ID, text string) string { return written(t, zero, id, text) }
	tests := []struct{ in, record, dead, reason string }{
		{`a:1|{"id":"h","text":"„Rostock ist keine Melkkuh“, sagte Uwe Petersen.\n"}`, record(export.StringID("h"), hafen), "", "the usual line"},
		{`a:2|{"id":9007199254740993,"text":"","tags":[1]}`, record(numberID(t, "9007199254740993"), ""), "", "a number keeps its digits, a text may be empty, other keys are ignored"},
		{`a:3|{"text":"Es regnet."}`, record(export.StringID("a:3"), "Es regnet."), "", "without an id the article is named after its place"},
		{"a:4|  {\"id\":\"r\",\"text\":\"Ja.\"}\r", record(export.StringID("r"), "Ja."), "", "lines of Windows end with a carriage return"},
		{"a:5| \t", "", "", "a blank line holds nothing that could be lost"},
		{`a:6|{"id":"k","text":"Das Zi`, "", `{"where":"a:6","error":"broken JSON at byte 24: unexpected end of JSON input","line":"{\"id\":\"k\",\"text\":\"Das Zi"}`, "a line that is cut off"},
		{`a:7|{"id":"k","Text":"<b>"}`, "", `{"where":"a:7","error":"no \"text\"","line":"{\"id\":\"k\",\"Text\":\"<b>\"}"}`, "keys must match exactly"},
		{`a:8|["Nein."]`, "", `{"where":"a:8","error":"not a JSON object","line":"[\"Nein.\"]"}`, "JSON, but no article"},
		{`a:9|{"id":[],"text":"Nein."}`, "", `{"where":"a:9","error":"id is neither a string nor a number","line":"{\"id\":[],\"text\":\"Nein.\"}"}`, "an id of another type"},
		{`|{"text":"Nein."}`, "", `{"where":"","error":"no \"id\"","line":"{\"text\":\"Nein.\"}"}`, "with neither id nor place nobody could tell whose record it is"},
		{"a:10|{\"id\":\"l\",\"text\":\"M\xfcnchen\"}", "", `{"where":"a:10","error":"not valid UTF-8","base64":"eyJpZCI6ImwiLCJ0ZXh0IjoiTfxuY2hlbiJ9"}`, "Latin-1 would lose its umlauts; its bytes are kept"},
	}
	var in, records, dead []string
	for _, tt := range tests {
		in = append(in, tt.in)
		if tt.record != "" {
			records = append(records, tt.record)
		}
		if tt.dead != "" {
			dead = append(dead, tt.dead)
		}
	}
	result := ptest.BuildAndRun(t, func(s beam.Scope) {
		r := JSONLines(s, Options{}, beam.ParDo(s, cut, beam.CreateList(s, in)))
		passert.EqualsList(s, r.Records, records)
		passert.EqualsList(s, beam.ParDo(s, deadLine, r.DeadLetters), dead)
		passert.EqualsList(s, beam.ParDo(s, claimLine, r.Claims), []string{"h / Uwe Petersen / PER / direct / asserts / „Rostock ist keine Melkkuh“ / sagte"})
	})
	checkCounters(t, result, map[string]int64{"articles": 4, "claims": 1, "failures": 6})
}

// Lines need no place, as from a message queue.
func TestJSONLinesWithoutPlace(t *testing.T) {
	result := ptest.BuildAndRun(t, func(s beam.Scope) {
		r := JSONLines(s, Options{}, beam.Create(s, `{"id":"r","text":"Ja."}`, "?"))
		passert.Equals(s, r.Records, written(t, export.JSONLines{}, export.StringID("r"), "Ja."))
		passert.Equals(s, beam.ParDo(s, deadLine, r.DeadLetters), `{"where":"","error":"broken JSON at byte 1: invalid character '?' looking for beginning of value","line":"?"}`)
	})
	checkCounters(t, result, map[string]int64{"articles": 1, "claims": 0, "failures": 1})
}

// Texts get the options of the format, and another reader by its name.
func TestTexts(t *testing.T) {
	f := export.JSONLines{Tokens: true, Offsets: export.Runes}
	ptest.BuildAndRun(t, func(s beam.Scope) {
		texts := beam.ParDo(s, cut, beam.Create(s, "h|"+hafen, "l|M\xfcnchen"))
		r := Texts(s, Options{Tokens: f.Tokens, Offsets: f.Offsets, Reader: "default"}, texts)
		passert.Equals(s, r.Records, written(t, f, export.StringID("h"), hafen))
		passert.Equals(s, beam.ParDo(s, deadLine, r.DeadLetters), `{"where":"l","error":"not valid UTF-8","base64":"TfxuY2hlbg=="}`)
	})
}

// A reader that no program registered is an error of the job, before the first article.
func TestUnknownReader(t *testing.T) {
	p, s := beam.NewPipelineWithRoot()
	JSONLines(s, Options{Reader: "lerned"}, beam.Create(s, "{}"))
	err := ptest.Run(p)
	if err == nil || !strings.Contains(err.Error(), `no reader is registered as "lerned", only default, harbour`) {
		t.Errorf("error %v does not name the reader", err)
	}
}

func TestRegisterReaderTwice(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("the second reader of a name took the place of the first")
		}
	}()
	RegisterReader("default", func() (*laut.Reader, error) { return laut.New() })
}

// Should reading panic after all, one article is lost.
func TestPanic(t *testing.T) {
	var w worker // without a reader
	if _, err := w.line("a:1", []byte(`{"id":"a","text":"b"}`)); err == nil || !strings.HasPrefix(err.Error(), "panic: ") {
		t.Errorf("error %v", err)
	}
}

func checkCounters(t *testing.T, result beam.PipelineResult, want map[string]int64) {
	t.Helper()
	got := make(map[string]int64)
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Key.Namespace == Namespace {
			got[c.Key.Name] += c.Result()
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("counters (-want +got):\n%s", diff)
	}
}
