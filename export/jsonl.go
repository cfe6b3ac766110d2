package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	laut "github.com/laut-nlp/laut"
)

// JSONLines writes an article as one JSON object on one line; [Record] names
// its keys. The zero value counts offsets in bytes and leaves the tokens out.
type JSONLines struct {
	Tokens  bool // write the tokens too
	Offsets Unit // what offsets count, in the text as the object holds it
}

// Write writes the article in one call of w.Write, and nothing when it cannot
// be encoded. The error is the writer's own, or names the id of an article
// that JSON has no form for (a score that is not a number).
func (f JSONLines) Write(w io.Writer, id ID, a *laut.Article) error {
	return encode(encoder(w), id, f.record(id, a))
}

// encode writes v on a line. Its error names the id where JSON has no form for v.
func encode(e *json.Encoder, id ID, v any) error {
	err := e.Encode(v)
	if _, ok := errors.AsType[*json.UnsupportedValueError](err); ok {
		return fmt.Errorf("%s: %w", id, err)
	}
	return err
}

// encoder returns an encoder that leaves <, > and & as they are: the lines are
// read by programs, not by browsers.
func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}
