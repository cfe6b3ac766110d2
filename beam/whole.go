package lautbeam

import (
	"bufio"
	"compress/gzip"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// whole is a file that is there as a whole or not at all: it is written under a name of
// its own, so that two workers that were given the same file do not write into one, and
// renamed when it is whole.
type whole struct {
	fs   filesystem.Interface
	path string
	part string // its name while it is written
	file io.WriteCloser
	buf  *bufio.Writer
	z    *gzip.Writer // nil without gzip
}

const partMark = ".part-"

// begin opens the file if it is not open.
func (w *whole) begin(ctx context.Context) (err error) {
	if w.file != nil {
		return nil
	}
	part := w.path + partMark + rand.Text()
	if w.file, err = w.fs.OpenWrite(ctx, part); err != nil {
		return err
	}
	w.part = part
	w.buf = bufio.NewWriterSize(w.file, 1<<16)
	if strings.HasSuffix(w.path, ".gz") {
		w.z = gzip.NewWriter(w.buf)
	}
	return nil
}

func (w *whole) Write(b []byte) (int, error) {
	if w.z != nil {
		return w.z.Write(b)
	}
	return w.buf.Write(b)
}

// commit gives the file its name, and removes what killed attempts left. If the file was
// not begun there will be none, whatever was there before.
func (w *whole) commit(ctx context.Context) (err error) {
	if w.file == nil {
		return errors.Join(w.remove(ctx, w.path), w.clear(ctx))
	}
	if w.z != nil {
		err = w.z.Close()
	}
	if err == nil {
		err = w.buf.Flush()
	}
	if f, ok := w.file.(interface{ Sync() error }); ok && err == nil {
		err = f.Sync() // else a power cut could leave the name without the bytes
	}
	err = errors.Join(err, w.file.Close())
	w.file = nil
	if err == nil {
		err = filesystem.Rename(ctx, w.fs, w.part, w.path)
	}
	if err != nil {
		return err
	}
	w.part = ""
	return w.clear(ctx)
}

// discard removes what is not committed.
func (w *whole) discard(ctx context.Context) error {
	if w.part == "" {
		return nil
	}
	if w.file != nil {
		w.file.Close()
		w.file = nil
	}
	return w.remove(ctx, w.part)
}

// clear removes the parts that other attempts left. A path that would be read as a pattern
// keeps them.
func (w *whole) clear(ctx context.Context) error {
	if strings.ContainsAny(w.path, wildcards) {
		return nil
	}
	parts, err := w.fs.List(ctx, w.path+partMark+"*")
	for _, part := range parts {
		err = errors.Join(err, w.remove(ctx, part))
	}
	return err
}

// remove removes a file that is there, if the file system can.
func (w *whole) remove(ctx context.Context, path string) error {
	if fs, ok := w.fs.(filesystem.Remover); ok && exists(ctx, w.fs, path) {
		return fs.Remove(ctx, path)
	}
	return nil
}

func exists(ctx context.Context, fs filesystem.Interface, path string) bool {
	f, err := fs.OpenRead(ctx, path)
	if err != nil {
		return false
	}
	f.Close()
	return true
}
