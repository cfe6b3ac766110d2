package export

import (
	"fmt"
	"io"
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/extract"
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
