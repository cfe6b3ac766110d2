package main

import (
	"bufio"
	"bytes"
	"io"

	"github.com/laut-nlp/laut/internal/linewise"
)

// lookAhead tells what standard input holds where it is all that is read, so that what is
// written can depend on it. It returns what is to be read instead, unpacked.
func (x *inputs) lookAhead(stdin io.Reader) io.Reader {
	if len(x.files) != 1 || x.files[0].kind != autoInput {
		return stdin
	}
	r, err := linewise.Unpack(stdin, "-")
	if err != nil {
		return failing{err}
	}
	x.files[0].decode(&r)
	r, x.files[0].kind = recognise(r)
	x.many = x.files[0].kind == linesInput
	return r
}

// failing is a reader that fails, so that an error is told in its turn.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// recognise tells JSON Lines from a text by how they begin, and returns what is to be read
// instead. It waits for no more bytes than it needs: whoever feeds laut line by line gets
// line by line.
func recognise(r io.Reader) (io.Reader, string) {
	b := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n = max(n+1, b.Buffered()) {
		head, err := b.Peek(n)
		is, sure := beginsAsObject(head)
		switch {
		case is:
			return b, linesInput
		case sure || err != nil: // which comes again when the text is read
			return b, textInput
		}
	}
}

// beginsAsObject reports whether a text begins with a JSON object: a brace, a key, a colon
// and the beginning of a value. A brace alone may begin any text. It is not sure where the
// text ends before that can be told.
func beginsAsObject(head []byte) (is, sure bool) {
	rest := bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF")))
	for i, want := range []string{"{", `"`, ":", `"[{-0123456789tfn`} {
		if len(rest) == 0 || bytes.HasPrefix([]byte("\uFEFF"), rest) {
			return false, false
		}
		if bytes.IndexByte([]byte(want), rest[0]) < 0 {
			return i == 1 && rest[0] == '}', true // an object without a key
		}
		rest = rest[1:]
		if want == `"` {
			end := endOfString(rest)
			if end < 0 {
				return false, bytes.IndexByte(rest, '\n') >= 0
			}
			rest = rest[end:]
		}
		rest = bytes.TrimSpace(rest)
	}
	return true, true
}

// endOfString returns where a JSON string ends that has begun, or -1.
func endOfString(s []byte) int {
	for i := 0; i < len(s) && s[i] != '\n'; i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return -1
}
