package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
)

// line is a line of a file with its place, "a.jsonl:3", or why it cannot be read.
type line struct {
	where string
	data  []byte
	err   error
}

// linesOf yields the lines that are not blank, however long, without the space
// around them, and the error that ends them if there is one.
func linesOf(r io.Reader, name string) iter.Seq[line] {
	return func(yield func(line) bool) {
		b := bufio.NewReaderSize(r, 1<<16)
		for n := 1; ; n++ {
			data, err := b.ReadBytes('\n')
			if n == 1 {
				data = bytes.TrimPrefix(data, []byte("\uFEFF")) // as Windows programs begin a file
			}
			data = bytes.TrimSpace(data)
			l := line{where: fmt.Sprintf("%s:%d", name, n), data: data}
			if err != nil && err != io.EOF {
				l = line{where: name, err: err} // the file's fault, not the line's
			}
			if (l.err != nil || len(data) > 0) && !yield(l) || err != nil {
				return
			}
		}
	}
}

// brokenJSON says where a syntax error is; other errors stay as they are.
func brokenJSON(err error) error {
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("broken JSON at byte %d: %w", e.Offset, e)
	}
	return err
}
