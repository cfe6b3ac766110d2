package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/webpage"
)

// document is a text to be read, or the error that stands in its place.
type document struct {
	id   export.ID
	file string // the path below the folder of the output, without extension
	text string
	done bool // by a run before

	where string // for errors: FILE or FILE:LINE
	err   error

	article *laut.Article // of a line that laut wrote, if that is asked for
}

// sources are the inputs of a run.
type sources struct {
	files   []input
	stdin   io.Reader
	records bool // take what laut wrote as it is
}

// documents yields the documents in order, reading each when it is asked for.
func (s sources) documents() iter.Seq[document] {
	return func(yield func(document) bool) {
		for _, in := range s.files {
			if !s.file(in, yield) {
				return
			}
		}
	}
}

func (s sources) file(in input, yield func(document) bool) bool {
	if in.err != nil {
		return yield(document{err: in.err})
	}
	r := s.stdin
	if in.path != "-" {
		f, err := os.Open(in.path)
		if err != nil {
			return yield(document{err: failure(in.path, err)})
		}
		defer f.Close()
		r = f
	}
	where := in.where()
	r, err := linewise.Unpack(r, in.path)
	if err == nil && in.kind == autoInput {
		r, in.kind = recognise(r)
	}
	if err == nil && in.kind == linesInput {
		return s.readLines(r, where, yield)
	}
	d := document{id: export.StringID(in.path), where: where}
	if err == nil {
		d.text, err = readText(r, in.kind)
	}
	if err != nil {
		d = document{err: failure(where, err)}
	}
	return yield(d)
}

// where is how errors call a file.
func (i input) where() string {
	if i.path == "-" {
		return "stdin"
	}
	return i.path
}

// readText reads a file that is one document.
func readText(r io.Reader, kind string) (string, error) {
	if kind == pageInput {
		page, err := webpage.Read(r, "")
		return page.Text, err
	}
	text, err := io.ReadAll(r)
	return string(text), err
}

// readLines yields a document for each line.
func (s sources) readLines(r io.Reader, name string, yield func(document) bool) bool {
	for l := range linewise.Of(r, name) {
		d, err := document{}, l.Err
		var fields linewise.Object
		if err == nil {
			fields, err = linewise.ParseObject(l.Data)
		}
		if err == nil {
			d, err = documentOf(fields, l.Where)
		}
		if err == nil && s.records {
			d.article, err = articleOf(fields, l.Data)
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

// documentOf returns the text to be read. An object without an id is named after its place.
func documentOf(fields linewise.Object, where string) (d document, err error) {
	d = document{id: export.StringID(where), where: where}
	if d.text, err = fields.Text(); err == nil {
		err = fields.ID(&d.id)
	}
	return d, err
}

// failure names the place in front of what went wrong. A file error names its
// file too, which is once too often.
func failure(where string, err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = p.Err
	}
	return fmt.Errorf("%s: %w", where, err)
}
