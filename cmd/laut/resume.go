package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/laut-nlp/laut/export"
)

// seen counts the ids that JSON Lines hold, as they stand there: a string and a number
// are two ids.
type seen map[string]int

// take reports whether there is one more line with this id, and counts it off.
func (s seen) take(id export.ID) bool {
	key, err := id.MarshalJSON()
	key = bytes.TrimSpace(key)
	if err != nil || s[string(key)] == 0 {
		return false
	}
	s[string(key)]--
	return true
}

// reopen opens JSON Lines that laut wrote, to write on after the last whole line. What a
// run that was killed left of a line is cut off.
func reopen(path string) (*os.File, seen, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, nil, failure(path, err)
	}
	ids, end, err := wholeLines(f, path)
	if err == nil {
		_, err = f.Seek(end, io.SeekStart)
	}
	if err == nil {
		err = f.Truncate(end)
	}
	if err != nil {
		return nil, nil, failure(path, errors.Join(err, f.Close()))
	}
	return f, ids, nil
}

// wholeLines returns the ids of the lines and where the last line that has an end ends.
func wholeLines(r io.Reader, path string) (ids seen, end int64, err error) {
	ids = make(seen)
	b := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := b.ReadBytes('\n')
		if err == io.EOF {
			return ids, end, nil
		}
		if err != nil {
			return nil, 0, err
		}
		var record struct {
			ID json.RawMessage `json:"id"`
		}
		if err := json.Unmarshal(line, &record); err != nil || record.ID == nil {
			return nil, 0, fmt.Errorf("line %d is none that laut wrote: it cannot be resumed", n)
		}
		ids[string(record.ID)]++
		end += int64(len(line))
	}
}
