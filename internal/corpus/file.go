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
