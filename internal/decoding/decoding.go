// Package decoding turns the bytes of a file into UTF-8: by their byte order mark, or as
// Windows-1252 where they are no UTF-8. It tells what is no text at all.
package decoding

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// The names of encodings, as the IANA registers them, but for Damaged.
const (
	UTF8    = "UTF-8"
	UTF16   = "UTF-16"
	UTF32   = "UTF-32"
	Windows = "Windows-1252"
	Damaged = "UTF-8 with broken bytes" // which stay as they are
)

// HeadBytes is how many bytes of a file [Binary] looks at.
const HeadBytes = 512

// mark is a byte order mark. That of UTF-32 begins with that of UTF-16 and goes first.
type mark struct {
	bytes, name string
	encoding    encoding.Encoding
}

var marks = []mark{
	{"\xff\xfe\x00\x00", UTF32, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\x00\x00\xfe\xff", UTF32, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xff\xfe", UTF16, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xfe\xff", UTF16, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

// Reader returns what r holds as UTF-8 if it begins with the mark of UTF-16 or UTF-32, and
// the name of that; else r as it is, and no name. It waits for no more than four bytes, and
// for one where the first begins no mark. The mark is left out. Errors of r come when it is
// read on.
func Reader(r *bufio.Reader) (io.Reader, string) {
	head, _ := r.Peek(1)
	if len(head) == 0 || strings.IndexByte("\x00\xfe\xff", head[0]) < 0 {
		return r, ""
	}
	head, _ = r.Peek(4)
	for _, m := range marks {
		if bytes.HasPrefix(head, []byte(m.bytes)) {
			r.Discard(len(m.bytes))
			return transform.NewReader(r, m.encoding.NewDecoder()), m.name
		}
	}
	return r, ""
}

// Text returns a text as UTF-8 and the name of the encoding that it had. The mark of UTF-8
// stays, since offsets count from the beginning of the file. It is an error if the bytes are
// no text, or in no encoding that can be told.
func Text(data []byte) (text []byte, encoding string, err error) {
	b := bufio.NewReader(bytes.NewReader(data))
	if r, name := Reader(b); name != "" {
		text, err = io.ReadAll(r)
		encoding = name
	} else if err = Binary(data[:min(len(data), HeadBytes)]); err == nil {
		text, encoding, err = Line(data)
	}
	if err == nil && bytes.IndexByte(text, 0) >= 0 {
		err = errNUL
	}
	if err != nil {
		return nil, "", err
	}
	return text, encoding, nil
}

var (
	errNUL     = errors.New("this is no text: it has NUL bytes")
	errUnknown = errors.New("the text is neither UTF-8 nor Windows-1252")
)

// Binary returns an error if a file begins as no text does. head are its first bytes, up to
// HeadBytes; fewer tell less.
func Binary(head []byte) error {
	kind := http.DetectContentType(head)
	named := !strings.HasPrefix(kind, "text/") && kind != "application/octet-stream"
	switch n := controls(head); {
	case bytes.HasPrefix(head, []byte("%PDF-")):
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		kind = "application/rtf"
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		kind = "a file of Microsoft Office"
	case !named && bytes.IndexByte(head, 0) >= 0:
		return errNUL
	case n == 0 && !signed(head): // letters alone name no format: BMW, ID3
		return nil
	case !named && 8*n < max(len(head), 1):
		return nil
	}
	return fmt.Errorf("this is no text, but %s", kind)
}

// signed reports whether a file begins with a byte that is none of ASCII.
func signed(head []byte) bool {
	return len(head) > 0 && head[0] >= utf8.RuneSelf
}

// controls counts the bytes that neither a line nor a page ends with.
func controls(data []byte) (n int) {
	for _, b := range data {
		if b < ' ' && strings.IndexByte("\t\n\v\f\r\x1b\x1a", b) < 0 || b == 0x7f {
			n++
		}
	}
	return n
}

// Line is [Text] for a part of a file whose beginning was looked at.
func Line(data []byte) (text []byte, encoding string, err error) {
	if utf8.Valid(data) {
		return data, UTF8, nil
	}
	switch broken, whole := sequences(data); {
	case whole > broken:
		return data, Damaged, nil
	case !plausible(data):
		return nil, "", errUnknown
	}
	text, err = charmap.Windows1252.NewDecoder().Bytes(data)
	return text, Windows, err
}

// sequences counts the bytes that are not part of UTF-8, and the characters of several bytes
// that are.
func sequences(data []byte) (broken, whole int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			broken++
		} else {
			whole++
		}
		i += size
	}
	return broken, whole
}

// plausible reports whether bytes are text in Windows-1252. In a text in CP850, Mac Roman or
// another encoding of one byte the umlauts are marks and signs there, which then stand inside
// words, or bytes that mean nothing.
func plausible(data []byte) bool {
	good, bad := 0, 0
	for i, b := range data {
		if b < 0x80 {
			continue
		}
		before, after := letterAt(data, i-1), letterAt(data, i+1)
		switch {
		case strings.IndexByte(undefined, b) >= 0:
			return false
		case strings.IndexByte(german, b) >= 0:
			good++
		case b == 0xff: // ÿ, which hardly a word has, and much that is no text
			bad++
		case b >= 0xc0 && b != 0xd7 && b != 0xf7, strings.IndexByte(capitals, b) >= 0: // a letter of another language
			good += boolean(before || after)
			bad += boolean(!before && !after)
		case strings.IndexByte(inner, b) >= 0:
			good++
		default: // a quotation mark, a dash, a sign
			good += boolean(!before || !after)
			bad += boolean(before && after)
		}
	}
	return 9*bad <= good
}

const (
	undefined = "\x81\x8d\x8f\x90\x9d"
	german    = "\xe4\xf6\xfc\xdf\xc4\xd6\xdc"     // ä ö ü ß Ä Ö Ü
	capitals  = "\x8a\x8c\x8e"                     // Š Œ Ž: the small ones are ö, £ and Ä of others
	inner     = "\x91\x92\x96\x97\xa0\xad\xb4\xb7" // apostrophes, dashes, spaces, hyphens, the dot of gender forms
)

// letterAt reports whether there is a letter at a place, a high byte only if it is one of
// German.
func letterAt(data []byte, i int) bool {
	if i < 0 || i >= len(data) {
		return false
	}
	b := data[i]
	return b|0x20 >= 'a' && b|0x20 <= 'z' || strings.IndexByte(german, b) >= 0
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}
