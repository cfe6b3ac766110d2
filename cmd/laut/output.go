package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// sink is where results go.
type sink interface {
	put(result) error // the error ends the run
	close() error
}

// stream is a sink that writes all documents one after another.
type stream struct {
	w       io.Writer
	file    *os.File // w, if that is a file of our own
	format  export.Format
	before  string // to be written before the next document
	between string
}

// newStream returns a stream that has begun.
func newStream(w io.Writer, f *outputFormat, encoder export.Format) (*stream, error) {
	s := &stream{w: w, format: encoder, between: f.between}
	if frame, ok := encoder.(export.Framed); ok {
		return s, frame.Begin(w)
	}
	return s, nil
}

// put writes a document in one call, so that a run which is killed leaves whole ones, but
// for a long one, which -resume cuts off.
func (s *stream) put(r result) error {
	if r.long != nil {
		w := &prefixed{w: s.w, before: s.before}
		err := r.encode(w, s.format)
		if w.begun {
			s.before = s.between
		}
		if _, ok := errors.AsType[formlessError](err); ok {
			return err
		}
		return s.named(err)
	}
	output := r.outputs[0]
	if len(output) == 0 {
		return nil
	}
	_, err := s.w.Write(append([]byte(s.before), output...))
	s.before = s.between
	return s.named(err)
}

// prefixed writes something before all else, if anything is written.
type prefixed struct {
	w      io.Writer
	before string
	begun  bool
}

func (p *prefixed) Write(b []byte) (int, error) {
	if !p.begun {
		p.begun = true
		if _, err := io.WriteString(p.w, p.before); err != nil {
			return 0, err
		}
	}
	return p.w.Write(b)
}

func (s *stream) close() (err error) {
	if frame, ok := s.format.(export.Framed); ok {
		err = frame.End(s.w)
	}
	if s.file != nil {
		err = errors.Join(err, s.file.Close())
	}
	return s.named(err)
}

// named says in which file something went wrong.
func (s *stream) named(err error) error {
	if err != nil && s.file != nil {
		return failure(s.file.Name(), err)
	}
	return err
}

// whole is a format whose documents are files of their own, each with its frame.
type whole struct{ export.Framed }

func (f whole) Write(w io.Writer, id export.ID, a *laut.Article) error {
	framed := f.Framed
	if page, ok := framed.(export.HTML); ok {
		page.Title = id.String()
		framed = page
	}
	var b bytes.Buffer
	x := export.NewWriter(&b, framed)
	if err := errors.Join(x.Write(id, a), x.Close()); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// target is the value of the flag -o.
type target struct {
	path   string      // empty: standard output
	folder bool        // a file for each document
	info   os.FileInfo // nil if it is not there yet
}

// targetOf tells a folder from a file: by what is there, else by a slash at the end.
func targetOf(path string) (t target) {
	if path == "" {
		return t
	}
	t.path = path
	t.info, _ = os.Stat(path)
	t.folder = t.info != nil && t.info.IsDir() ||
		strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator))
	return t
}

// isInput reports whether the output would replace what is to be read, or grow while it
// is read.
func (t target) isInput(in []input, stdin io.Reader) bool {
	if t.info == nil || !t.info.Mode().IsRegular() {
		return false
	}
	for _, i := range in {
		info := infoOf(stdin)
		if i.path != "-" {
			info, _ = os.Stat(i.path)
		}
		if info != nil && os.SameFile(info, t.info) {
			return true
		}
	}
	return false
}

// infoOf tells which file a stream is; nil if it is no file.
func infoOf(stream any) os.FileInfo {
	f, ok := stream.(*os.File)
	if !ok {
		return nil
	}
	info, _ := f.Stat()
	return info
}

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
