package laut_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/laut-nlp/laut"
)

// latin1 returns a text in ISO 8859-1, with a question mark for what it lacks.
func latin1(text string) string { return oneByte(text, nil) }

// windows1252 returns a text in Windows-1252, as far as German news need it.
func windows1252(text string) string {
	return oneByte(text, map[rune]byte{'„': 0x84, '“': 0x93, '”': 0x94, '‚': 0x82, '‘': 0x91, '’': 0x92, '–': 0x96, '…': 0x85, '€': 0x80, '‹': 0x8B, '›': 0x9B})
}

func oneByte(text string, more map[rune]byte) string {
	var b []byte
	for _, r := range text {
		switch c, ok := more[r]; {
		case ok:
			b = append(b, c)
		case r < 0x100:
			b = append(b, byte(r))
		default:
			b = append(b, '?')
		}
	}
	return string(b)
}

// wide returns a text in UTF-16.
func wide(text string, order binary.AppendByteOrder) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// misread returns a text whose UTF-8 was taken for Latin-1 and encoded once more.
func misread(text string) string {
	var b []byte
	for i := range len(text) {
		b = utf8.AppendRune(b, rune(text[i]))
	}
	return string(b)
}

// decomposed returns a text whose umlauts are a letter and a mark, as macOS has them.
func decomposed(text string) string {
	return strings.NewReplacer("ä", "a\u0308", "ö", "o\u0308", "ü", "u\u0308", "Ä", "A\u0308", "Ö", "O\u0308", "Ü", "U\u0308", "é", "e\u0301").Replace(text)
}

var encodings = []struct {
	name   string
	encode func(string) string
}{
	{"UTF-8", strings.Clone},
	{"Latin-1", latin1},
	{"Windows-1252", windows1252},
	{"UTF-16 little-endian", func(s string) string { return wide(s, binary.LittleEndian) }},
	{"UTF-16 big-endian", func(s string) string { return wide(s, binary.BigEndian) }},
	{"UTF-8 encoded twice", misread},
	{"umlauts with a mark of their own", decomposed},
	{"byte order mark", func(s string) string { return "\uFEFF" + s }},
	{"NULs between words", func(s string) string { return strings.ReplaceAll(s, " ", "\x00") }},
	{"lines of Windows", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{"lines of old Macintoshes", func(s string) string { return strings.ReplaceAll(s, "\n", "\r") }},
}

// TestEncodings reads articles in encodings that the library does not know, each alone
// and all in one text: what is found lies where it says. The lines of a Windows file
// and the mark before one change no claim.
func TestEncodings(t *testing.T) {
	texts := pages(t)
	var mixed strings.Builder
	for _, e := range encodings {
		for _, text := range texts {
			readAndWrite(t, e.encode(text))
		}
		mixed.WriteString(e.encode(texts["hafen.txt"]) + "\n\n")
	}
	a := readAndWrite(t, mixed.String())
	if len(a.Claims) == 0 {
		t.Error("no claim in what is sound")
	}
	want := claimed(laut.Read(texts["hafen.txt"]))
	for _, e := range encodings {
		switch e.name {
		case "byte order mark", "lines of Windows":
			if got := claimed(laut.Read(e.encode(texts["hafen.txt"]))); got != want {
				t.Errorf("%s:\n%s\nwant\n%s", e.name, got, want)
			}
		}
	}
}

// claimed prints who says what, without offsets.
func claimed(a *laut.Article) string {
	return strings.TrimPrefix(renderClaims(a), "\uFEFF")
}
