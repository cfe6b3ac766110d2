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

// scanner reads lines of any length and counts them.
type scanner struct {
	r    *bufio.Reader
	name string
	line int    // number of the current line, from 1
	text string // the current line without its end
	err  error  // what stopped the scanner, unless it was the end of the file
}

func newScanner(r io.Reader, name string) *scanner {
	return &scanner{r: bufio.NewReaderSize(r, 1<<16), name: name}
}

// next moves to the next line. A line that a read error cuts short is dropped:
// half a record must not pass for a whole one.
func (s *scanner) next() bool {
	if s.err != nil {
		return false
	}
	text, err := s.r.ReadString('\n')
	if err == io.EOF && text == "" {
		return false
	}
	s.line++
	if err != nil && err != io.EOF {
		s.err = s.errorf(s.line, "%w", err)
		return false
	}
	if s.line == 1 {
		text = strings.TrimPrefix(text, "\ufeff")
	}
	s.text = strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
	return true
}

func (s *scanner) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: "+format, append([]any{s.name, line}, args...)...)
}
