package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// What is encoded only when it is written comes out as all else does, whatever the format
// and wherever it goes.
func TestLongDocuments(t *testing.T) {
	article := laut.Read("„Ja“, sagte Anna Meier.")
	docs := func(long bool) []document {
		var docs []document
		for _, id := range []string{"a", "b", "c"} {
			d := document{id: export.StringID(id), file: id}
			if long {
				d.text = strings.Repeat(" ", longText)
			}
			docs = append(docs, d)
		}
		return docs
	}
	for _, f := range formats {
		encoders := each(f.files, func(x export.FormatInfo) export.Format { return x.New(export.Settings{}) })
		run := func(long bool, out sink) {
			t.Helper()
			work := worker(func(document) *laut.Article { return article }, encoders)
			n, err := read(slices.Values(docs(long)), 2, work, out, nil, func(err error) { t.Error(err) })
			if err = errors.Join(err, out.close()); err != nil || n != 3 {
				t.Fatalf("%s: %d documents, %v", f.Name, n, err)
			}
		}
		var written [2]string
		for i, long := range []bool{false, true} {
			if len(f.files) == 1 {
				var b bytes.Buffer
				s, err := newStream(&b, &f, encoders[0])
				if err != nil {
					t.Fatal(err)
				}
				run(long, s)
				written[i] = b.String()
			}
			folder := t.TempDir()
			to, err := newFolder(folder, &f, encoders, nil, func(err error) { t.Error(err) })
			if err != nil {
				t.Fatal(err)
			}
			run(long, to)
			files, err := filepath.Glob(folder + "/*")
			if err != nil || len(files) < 3 {
				t.Fatal(files, err)
			}
			for _, name := range files {
				content, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				written[i] += filepath.Base(name) + "\n" + string(content)
			}
		}
		if written[0] != written[1] {
			t.Errorf("%s:\n%s\nis for long documents\n%s", f.Name, written[0], written[1])
		}
	}
}

// A full disk ends the run, so that it is told once; what else goes wrong does not.
func TestFullDisk(t *testing.T) {
	for err, want := range map[error]bool{
		&fs.PathError{Op: "write", Err: syscall.ENOSPC}: true,
		&fs.PathError{Op: "write", Err: syscall.EDQUOT}: true,
		&fs.PathError{Op: "write", Err: syscall.EACCES}: false,
		errors.New("no space left on device"):           false,
	} {
		if got := isFull(failure("a.jsonl", err)); got != want {
			t.Errorf("%v: full is %v", err, got)
		}
	}
}
