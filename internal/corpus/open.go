package corpus

import (
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
