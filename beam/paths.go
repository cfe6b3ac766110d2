package lautbeam

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"
)

// Paths say where [Files] reads and writes. They travel to the workers as JSON, and may be
// of any file system that the program has registered with Beam (gs://, s3://, local).
type Paths struct {
	Input       string // a file or a pattern of path.Match: corpus/*/part-*.jsonl.gz
	Output      string // a folder
	DeadLetters string // another folder
	Resume      bool   // leave out files whose output is there
}

// Check returns an error if a path is missing, or if an output would take the place of
// another file.
func (p Paths) Check() error {
	in, out, dead := cmp.Or(fixed(p.Input), "./"), folder(p.Output), folder(p.DeadLetters)
	switch {
	case p.Input == "" || p.Output == "" || p.DeadLetters == "":
		return errors.New("lautbeam: input, output and dead letters need a path each")
	case out == dead:
		return fmt.Errorf("lautbeam: output and dead letters are both in %s", p.Output)
	case out == in || dead == in:
		return fmt.Errorf("lautbeam: what is read from %s would be replaced", p.Input)
	}
	return nil
}

// of returns the outputs of an input.
func (p Paths) of(in string) (out, dead string, err error) {
	name, ok := strings.CutPrefix(clean(in), fixed(p.Input))
	if !ok {
		return "", "", fmt.Errorf("lautbeam: %s does not lie below %s", in, fixed(p.Input))
	}
	return folder(p.Output) + name, folder(p.DeadLetters) + name, nil
}

// wildcards are what makes a path a pattern.
const wildcards = `*?[\`

// fixed returns the folder of a pattern above its first wildcard, with a slash at its end, or nothing.
func fixed(pattern string) string {
	pattern = clean(pattern)
	if i := strings.IndexAny(pattern, wildcards); i >= 0 {
		pattern = pattern[:i]
	}
	return pattern[:strings.LastIndex(pattern, "/")+1]
}

// folder returns a folder's path with a slash at its end.
func folder(name string) string { return strings.TrimSuffix(clean(name), "/") + "/" }

// clean makes paths of the local file system comparable; other file systems take each
// character as it is.
func clean(name string) string {
	if strings.Contains(name, "://") {
		return name
	}
	return path.Clean(cmp.Or(filepath.ToSlash(name), "."))
}
