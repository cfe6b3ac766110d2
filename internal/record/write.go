package record

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/offsets"
)

// part is how many bytes of a record are held before they are written.
const part = 1 << 20

// Write writes the record of an article, which must be valid, as one line: what json.Encoder
// makes of [Of], but a part at a time, so that a long article has no second form in memory.
// A record of less than a MiB is written in one call.
func Write(w io.Writer, id json.RawMessage, a Article, unit offsets.Unit, tokens bool) error {
	x := source{a, offsets.NewIndex(a.Document.String(), unit)}
	e := newWriter(w)
	e.raw(`{"id":`)
	e.value(id)
	e.raw(`,"text":`)
	e.text(a.Document.String())
	list(e, "sentences", len(a.Document.Sentences()), x.sentence)
	if tokens {
		list(e, "tokens", len(a.Document.Tokens()), x.token)
	}
	n, mention := x.mentions()
	list(e, "entities", n, mention)
	list(e, "claims", len(a.Claims), x.claim)
	e.raw("}\n")
	e.flush()
	return e.err
}

// writer writes JSON. After an error it does nothing.
type writer struct {
	to     io.Writer
	buffer bytes.Buffer
	json   *json.Encoder // into the buffer
	err    error
}

func newWriter(w io.Writer) *writer {
	e := &writer{to: w}
	e.json = json.NewEncoder(&e.buffer)
	e.json.SetEscapeHTML(false) // the lines are read by programs, not by browsers
	return e
}

func (e *writer) raw(s string) { e.buffer.WriteString(s) }

func (e *writer) value(v any) {
	if e.err != nil {
		return
	}
	if e.err = e.json.Encode(v); e.err != nil {
		return
	}
	e.buffer.Truncate(e.buffer.Len() - 1) // the line end
	if e.buffer.Len() >= part {
		e.flush()
	}
}

// text writes a string, in pieces that cut no character.
func (e *writer) text(s string) {
	e.raw(`"`)
	for s != "" && e.err == nil {
		n := min(len(s), part)
		for n < len(s) && n > part-utf8.UTFMax && !utf8.RuneStart(s[n]) {
			n--
		}
		begin := e.buffer.Len()
		if e.err = e.json.Encode(s[:n]); e.err != nil {
			return
		}
		quoted := e.buffer.Bytes()[begin:]
		inside := quoted[1 : len(quoted)-2]
		copy(quoted, inside)
		e.buffer.Truncate(begin + len(inside))
		if s = s[n:]; s != "" {
			e.flush()
		}
	}
	e.raw(`"`)
}

func (e *writer) flush() {
	if e.err == nil {
		_, e.err = e.to.Write(e.buffer.Bytes())
	}
	e.buffer.Reset()
}

// list writes a key and an array of n values.
func list[T any](e *writer, key string, n int, at func(int) T) {
	e.raw(`,"` + key + `":[`)
	for i := range n {
		if i > 0 {
			e.raw(",")
		}
		e.value(at(i))
	}
	e.raw("]")
}

// Speakers are the labels and refs of who makes a claim, for a cell of a table: of several
// those of each in their order, joined as their names are.
type Speakers struct{ Labels, Refs string }

// SpeakersOf returns those of entities. Where none has a ref there are no refs.
func SpeakersOf(es []entities.Entity) (s Speakers) {
	labels, refs := make([]string, len(es)), make([]string, len(es))
	any := false
	for i, e := range es {
		labels[i], refs[i] = e.Label.String(), e.Ref
		any = any || e.Ref != ""
	}
	s.Labels = strings.Join(labels, claims.Several)
	if any {
		s.Refs = strings.Join(refs, claims.Several)
	}
	return s
}
