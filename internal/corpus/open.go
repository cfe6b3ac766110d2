package corpus

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Open opens a file and unpacks it when its name ends in ".gz".
func Open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, fmt.Errorf("%s: is a directory", path)
	}
	if !strings.HasSuffix(path, ".gz") {
		return f, nil
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		f.Close()
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &gzipFile{z, f}, nil
}

type gzipFile struct {
	*gzip.Reader
	file *os.File
}

func (g *gzipFile) Close() error { return errors.Join(g.Reader.Close(), g.file.Close()) }

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
