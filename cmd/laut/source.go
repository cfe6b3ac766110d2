package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
	"unicode"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/decoding"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/offsets"
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

// lookAhead tells what standard input holds where it is all that is read, so that what is
// written can depend on it. It returns what is to be read instead, unpacked.
func (x *inputs) lookAhead(stdin io.Reader) io.Reader {
	if len(x.files) != 1 || x.files[0].kind != autoInput {
		return stdin
	}
	r, err := linewise.Unpack(stdin, "-")
	if err != nil {
		return failing{err}
	}
	x.files[0].decode(&r)
	r, x.files[0].kind = recognise(r)
	x.many = x.files[0].kind == linesInput
	return r
}

// failing is a reader that fails, so that an error is told in its turn.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// recognise tells JSON Lines from a text by how they begin, and returns what is to be read
// instead. It waits for no more bytes than it needs: whoever feeds laut line by line gets
// line by line.
func recognise(r io.Reader) (io.Reader, string) {
	b := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n = max(n+1, b.Buffered()) {
		head, err := b.Peek(n)
		is, sure := beginsAsObject(head)
		switch {
		case is:
			return b, linesInput
		case sure || err != nil: // which comes again when the text is read
			return b, textInput
		}
	}
}

// beginsAsObject reports whether a text begins with a JSON object: a brace, a key, a colon
// and the beginning of a value. A brace alone may begin any text. It is not sure where the
// text ends before that can be told.
func beginsAsObject(head []byte) (is, sure bool) {
	rest := bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF")))
	for i, want := range []string{"{", `"`, ":", `"[{-0123456789tfn`} {
		if len(rest) == 0 || bytes.HasPrefix([]byte("\uFEFF"), rest) {
			return false, false
		}
		if bytes.IndexByte([]byte(want), rest[0]) < 0 {
			return i == 1 && rest[0] == '}', true // an object without a key
		}
		rest = rest[1:]
		if want == `"` {
			end := endOfString(rest)
			if end < 0 {
				return false, bytes.IndexByte(rest, '\n') >= 0
			}
			rest = rest[end:]
		}
		rest = bytes.TrimSpace(rest)
	}
	return true, true
}

// endOfString returns where a JSON string ends that has begun, or -1.
func endOfString(s []byte) int {
	for i := 0; i < len(s) && s[i] != '\n'; i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return -1
}

// articleOf returns the article of a line that laut wrote with offsets in bytes, fields being
// those of the line. It is nil if there are no claims, that is, a text to be read.
func articleOf(fields linewise.Object, line []byte) (*laut.Article, error) {
	if !fields.Has("claims") {
		return nil, nil
	}
	if err := inBytes(fields["text"], fields["sentences"]); err != nil {
		return nil, err
	}
	item, err := export.JSONLines{}.Parse(line)
	return item.Article, err
}

// inBytes returns an error if the offsets of a record that laut wrote count runes or UTF-16:
// they fit the text as bytes too, and all that stands after an ö would be cut wrongly. Then
// the last sentence ends before the text does. What else is wrong is left to the parser.
func inBytes(text, sentences json.RawMessage) error {
	var t string
	var s []offsets.Range
	if json.Unmarshal(text, &t) != nil || json.Unmarshal(sentences, &s) != nil || len(s) == 0 {
		return nil
	}
	end := s[len(s)-1].End
	if end < 0 || end > len(t) || strings.IndexFunc(t[end:], inked) < 0 {
		return nil
	}
	return fmt.Errorf("its sentences end at %d and its text does not: are its offsets in bytes?", end)
}

// inked reports whether a reader sees a character, so that it belongs to a sentence.
func inked(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }
