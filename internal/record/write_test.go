package record

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/offsets"
)

// What is written in parts is what the encoder makes of the whole, whatever the bytes and
// wherever a part ends.
func TestWrite(t *testing.T) {
	const said = "„Schön“ <b>, \xff sagte Özge 🎉. \"Ja\" \u2028\xe2\x80"
	for _, text := range []string{"", said, strings.Repeat(said, 3*part/len(said)), "a" + strings.Repeat("ä", part)} {
		d := extract.Parse(text)
		es := entities.Extract(extract.Parse(said))
		a := Article{d, es, claims.Extract(extract.Parse(said), es)}
		if text == "" {
			a = Article{Document: d}
		}
		for _, unit := range []offsets.Unit{offsets.Bytes, offsets.UTF16} {
			var want, got bytes.Buffer
			e := json.NewEncoder(&want)
			e.SetEscapeHTML(false)
			r := Of(a, unit, len(text) < part)
			r.ID = json.RawMessage(`"x"`)
			if err := e.Encode(r); err != nil {
				t.Fatal(err)
			}
			calls := 0
			w := writerFunc(func(b []byte) (int, error) { calls++; return got.Write(b) })
			if err := Write(w, r.ID, a, unit, len(text) < part); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("%d bytes in %v became other JSON", len(text), unit)
			}
			if long := len(text) > part; long == (calls == 1) {
				t.Errorf("%d bytes were written in %d calls", len(text), calls)
			}
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }
