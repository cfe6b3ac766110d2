// Package linewise reads the lines of a file, each with its place.
package linewise

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// Line is a line of a file with its place, "a.jsonl:3", or why it cannot be read.
type Line struct {
	Where string
	Data  []byte
	Err   error
}

// Of yields the lines that are not blank, however long, without the space around them,
// and the error that ends them if there is one.
func Of(r io.Reader, name string) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		b := bufio.NewReaderSize(r, 1<<16)
		for n := 1; ; n++ {
			data, err := b.ReadBytes('\n')
			if n == 1 {
				data = bytes.TrimPrefix(data, []byte("\uFEFF")) // as Windows programs begin a file
			}
			data = bytes.TrimSpace(data)
			l := Line{Where: fmt.Sprintf("%s:%d", name, n), Data: data}
			if err != nil && err != io.EOF {
				l = Line{Where: name, Err: err} // the file's fault, not the line's
			}
			if (l.Err != nil || len(data) > 0) && !yield(l) || err != nil {
				return
			}
		}
	}
}

// BrokenJSON says where a syntax error is and which key has a wrong value, without the names
// that our types have in Go; other errors stay as they are.
func BrokenJSON(err error) error {
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("broken JSON at byte %d: %w", e.Offset, e)
	}
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		key := strings.TrimPrefix(e.Field, "plain.") // an embedded type
		if key == "" {
			return fmt.Errorf("not a JSON object: %s", e.Value)
		}
		return fmt.Errorf("%q has the wrong type: %s", key, e.Value)
	}
	return err
}

// Object is a line of JSON Lines that is an article. It is a map because keys must match
// exactly: encoding/json would take "Text" for "text" in a struct.
type Object map[string]json.RawMessage

// ParseObject reads a line. The error has no place.
func ParseObject(line []byte) (Object, error) {
	var o Object
	err := json.Unmarshal(line, &o)
	if _, ok := errors.AsType[*json.UnmarshalTypeError](err); ok || err == nil && o == nil {
		return nil, errors.New("not a JSON object")
	}
	return o, BrokenJSON(err)
}

// Has reports whether there is a key whose value is not null.
func (o Object) Has(key string) bool { return o[key] != nil && string(o[key]) != "null" }

// Text returns the value of "text". It is an error if that is no string.
func (o Object) Text() (text string, err error) {
	if !o.Has("text") {
		return "", errors.New(`no "text"`)
	}
	if json.Unmarshal(o["text"], &text) != nil {
		return "", errors.New(`"text" is not a string`)
	}
	return text, nil
}

// ID reads the value of "id" into id, and leaves it as it is if there is none.
func (o Object) ID(id json.Unmarshaler) error {
	if !o.Has("id") {
		return nil
	}
	return id.UnmarshalJSON(o["id"])
}

// Unpack returns what r holds, unpacked if it begins as gzip does, whatever it is named.
// Errors of the packing are [Damage]; those of r stay as they are.
func Unpack(r io.Reader, name string) (io.Reader, error) {
	b := bufio.NewReaderSize(r, 1<<16)
	head, err := b.Peek(2)
	switch {
	case err != nil && err != io.EOF:
		return nil, err
	case string(head) == "\x1f\x8b":
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, damaged(err)
		}
		return packed{z}, nil
	case len(head) < 2 && strings.HasSuffix(strings.ToLower(name), ".gz"):
		return nil, damaged(io.ErrUnexpectedEOF) // cut off before it can be told from text
	}
	return b, nil
}

// packed reads gzip of any number of members.
type packed struct{ z *gzip.Reader }

func (p packed) Read(b []byte) (int, error) {
	n, err := p.z.Read(b)
	if err != nil && err != io.EOF {
		err = damaged(err)
	}
	return n, err
}

// Damage is what is wrong with a gzip file itself, so that it will be wrong next time too.
type Damage struct{ error }

// damaged explains an error of gzip. An error of the file below stays as it is.
func damaged(err error) error {
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return Damage{errors.New("the gzip file is cut off")}
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), corrupt:
		return Damage{fmt.Errorf("the gzip file is damaged: %w", err)}
	}
	return err
}
