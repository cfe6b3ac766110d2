package export

import (
	"io"

	laut "github.com/laut-nlp/laut"
)

// Format writes one article in one call of w.Write, [JSONLines] one that has a MiB and more
// in several. Its error is the writer's own, or names the id of an article that the format
// has no form for; then nothing was written.
type Format interface {
	Write(w io.Writer, id ID, a *laut.Article) error
}

// Framed is a format whose output has something before its first article and after its
// last one, such as the names of columns. [Writer] writes it.
type Framed interface {
	Format
	Begin(w io.Writer) error
	End(w io.Writer) error
}

// Writer writes articles one after another. It holds none of them, and is not safe for
// concurrent use.
type Writer struct {
	w      io.Writer
	format Format
	begun  bool
}

// NewWriter returns a writer of a format.
func NewWriter(w io.Writer, f Format) *Writer { return &Writer{w: w, format: f} }

// Write writes the next article.
func (w *Writer) Write(id ID, a *laut.Article) error {
	if err := w.begin(); err != nil {
		return err
	}
	return w.format.Write(w.w, id, a)
}

// Close writes what the format has after the last article, and a frame around nothing if
// there was none. It does not close the underlying writer.
func (w *Writer) Close() error {
	if err := w.begin(); err != nil {
		return err
	}
	if f, ok := w.format.(Framed); ok {
		return f.End(w.w)
	}
	return nil
}

func (w *Writer) begin() error {
	f, ok := w.format.(Framed)
	if !ok || w.begun {
		return nil
	}
	w.begun = true
	return f.Begin(w.w)
}
