package corpus

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
)

// lines is what the readers have in common: the lines of a file, of any length, and a
// consumer who may have enough at any time.
type lines struct {
	r    *bufio.Reader
	name string
	line int    // number of the current line, from 1
	text string // the current line without its end
	err  error  // what ended the file too early

	yield func(Document, error) bool
	full  bool // the consumer has enough
}

// fromLines returns the documents that read finds in the lines of a file, and the error that
// ended them.
func fromLines(r io.Reader, name string, read func(*lines)) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		l := &lines{r: bufio.NewReaderSize(r, 1<<16), name: name, yield: yield}
		read(l)
		if l.err != nil {
			l.put(Document{}, l.err)
		}
	}
}

// next moves to the next line. A line that a read error cuts short is dropped: half a record
// must not pass for a whole one.
func (l *lines) next() bool {
	if l.err != nil || l.full {
		return false
	}
	text, err := l.r.ReadString('\n')
	if err == io.EOF && text == "" {
		return false
	}
	l.line++
	if err != nil && err != io.EOF {
		l.err = l.at(l.line, err)
		return false
	}
	if l.line == 1 {
		text = strings.TrimPrefix(text, "\ufeff")
	}
	l.text = strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
	return true
}

func (l *lines) at(line int, err error) error { return fmt.Errorf("%s:%d: %w", l.name, line, err) }

// put hands on a document or an error.
func (l *lines) put(d Document, err error) { l.full = l.full || !l.yield(d, err) }

// putTokens hands on a document, unless nothing was left of it.
func (l *lines) putTokens(d Document) {
	if len(d.Tokens) > 0 {
		l.put(d, nil)
	}
}

// fail hands on what is wrong with a line.
func (l *lines) fail(line int, format string, args ...any) {
	l.put(Document{}, l.at(line, fmt.Errorf(format, args...)))
}
