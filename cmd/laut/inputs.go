package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The kinds of input, values of the flag -input.
const (
	autoInput  = "auto"
	textInput  = "text"
	linesInput = "jsonl"
	pageInput  = "html"
)

// extensions are those of the kinds, in small letters and without that of gzip.
var extensions = map[string][]string{
	textInput:  {".txt", ".text"},
	linesInput: {".jsonl", ".ndjson"},
	pageInput:  {".html", ".htm"},
	autoInput:  {".txt", ".text", ".jsonl", ".ndjson", ".html", ".htm"},
}

// kindOf tells what a file holds by its extension. known is false for one that is read
// only where it is named, and not where it lies in a folder.
func kindOf(name string) (kind string, known bool) {
	extension := filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz"))
	for _, kind := range []string{textInput, linesInput, pageInput} {
		if slices.Contains(extensions[kind], extension) {
			return kind, true
		}
	}
	return textInput, false
}

// input is a file to be read, or why what was named cannot be.
type input struct {
	path string
	kind string // of standard input autoInput until its first bytes are seen
	err  error

	encoding string // that its mark names, if it was looked at
}

// inputs are the files that a command line names.
type inputs struct {
	files []input
	many  bool // more than one text may come of them

	kind   string // the value of -input
	except os.FileInfo
}

// expand finds the files: folders are walked, patterns that the shell left alone matched.
// kind is the value of -input. What except holds is left out of folders, so that no run
// reads what it or an earlier one wrote.
func expand(args []string, kind string, except os.FileInfo) inputs {
	if len(args) == 0 {
		args = []string{"-"}
	}
	in := inputs{kind: kind, except: except}
	for _, arg := range args {
		in.add(arg)
	}
	in.many = in.many || len(in.files) != 1 || in.files[0].kind == linesInput
	return in
}

func (x *inputs) add(arg string) {
	if arg == "-" {
		x.file(arg)
		return
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		x.folder(arg)
	case err != nil && strings.ContainsAny(arg, "*?["):
		x.pattern(arg)
	default: // what is wrong is reported in its turn, when it is opened
		x.file(arg)
	}
}

func (x *inputs) file(path string) {
	kind := x.kind
	if kind == autoInput && path != "-" {
		kind, _ = kindOf(path)
	}
	x.files = append(x.files, input{path: path, kind: kind})
}

func (x *inputs) fail(where string, err error) {
	x.files = append(x.files, input{err: failure(where, err)})
}

// pattern adds what a pattern matches, hidden files only if it begins with a dot.
func (x *inputs) pattern(arg string) {
	x.many = true
	matches, err := filepath.Glob(arg)
	if !hidden(filepath.Base(arg)) {
		matches = slices.DeleteFunc(matches, func(m string) bool { return hidden(filepath.Base(m)) })
	}
	switch {
	case err != nil:
		x.fail(arg, err)
	case len(matches) == 0:
		x.fail(arg, errors.New("no file matches"))
	}
	for _, m := range matches {
		if info, err := os.Stat(m); err == nil && info.IsDir() {
			x.folder(m)
		} else {
			x.file(m)
		}
	}
}

// folder adds the files below a folder in the order of their names.
func (x *inputs) folder(root string) {
	x.many = true
	before := len(x.files)
	err := fs.WalkDir(os.DirFS(root), ".", func(p string, d fs.DirEntry, err error) error {
		path := filepath.Join(root, filepath.FromSlash(p))
		switch {
		case err != nil:
			x.fail(path, err)
			return nil
		case p != "." && (hidden(d.Name()) || x.excepted(path)):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		kind, known := kindOf(p)
		if known && (x.kind == autoInput || x.kind == kind) && isFile(path, d) {
			x.file(path)
		}
		return nil
	})
	if err == nil && len(x.files) == before {
		err = fmt.Errorf("no %s in this folder", list(extensions[x.kind]))
	}
	if err != nil {
		x.fail(root, err)
	}
}

// isFile reports whether an entry is a file, a link to one, or a link that leads nowhere,
// which is reported when it is opened. Links to folders are not followed: they may lead in circles.
func isFile(path string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return d.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

func (x *inputs) excepted(path string) bool {
	if x.except == nil {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && os.SameFile(info, x.except)
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") && name != "." && name != ".." }
