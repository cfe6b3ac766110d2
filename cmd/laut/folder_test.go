package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

func TestLocalName(t *testing.T) {
	tests := []struct{ id, want, reason string }{
		{"a.txt", "a", "the extension of what laut reads is replaced"},
		{"a.HTML.gz", "a", "in whatever case, packed or not"},
		{"a.tar.gz", "a.tar", "the packing alone"},
		{"2024.01.05", "2024.01.05", "another dot is part of the name"},
		{"a/b/c.txt", "a/b/c", "folders stay"},
		{"/a//b/", "a/b", "the root goes"},
		{"../../a/../b", "a/b", "nothing leads up"},
		{"..", "_", "something has to be left"},
		{"", "_", "something has to be there"},
		{".txt", "_", "nor is an extension a name"},
		{"https://example.org/a?b", "https_/example.org/a_b", "what Windows has no form for"},
		{"a\n\x1b\u202eb", "a___b", "no control characters"},
		{"a\xffb", "a_b", "nor invalid bytes"},
		{"a. /b ", "a/b", "Windows would cut the ends"},
		{"ärger/straße.txt", "ärger/straße", "letters stay"},
	}
	for _, tt := range tests {
		if got := filepath.ToSlash(localName(tt.id)); got != tt.want {
			t.Errorf("%s: %q became %q, want %q", tt.reason, tt.id, got, tt.want)
		}
	}
}

func FuzzLocalName(f *testing.F) {
	f.Add("../a\\b/./c.txt.gz")
	f.Add("C:\\con")
	f.Fuzz(func(t *testing.T, id string) {
		if got := localName(id); !filepath.IsLocal(got + ".jsonl") {
			t.Errorf("%q became %q, which is not local", id, got)
		}
	})
}

// upper and lower stand for a format of two files.
type upper struct{}

func (upper) Begin(w io.Writer) error { _, err := io.WriteString(w, "["); return err }
func (upper) End(w io.Writer) error   { _, err := io.WriteString(w, "]"); return err }
func (upper) Write(w io.Writer, id export.ID, _ *laut.Article) error {
	_, err := io.WriteString(w, id.String())
	return err
}

var errForm = errors.New("no form for this article")

type picky struct{}

func (picky) Write(_ io.Writer, id export.ID, _ *laut.Article) error {
	if id.String() == "b.txt" {
		return errForm
	}
	return nil
}

func infoOfFormat(extension string, f export.Format) export.FormatInfo {
	return export.FormatInfo{Extension: extension, New: func(export.Settings) export.Format { return f }}
}

// A document may become several files, each with its own frame, or none if one of them
// cannot be. Files that belong to the folder stand beside.
func TestSeveralFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		if err := os.WriteFile(name, []byte("Ja."), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	first, second := infoOfFormat(".x", upper{}), infoOfFormat(".y", picky{})
	f := &outputFormat{FormatInfo: second, files: []export.FormatInfo{first, second}, beside: map[string]string{"conf": "all"}}
	o := options{out: "out/", input: autoInput, workers: 2}
	var messages buffer
	n, status := o.process([]string{"a.txt", "b.txt", "c.txt"}, f, func(d document, r *laut.Reader) *laut.Article { return r.Read(d.text) },
		streams{err: &messages})
	if n != 2 || status != failed || string(messages) != "laut: no form for this article\n" {
		t.Errorf("%d documents, status %d, %s", n, status, messages)
	}
	got := map[string]string{}
	entries, err := os.ReadDir("out")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join("out", e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got[e.Name()] = string(b)
	}
	want := map[string]string{"conf": "all", "a.x": "[a.txt]", "a.y": "", "c.x": "[c.txt]", "c.y": ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	if err := o.check(newFlags(), f, targetOf("out.x")); err == nil {
		t.Error("no error for a format of two files that are written to one")
	}
}

// buffer is a writer that tests look into.
type buffer []byte

func (b *buffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}

// One frame stands around all documents of a file.
func TestFramedFile(t *testing.T) {
	t.Chdir(t.TempDir())
	f := &outputFormat{files: []export.FormatInfo{infoOfFormat(".x", upper{})}}
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"a.txt", "b.txt"}, "[a.txtb.txt]"},
		{[]string{"fehlt.txt"}, "[]"},
	} {
		for _, name := range tt.args[:len(tt.args)-1] {
			if err := os.WriteFile(name, nil, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if len(tt.args) > 1 {
			if err := os.WriteFile("b.txt", nil, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		o := options{out: "out.x", input: autoInput, workers: 1}
		var messages buffer
		o.process(tt.args, f, func(d document, r *laut.Reader) *laut.Article { return r.Read(d.text) }, streams{err: &messages})
		if got, err := os.ReadFile("out.x"); err != nil || string(got) != tt.want {
			t.Errorf("%v: %q, %v, want %q", tt.args, got, err, tt.want)
		}
	}
}

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
