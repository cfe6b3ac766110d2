// Package sections reads word lists: lines of text under headings in brackets. Blank lines
// and those that begin with # are left out.
//
//	[verbs of saying]
//	# The first ones are the most frequent.
//	sagen meinen erklären
package sections

import (
	"errors"
	"fmt"
	"strings"
)

// Read hands out the lines of a list, without the space around them, each with the
// heading that it stands under, "" before the first. It returns what add says is wrong,
// with the list's name and the number of the line.
func Read(name, text string, add func(section, line string) error) error {
	var errs []error
	section, n := "", 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "", line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			if err := add(section, line); err != nil {
				errs = append(errs, fmt.Errorf("%s:%d: %w", name, n, err))
			}
		}
	}
	return errors.Join(errs...)
}

// Words reads a list whose lines are words. It returns for each word the bits of the
// headings that it stands under; headings names them. A word under a heading that is not
// named, or twice under the same, is left out and is part of the error.
func Words[B ~uint8 | ~uint16 | ~uint32](name, text string, headings map[string]B) (map[string]B, error) {
	words := make(map[string]B)
	err := Read(name, text, func(section, line string) error {
		bits := headings[section]
		if bits == 0 {
			return fmt.Errorf("there is no section %q", section)
		}
		var errs []error
		for _, w := range strings.Fields(line) {
			if words[w]&bits != 0 {
				errs = append(errs, fmt.Errorf("%s stands there already", w))
				continue
			}
			words[w] |= bits
		}
		return errors.Join(errs...)
	})
	return words, err
}
