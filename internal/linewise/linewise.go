// Package linewise reads the lines of a file, each with its place.
package linewise

import (
	"bufio"
	"bytes"
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
