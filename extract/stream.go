package extract

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// StreamArticle is one article of a stream.
type StreamArticle struct {
	Text   string
	Offset int64 // where Text begins in the stream, in bytes
	Line   int   // the line of the stream on which Text begins, from 1
	Part   int   // 0, or the number of the piece of an article that was too long
}

// Stream walks a stream of articles in bounded memory. The zero value is ready
// to use. A Stream may be used by several goroutines, each with its own reader.
type Stream struct {
	// Separator reports whether a line, given without its end, stands between
	// two articles. If nil, Rule is used. A form feed at the start of a line
	// separates in any case.
	Separator func(line string) bool
	// MaxBytes is how long a text may be; what is longer is handed out in
	// pieces, cut at the end of a paragraph, of a line, of a word or, if there
	// is none of them, of a character. If 0, it is 1 MiB; at least 1 KiB.
	MaxBytes int
}

// RuleLine separates at lines of three or more of -, =, * or _ and nothing else.
func RuleLine(line string) bool {
	line = strings.TrimSpace(line)
	if len(line) < 3 || strings.IndexByte("-=*_", line[0]) < 0 {
		return false
	}
	return strings.Trim(line, line[:1]) == ""
}

// BlankLine separates at empty lines: one paragraph a line, an empty line
// between articles.
func BlankLine(line string) bool { return strings.TrimSpace(line) == "" }

// Articles yields the articles of r in order. Articles of white space only are
// left out. An error of r ends the stream; what was read before it is yielded
// first. Memory is bounded by MaxBytes, whatever r holds.
func (s *Stream) Articles(r io.Reader) iter.Seq2[StreamArticle, error] {
	return func(yield func(StreamArticle, error) bool) {
		c := cutter{separator: s.Separator, limit: max(cmp.Or(s.MaxBytes, 1<<20), 1<<10), yield: yield, line: 1, first: 1}
		if c.separator == nil {
			c.separator = RuleLine
		}
		in := bufio.NewReaderSize(r, 64<<10)
		for {
			line, err := in.ReadSlice('\n')
			if !c.add(line, err == bufio.ErrBufferFull) {
				return
			}
			switch {
			case err == nil, errors.Is(err, bufio.ErrBufferFull):
			case err == io.EOF:
				c.flush(false)
				return
			default:
				if c.flush(false) {
					yield(StreamArticle{}, err)
				}
				return
			}
		}
	}
}

// cutter collects lines to articles.
type cutter struct {
	separator func(string) bool
	limit     int
	yield     func(StreamArticle, error) bool

	buf    []byte
	offset int64 // of buf in the stream
	line   int   // of the next byte
	first  int   // line of buf
	part   int
	inLine bool // the last piece did not end its line
}

// add takes a line, or a piece of one that goes on; false stops the stream.
func (c *cutter) add(line []byte, goesOn bool) bool {
	whole := !c.inLine && !goesOn
	c.inLine = goesOn
	text := strings.TrimRight(string(line), "\r\n")
	separates := whole && (c.separator(text) || strings.Trim(text, " \t") == "\f")
	if (separates || strings.HasPrefix(text, "\f") && len(c.buf) > 0) && !c.flush(false) {
		return false
	}
	if separates {
		c.offset += int64(len(line))
		c.line++
		c.first = c.line
		return true
	}
	c.buf = append(c.buf, line...)
	if !goesOn && len(line) > 0 {
		c.line++
	}
	for len(c.buf) > c.limit {
		if !c.flush(true) {
			return false
		}
	}
	return true
}

// flush hands out the text so far: all of it, or a piece of at most limit bytes.
func (c *cutter) flush(piece bool) bool {
	n := len(c.buf)
	if piece {
		n = cutAt(c.buf[:c.limit])
		c.part++
	}
	text := string(c.buf[:n])
	a := StreamArticle{Text: text, Offset: c.offset, Line: c.first, Part: c.part}
	if !piece && c.part > 0 {
		a.Part++
	}
	c.buf = append(c.buf[:0], c.buf[n:]...)
	c.offset += int64(n)
	c.first += strings.Count(text, "\n")
	if !piece {
		c.part = 0
	}
	return strings.TrimSpace(text) == "" || c.yield(a, nil)
}

// cutAt returns where to cut a text that is too long.
func cutAt(b []byte) int {
	half := len(b) / 2
	s := string(b)
	for _, at := range []string{"\n\n", "\n", " "} {
		if i := strings.LastIndex(s, at); i >= half {
			return i + len(at)
		}
	}
	for n := len(b) - 1; n >= len(b)-utf8.UTFMax; n-- {
		if utf8.RuneStart(b[n]) {
			if !utf8.FullRune(b[n:]) {
				return n
			}
			break
		}
	}
	return len(b)
}
