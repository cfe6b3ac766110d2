package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"unicode"

	"github.com/laut-nlp/laut/export"
)

// folder writes a file for each document, or several. It writes nowhere else, whatever the
// documents are named and whatever links lie in the folder.
type folder struct {
	root       *os.Root
	path       string
	extensions []string
	encoders   []export.Format   // one for each extension
	taken      map[string]string // names of files in this run, and where the documents that they are of stand
	inputs     map[string]bool   // names of files that are to be read
	complain   func(error)
}

// newFolder opens a folder, and makes it if it is not there. The inputs that lie in it are
// not replaced.
func newFolder(path string, f *outputFormat, encoders []export.Format, in []input, complain func(error)) (*folder, error) {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return nil, failure(path, err)
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, failure(path, err)
	}
	out := &folder{root: root, path: path, extensions: each(f.files, func(x export.FormatInfo) string { return x.Extension }), encoders: encoders, taken: make(map[string]string), inputs: below(path, in), complain: complain}
	for name, content := range f.beside {
		write := func(w io.Writer) error {
			_, err := io.WriteString(w, content)
			return err
		}
		if err := out.replace(name, write); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// name gives a document its file, without extension, after its id. So the file of a text
// depends on nothing but its path as given: not on whether the text or its folder was
// named, nor on what else is read. It is an error if one before it in this run has the same.
func (f *folder) name(d *document) error {
	d.file = localName(d.id.String())
	key := keyOf(d.file)
	if other, ok := f.taken[key]; ok {
		return fmt.Errorf("%s: its file %s is that of %s", d.where, filepath.Join(f.path, d.file+f.extensions[0]), other)
	}
	f.taken[key] = d.where
	return nil
}

// keyOf returns the name of a file as it is compared.
func keyOf(name string) string {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return strings.ToLower(name) // their file systems see no difference
	}
	return name
}

// below returns the names of the inputs that lie in a folder.
func below(folder string, in []input) map[string]bool {
	names := make(map[string]bool)
	root := resolved(folder)
	for _, i := range in {
		if i.err != nil || i.path == "-" {
			continue
		}
		if name, err := filepath.Rel(root, resolved(i.path)); err == nil && filepath.IsLocal(name) {
			names[keyOf(name)] = true
		}
	}
	return names
}

// resolved returns a path as it is without links, if it is there.
func resolved(path string) string {
	if p, err := filepath.Abs(path); err == nil {
		path = p
	}
	if p, err := filepath.EvalSymlinks(path); err == nil {
		path = p
	}
	return path
}

// has reports whether all files of a document are there. The last is not if it is an input.
func (f *folder) has(d document) bool {
	last := f.extensions[len(f.extensions)-1]
	return !f.inputs[keyOf(d.file+last)] && !slices.ContainsFunc(f.extensions, func(extension string) bool {
		_, err := f.root.Stat(d.file + extension)
		return err != nil
	})
}

// put writes the files of a document. What goes wrong is reported; the next one may succeed,
// unless the disk is full.
func (f *folder) put(r result) error {
	for i, extension := range f.extensions {
		name := r.file + extension
		write := func(w io.Writer) error { return r.encode(w, f.encoders[i]) }
		if r.long == nil {
			write = func(w io.Writer) error {
				_, err := w.Write(r.outputs[i])
				return err
			}
		}
		err := f.replace(name, write)
		if isFull(err) {
			return err
		}
		if err != nil {
			f.complain(err)
			break
		}
	}
	return nil
}

// isFull reports whether an error says that there is no room left on the disk.
func isFull(err error) bool {
	const windows = syscall.Errno(112) // ERROR_DISK_FULL
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || runtime.GOOS == "windows" && errors.Is(err, windows)
}

// replace writes a file that appears under its name only when it is whole.
func (f *folder) replace(name string, write func(io.Writer) error) error {
	where := filepath.Join(f.path, name)
	if f.inputs[keyOf(name)] {
		var content bytes.Buffer
		if err := write(&content); err != nil {
			return failure(where, err)
		}
		if old, err := f.root.ReadFile(name); err == nil && bytes.Equal(old, content.Bytes()) {
			return nil // the text of brat, beside which its annotations go
		}
		return failure(where, errors.New("not replaced, since it is also to be read"))
	}
	dir, base := filepath.Split(name)
	part := filepath.Join(dir, "."+base+".part")
	if dir != "" {
		if err := f.root.MkdirAll(filepath.Clean(dir), 0o777); err != nil {
			return failure(where, err)
		}
	}
	file, err := f.root.Create(part)
	if err == nil {
		err = errors.Join(write(file), file.Close())
	}
	if err == nil {
		err = f.root.Rename(part, name)
	}
	if err != nil {
		f.root.Remove(part)
		return failure(where, err)
	}
	return nil
}

func (f *folder) close() error { return f.root.Close() }

// localName turns the id of a document into a path below a folder: without the extension
// of what laut reads, without the root, "." and "..", and without what some file system
// has no form for.
func localName(name string) string {
	name = filepath.ToSlash(name)
	name = strings.TrimPrefix(name, filepath.ToSlash(filepath.VolumeName(name)))
	if strings.HasSuffix(strings.ToLower(name), ".gz") {
		name = name[:len(name)-len(".gz")]
	}
	if _, known := kindOf(name); known {
		name = strings.TrimSuffix(name, path.Ext(name))
	}
	var parts []string
	for part := range strings.SplitSeq(name, "/") {
		if part = strings.TrimRight(strings.Map(portable, strings.ToValidUTF8(part, "_")), ". "); part != "" {
			if !filepath.IsLocal(part) { // a device of Windows
				part += "_"
			}
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return "_"
	}
	return filepath.Join(parts...)
}

// portable replaces what cannot stand in the name of a file everywhere.
func portable(r rune) rune {
	if unicode.Is(unicode.C, r) || strings.ContainsRune(`<>:"\|?*`, r) {
		return '_'
	}
	return r
}
