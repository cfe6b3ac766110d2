package decoding

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const article = "„Wir öffnen früh“, sagte Bäckerin Käthe Groß – ‚gewiß‘. Das müsse für 3 € möglich sein, wenn’s nach André Škoda geht.\n"

func encoded(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := encoding.ReplaceUnsupported(e.NewEncoder()).Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestText(t *testing.T) {
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	tests := []struct {
		data       []byte
		text, name string
		reason     string
	}{
		{[]byte(article), article, UTF8, "UTF-8 stays"},
		{nil, "", UTF8, "nothing too"},
		{[]byte("\uFEFF" + article), "\uFEFF" + article, UTF8, "and keeps its mark"},
		{encoded(t, little, article), article, UTF16, "UTF-16 by its mark"},
		{encoded(t, big, article), article, UTF16, "whichever byte comes first"},
		{encoded(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), article), article, UTF32, "UTF-32, whose mark begins as the other's"},
		{encoded(t, utf32.UTF32(utf32.BigEndian, utf32.UseBOM), article), article, UTF32, "of either kind"},
		{encoded(t, charmap.Windows1252, article), article, Windows, "no UTF-8: Windows-1252, marks and dashes included"},
		{[]byte("Caf\xe9"), "Café", Windows, "one letter at the end is enough"},
		{[]byte("\x84Ja\x93, sagte sie."), "„Ja“, sagte sie.", Windows, "or marks around words"},
		{[]byte("Kolleg\xb7innen, 20\x9625 Euro, geht\x92s"), "Kolleg·innen, 20–25 Euro, geht’s", Windows, "some marks stand inside words"},
		{[]byte(article + "\x96 " + article), article + "\x96 " + article, Damaged, "UTF-8 with one bad byte is no Windows-1252"},
		{[]byte("BMW baut um. ID3 und OTTO auch."), "BMW baut um. ID3 und OTTO auch.", UTF8, "letters that formats begin with"},
		{[]byte("a\x02b und noch ein Satz, der ein Zeichen zu viel hat."), "a\x02b und noch ein Satz, der ein Zeichen zu viel hat.", UTF8, "a stray control character"},
	}
	for _, tt := range tests {
		text, name, err := Text(tt.data)
		if string(text) != tt.text || name != tt.name || err != nil {
			t.Errorf("%s: %q, %s, %v", tt.reason, text, name, err)
		}
	}
}

func TestNoText(t *testing.T) {
	nul, unknown := "NUL", "neither UTF-8 nor Windows-1252"
	tests := map[string]struct {
		data []byte
		want string
	}{
		"PDF":        {[]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), "application/pdf"},
		"docx":       {[]byte("PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00"), "application/zip"},
		"doc":        {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00\x00"), "Office"},
		"RTF":        {[]byte(`{\rtf1\ansi\deff0 Ja.}`), "application/rtf"},
		"PNG":        {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "image/png"},
		"JPEG":       {[]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"), "image/jpeg"},
		"MP3":        {[]byte("ID3\x04\x00\x00\x00\x00\x00"), "audio/mpeg"},
		"program":    {[]byte("\x7fELF\x02\x01\x01\x00\x00"), nul},
		"late NUL":   {[]byte(strings.Repeat(article, 100) + "\x00"), nul},
		"no mark":    {encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), article), nul},
		"NUL in 16":  {encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "a\x00b"), nul},
		"noise":      {[]byte("\x01\x02\x03\x04\x05\x06abc"), "application/octet-stream"},
		"CP850":      {encoded(t, charmap.CodePage850, article), unknown},
		"CP437":      {encoded(t, charmap.CodePage437, article), unknown},
		"Mac Roman":  {encoded(t, charmap.Macintosh, article), unknown},
		"M\x84dchen": {[]byte("M\x84dchen"), unknown},
		"Chinese":    {encoded(t, simplifiedchinese.GBK, strings.Repeat("他说他不知道。", 20)), unknown},
		"Korean":     {encoded(t, korean.EUCKR, strings.Repeat("대통령은 말했다. ", 20)), unknown},
	}
	for name, tt := range tests {
		if text, encoding, err := Text(tt.data); err == nil || !strings.Contains(err.Error(), tt.want) || text != nil {
			t.Errorf("%s: %q, %s, error %v, want one with %q", name, text, encoding, err, tt.want)
		}
	}
}

// A reader gives the same, byte by byte, and its errors.
func TestReader(t *testing.T) {
	for _, e := range []encoding.Encoding{encoding.Nop, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)} {
		data := encoded(t, e, article)
		r, name := Reader(bufio.NewReader(iotest.OneByteReader(bytes.NewReader(data))))
		got, err := io.ReadAll(r)
		if string(got) != article || err != nil || (name == "") != (e == encoding.Nop) {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
	if r, _ := Reader(bufio.NewReader(iotest.ErrReader(io.ErrClosedPipe))); r == nil {
		t.Error("no reader for what fails")
	} else if _, err := io.ReadAll(r); err != io.ErrClosedPipe {
		t.Errorf("error %v, want the reader's", err)
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte(article))
	f.Add(encoded(f, charmap.Windows1252, article))
	f.Add(encoded(f, charmap.CodePage850, article))
	f.Add([]byte("\xff\xfe\x00\xd8a"))
	f.Add([]byte("\xff\xfe\x00\x00\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, name, err := Text(data)
		switch {
		case err != nil:
			if text != nil || name != "" {
				t.Errorf("%q: error %v, and %q in %s", data, err, text, name)
			}
		case name != Damaged && !utf8.Valid(text):
			t.Errorf("%q: %q in %s is no UTF-8", data, text, name)
		case bytes.IndexByte(text, 0) >= 0:
			t.Errorf("%q: NUL in %q", data, text)
		case utf8.Valid(data) && !bytes.Equal(text, data):
			t.Errorf("%q became %q", data, text)
		}
	})
}
