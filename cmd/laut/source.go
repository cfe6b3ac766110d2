package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"

	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/linewise"
)

// document is a text to be read, or the error that stands in its place.
type document struct {
	id   export.ID
	text string
	err  error
}

// sources are the inputs of a run.
type sources struct {
	files []string // none means standard input
	stdin io.Reader
	jsonl bool // each line is a document, not each file
}

// documents yields the documents in order, reading each when it is asked for.
func (s sources) documents() iter.Seq[document] {
	return func(yield func(document) bool) {
		files := s.files
		if len(files) == 0 {
			files = []string{"-"}
		}
		for _, name := range files {
			if !s.file(name, yield) {
				return
			}
		}
	}
}

func (s sources) file(name string, yield func(document) bool) bool {
	r := s.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return yield(document{err: failure(name, err)})
		}
		defer f.Close()
		r = f
	}
	if s.jsonl {
		return readLines(r, name, yield)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return yield(document{err: failure(name, err)})
	}
	return yield(document{id: export.StringID(name), text: string(text)})
}

// readLines yields a document for each line.
func readLines(r io.Reader, name string, yield func(document) bool) bool {
	for l := range linewise.Of(r, name) {
		d, err := document{}, l.Err
		if err == nil {
			d, err = parseLine(l.Data, l.Where)
		}
		if err != nil {
			d = document{err: failure(l.Where, err)}
		}
		if !yield(d) {
			return false
		}
	}
	return true
}

// parseLine reads a JSON object. It goes through a map because keys must match
// exactly: encoding/json would take "Text" for "text" in a struct. An object
// without an id is named after its place.
func parseLine(line []byte, where string) (document, error) {
	var fields map[string]json.RawMessage
	err := json.Unmarshal(line, &fields)
	if _, ok := errors.AsType[*json.UnmarshalTypeError](err); ok || err == nil && fields == nil {
		return document{}, errors.New("not a JSON object")
	}
	if err != nil {
		return document{}, linewise.BrokenJSON(err)
	}
	d := document{id: export.StringID(where)}
	text, ok := fields["text"]
	if !ok || isNull(text) {
		return document{}, errors.New(`no "text"`)
	}
	if json.Unmarshal(text, &d.text) != nil {
		return document{}, errors.New(`"text" is not a string`)
	}
	if id, ok := fields["id"]; ok && !isNull(id) {
		err = json.Unmarshal(id, &d.id)
	}
	return d, err
}

func isNull(v json.RawMessage) bool { return string(v) == "null" }

// failure names the place in front of what went wrong. A file error names its
// file too, which is once too often.
func failure(where string, err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = p.Err
	}
	return fmt.Errorf("%s: %w", where, err)
}
