// Package notice reads NOTICE, which names source, licence and date of each data file
// that others had a part in.
package notice

import (
	"path/filepath"
	"regexp"
	"strings"
)

// An Entry is what NOTICE says about one file or several.
type Entry struct {
	Paths []string
	Text  string // the indented lines
}

var (
	filed   = regexp.MustCompile(`^[a-z][\w./-]*\.\w+$`)
	licence = regexp.MustCompile(`(?m)^  Licence: +(.*)$`)
)

// Licence is the licence of the files: the line of that name, without the lines that
// go on from it.
func (e Entry) Licence() string {
	if m := licence.FindStringSubmatch(e.Text); m != nil {
		return m[1]
	}
	return ""
}

// Parse reads NOTICE: lines of paths, then indented lines about them.
func Parse(text string) (entries []Entry) {
	open := false // still among the paths of an entry
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch last := len(entries) - 1; {
		case filed.MatchString(line):
			if !open {
				entries = append(entries, Entry{})
				last++
			}
			open = true
			entries[last].Paths = append(entries[last].Paths, line)
			continue
		case strings.HasPrefix(line, " ") && last >= 0:
			entries[last].Text += line + "\n"
		}
		open = false
	}
	return entries
}

// IsData reports whether a file is embedded or shipped data of the library.
func IsData(path string) bool {
	switch filepath.Ext(path) {
	case ".txt":
		return filepath.Base(filepath.Dir(path)) == "words"
	case ".lex", ".gaz", ".model", ".clusters", ".gz":
		return true
	}
	return false
}
