package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode"
)

// folder writes a file for each document, or several. It writes nowhere else, whatever the
// documents are named and whatever links lie in the folder.
type folder struct {
	root       *os.Root
	path       string
	extensions []string
	taken      map[string]string // names of files in this run, and the documents they are of
	complain   func(error)
}

// newFolder opens a folder, and makes it if it is not there.
func newFolder(path string, f *outputFormat, complain func(error)) (*folder, error) {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return nil, failure(path, err)
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, failure(path, err)
	}
	out := &folder{root: root, path: path, extensions: f.extensions, taken: make(map[string]string), complain: complain}
	for name, content := range f.beside {
		if err := out.replace(name, []byte(content)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// name gives a document its file, without extension. It is an error if one before it in
// this run has the same.
func (f *folder) name(d *document) error {
	d.file = localName(d.name)
	key := d.file
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		key = strings.ToLower(key) // their file systems see no difference
	}
	if other, ok := f.taken[key]; ok {
		return fmt.Errorf("%s: its file %s is that of %s", d.id, filepath.Join(f.path, d.file+f.extensions[0]), other)
	}
	f.taken[key] = d.id.String()
	return nil
}

// has reports whether all files of a document are there.
func (f *folder) has(d document) bool {
	return !slices.ContainsFunc(f.extensions, func(extension string) bool {
		_, err := f.root.Stat(d.file + extension)
		return err != nil
	})
}

// put writes the files of a document. What goes wrong is told, and the next one may do.
func (f *folder) put(r result) error {
	for i, content := range r.outputs {
		if err := f.replace(r.file+f.extensions[i], content); err != nil {
			f.complain(err)
			break
		}
	}
	return nil
}

// replace writes a file that appears under its name only when it is whole.
func (f *folder) replace(name string, content []byte) error {
	where := filepath.Join(f.path, name)
	dir, base := filepath.Split(name)
	part := filepath.Join(dir, "."+base+".part")
	if dir != "" {
		if err := f.root.MkdirAll(filepath.Clean(dir), 0o777); err != nil {
			return failure(where, err)
		}
	}
	err := f.root.WriteFile(part, content, 0o666)
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
