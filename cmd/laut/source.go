package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/decoding"
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
	note  warning // what the reader of the text should know

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
		in.decode(&r)
		r, in.kind = recognise(r)
	}
	if err == nil && in.kind == linesInput {
		in.decode(&r)
		return s.readLines(r, in, yield)
	}
	d := document{id: export.StringID(in.path), where: where}
	if err == nil {
		var encoding string
		d.text, encoding, err = readText(r, in.kind)
		d.note = in.noteOn(where, encoding)
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

// decode has a reader give UTF-8 if what it holds begins with the mark of UTF-16 or UTF-32.
func (i *input) decode(r *io.Reader) {
	decoded, encoding := decoding.Reader(bufio.NewReaderSize(*r, 1<<16))
	*r, i.encoding = decoded, cmp.Or(encoding, i.encoding)
}

// noteOn says in which encoding a text was taken, if it is not the one that all texts should
// have.
func (i input) noteOn(where, encoding string) warning {
	if i.encoding != "" {
		encoding = i.encoding
	}
	if encoding == "" || encoding == decoding.UTF8 {
		return ""
	}
	return warning(fmt.Sprintf("%s: read as %s", where, encoding))
}

// warning is an error that costs nothing.
type warning string

func (w warning) Error() string { return string(w) }

// readText reads a file that is one document, and returns the encoding that it had.
func readText(r io.Reader, kind string) (text, encoding string, err error) {
	if kind == pageInput {
		page, err := webpage.Read(r, "")
		return page.Text, "", err
	}
	data, err := io.ReadAll(r)
	if err == nil {
		data, encoding, err = decoding.Text(data)
	}
	return string(data), encoding, err
}

// readLines yields a document for each line.
func (s sources) readLines(r io.Reader, in input, yield func(document) bool) bool {
	b := bufio.NewReaderSize(r, 1<<16)
	b.Peek(1) // whoever feeds laut line by line gets line by line
	head, _ := b.Peek(min(b.Buffered(), decoding.HeadBytes))
	if err := decoding.Binary(head); err != nil {
		return yield(document{err: failure(in.where(), err)})
	}
	noted := false
	for l := range linewise.Of(b, in.where()) {
		d, encoding, err := s.readLine(l)
		if err != nil {
			d = document{err: failure(l.Where, err)}
		} else if d.note = in.noteOn(l.Where, encoding); noted {
			d.note = "" // once is enough
		}
		noted = noted || d.note != ""
		if !yield(d) {
			return false
		}
	}
	return true
}

// readLine returns the document of a line, and the encoding that the line had.
func (s sources) readLine(l linewise.Line) (d document, encoding string, err error) {
	if l.Err != nil {
		return d, "", l.Err
	}
	data, encoding, err := decoding.Line(l.Data)
	if err != nil {
		return d, "", err
	}
	fields, err := linewise.ParseObject(data)
	if err == nil {
		d, err = documentOf(fields, l.Where)
	}
	if err == nil && s.records {
		d.article, err = articleOf(fields, l.Data) // as it is: its offsets count these bytes
	}
	return d, encoding, err
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
