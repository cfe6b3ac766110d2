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
