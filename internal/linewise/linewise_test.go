package linewise

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

func TestOf(t *testing.T) {
	tests := []struct{ in, want, reason string }{
		{"a\nb", "f:1=a f:2=b", "the last line may lack its end"},
		{"\n a \r\n\n\t\nb\n", "f:2=a f:5=b", "blank lines count and are left out, as is the space around"},
		{"\uFEFFa\n\uFEFFb", "f:1=a f:2=\uFEFFb", "a byte order mark begins a file, not a line"},
		{"", "", "nothing has no lines"},
		{strings.Repeat("x", 1<<17), "f:1=" + strings.Repeat("x", 1<<17), "a line may be longer than the buffer"},
	}
	for _, tt := range tests {
		var got []string
		for l := range Of(strings.NewReader(tt.in), "f") {
			if l.Err != nil {
				t.Errorf("%s: %v", tt.reason, l.Err)
			}
			got = append(got, l.Where+"="+string(l.Data))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

// A reader that fails ends the lines with its error; half a line is none.
func TestOfBroken(t *testing.T) {
	cut := errors.New("cable cut")
	var got []Line
	for l := range Of(io.MultiReader(strings.NewReader("a\nhalf"), iotest.ErrReader(cut)), "f") {
		got = append(got, l)
	}
	if len(got) != 2 || string(got[0].Data) != "a" || got[1].Err != cut || got[1].Where != "f" || got[1].Data != nil {
		t.Errorf("lines %v, want a and the error of f", got)
	}
}

func TestBrokenJSON(t *testing.T) {
	var v any
	if err := BrokenJSON(json.Unmarshal([]byte(`{"a":}`), &v)); err == nil || !strings.HasPrefix(err.Error(), "broken JSON at byte 6: ") {
		t.Errorf("error %v does not say where it is", err)
	}
	type plain struct{ A struct{ B int } }
	var typed struct{ plain }
	for data, want := range map[string]string{
		`{"a":{"b":"c"}}`: `"A.B" has the wrong type: string`,
		`{"a":[]}`:        `"A" has the wrong type: array`,
		`[]`:              `not a JSON object: array`,
	} {
		if err := BrokenJSON(json.Unmarshal([]byte(data), &typed)); err == nil || err.Error() != want {
			t.Errorf("%s: error %v, want %s", data, err, want)
		}
	}
	if err := BrokenJSON(io.EOF); err != io.EOF {
		t.Errorf("another error came back as %v", err)
	}
}

func TestObject(t *testing.T) {
	tests := []struct{ line, text, id, err, reason string }{
		{`{"id":"a","text":"b","more":[1]}`, "b", `"a"`, "", "other keys are ignored"},
		{`{"id":9007199254740993,"text":""}`, "", "9007199254740993", "", "an id may be a number, and keeps its digits; a text may be empty"},
		{`{"id":null,"text":"b"}`, "b", "", "", "null is no id"},
		{`{"Text":"b"}`, "", "", `no "text"`, "keys must match exactly"},
		{`{"text":null}`, "", "", `no "text"`, "null is no text"},
		{`{"text":["b"]}`, "", "", `"text" is not a string`, "a text is one string"},
		{`["text"]`, "", "", "not a JSON object", "an array is no article"},
		{`null`, "", "", "not a JSON object", "nor is null"},
		{`{"text":`, "", "", "broken JSON at byte 8: unexpected end of JSON input", "what is cut off says where"},
	}
	for _, tt := range tests {
		o, err := ParseObject([]byte(tt.line))
		var text string
		if err == nil {
			text, err = o.Text()
		}
		var id json.RawMessage
		if err == nil {
			err = o.ID(&id)
		}
		if text != tt.text || string(id) != tt.id || message(err) != tt.err {
			t.Errorf("%s: text %q, id %s, error %v", tt.reason, text, id, err)
		}
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestUnpack(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, strings.Repeat("Hafen\n", 1000))
	z.Close()
	packed := b.String()
	tests := []struct {
		in, name string
		n        int
		damage   bool
		reason   string
	}{
		{packed, "a.jsonl", 6000, false, "gzip is known by its first bytes"},
		{packed + packed, "a.gz", 12000, false, "gzip may have several members"},
		{"Hafen", "a.jsonl.gz", 5, false, "a name that promises gzip may be wrong"},
		{packed[:len(packed)-9], "a.gz", 6000, true, "what can be read of a file that is cut off is read"},
		{packed[:len(packed)-8] + "12345678", "a.gz", 6000, true, "a wrong checksum is damage"},
		{"\x1f\x8b", "a.gz", 0, true, "a header that is cut off is damage"},
		{"", "a.gz", 0, true, "an empty file is none that gzip wrote"},
	}
	for _, tt := range tests {
		var got []byte
		r, err := Unpack(strings.NewReader(tt.in), tt.name)
		if err == nil {
			got, err = io.ReadAll(r)
		}
		_, damage := errors.AsType[Damage](err)
		if len(got) != tt.n || damage != tt.damage || err != nil != tt.damage {
			t.Errorf("%s: %d bytes, error %v", tt.reason, len(got), err)
		}
	}
	cut := errors.New("cable cut")
	r, err := Unpack(io.MultiReader(strings.NewReader(packed[:20]), iotest.ErrReader(cut)), "a.gz")
	if err == nil {
		_, err = io.ReadAll(r)
	}
	if _, damage := errors.AsType[Damage](err); damage || !errors.Is(err, cut) {
		t.Errorf("an error of the reader below became %v", err)
	}
}
