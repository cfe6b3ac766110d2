package linewise

import (
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
