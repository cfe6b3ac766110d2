package corpus

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/laut-nlp/laut/internal/linewise"
)

// File reads a file in the format that its name and its first line tell:
// .jsonl quotations, .conllu and .conll of ten columns CoNLL-U, .conll of seven
// columns Bundestag, .tsv of three or four columns GermEval and of five Europarl,
// .vrt EmpiriST, .json SmartData, each also with ".gz". Other names are an error.
func File(name string) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		f, err := Open(name)
		if err != nil {
			yield(Document{}, err)
			return
		}
		defer f.Close()
		r := bufio.NewReaderSize(f, 1<<16)
		read, err := format(name, r)
		if err != nil {
			yield(Document{}, fmt.Errorf("%s: %w", name, err))
			return
		}
		read(r, name)(yield)
	}
}

type reader = func(io.Reader, string) iter.Seq2[Document, error]

// readerOf has the reader of a file by its extension and, where several corpora have that, the
// number of its columns.
var readerOf = map[string]reader{
	".jsonl": Quotes, ".conllu": CoNLLU, ".vrt": EmpiriST, ".json": SmartData,
	".conll 10": CoNLLU, ".conll 7": Bundestag,
	".tsv 3": GermEval, ".tsv 4": GermEval, ".tsv 5": Europarl,
}

func format(name string, r *bufio.Reader) (reader, error) {
	ext := path.Ext(strings.TrimSuffix(name, ".gz"))
	if read, ok := readerOf[ext]; ok {
		return read, nil
	}
	if ext != ".tsv" && ext != ".conll" {
		return nil, fmt.Errorf("no corpus has the extension %q; known are .jsonl, .conllu, .conll, .tsv, .vrt and .json", ext)
	}
	n := columns(r)
	if read, ok := readerOf[fmt.Sprintf("%s %d", ext, n)]; ok {
		return read, nil
	}
	return nil, fmt.Errorf("no corpus in %s has %d columns", ext, n)
}

// columns counts those of the first line that is neither empty nor a comment,
// without reading on.
func columns(r *bufio.Reader) int {
	head, _ := r.Peek(1 << 15)
	for line := range strings.Lines(string(head)) {
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) > 1 && (f[0] != "#" || len(f) > 2) {
			return len(f)
		}
	}
	return 1
}

// Open opens a file and unpacks it if it is gzip.
func Open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, fmt.Errorf("%s: is a directory", path)
	}
	r, err := linewise.Unpack(f, path)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &unpacked{r, f}, nil
}

type unpacked struct {
	io.Reader
	io.Closer
}

// Lines yields the lines of a file, as linewise.Of does.
func Lines(path string) iter.Seq[linewise.Line] {
	return func(yield func(linewise.Line) bool) {
		f, err := Open(path)
		if err != nil {
			yield(linewise.Line{Where: path, Err: err})
			return
		}
		defer f.Close()
		for l := range linewise.Of(f, path) {
			if !yield(l) {
				return
			}
		}
	}
}

// stem is the file's name without folder, ".gz" and extension: the document's
// ID where the corpus gives none.
func stem(name string) string {
	name = strings.TrimSuffix(filepath.Base(name), ".gz")
	return strings.TrimSuffix(name, path.Ext(name))
}

// lines is what the readers have in common: the lines of a file, of any length, and a
// consumer who may have enough at any time.
type lines struct {
	r    *bufio.Reader
	name string
	line int    // number of the current line, from 1
	text string // the current line without its end
	err  error  // what ended the file too early

	yield func(Document, error) bool
	full  bool // the consumer has enough
}

// fromLines returns the documents that read finds in the lines of a file, and the error that
// ended them.
func fromLines(r io.Reader, name string, read func(*lines)) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		l := &lines{r: bufio.NewReaderSize(r, 1<<16), name: name, yield: yield}
		read(l)
		if l.err != nil {
			l.put(Document{}, l.err)
		}
	}
}

// next moves to the next line. A line that a read error cuts short is dropped: half a record
// must not pass for a whole one.
func (l *lines) next() bool {
	if l.err != nil || l.full {
		return false
	}
	text, err := l.r.ReadString('\n')
	if err == io.EOF && text == "" {
		return false
	}
	l.line++
	if err != nil && err != io.EOF {
		l.err = l.at(l.line, err)
		return false
	}
	if l.line == 1 {
		text = strings.TrimPrefix(text, "\ufeff")
	}
	l.text = strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
	return true
}

func (l *lines) at(line int, err error) error { return fmt.Errorf("%s:%d: %w", l.name, line, err) }

// put hands on a document or an error.
func (l *lines) put(d Document, err error) { l.full = l.full || !l.yield(d, err) }

// putTokens hands on a document, unless nothing was left of it.
func (l *lines) putTokens(d Document) {
	if len(d.Tokens) > 0 {
		l.put(d, nil)
	}
}

// fail hands on what is wrong with a line.
func (l *lines) fail(line int, format string, args ...any) {
	l.put(Document{}, l.at(line, fmt.Errorf(format, args...)))
}
