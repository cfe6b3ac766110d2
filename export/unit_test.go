package export

import (
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/laut-nlp/laut/internal/cputime"
	"github.com/laut-nlp/laut/internal/offsets"
)

// cut slices a text as a program would that counts in the unit.
func cut(text string, r offsets.Range, unit Unit) string {
	switch unit {
	case Runes:
		return string([]rune(text)[r.Start:r.End])
	case UTF16:
		return string(utf16.Decode(utf16.Encode([]rune(text))[r.Start:r.End]))
	}
	return text[r.Start:r.End]
}

// A look-up must not walk from the start of the text or of the line.
func TestOffsetsLinear(t *testing.T) {
	text := strings.Repeat("ä", 4<<20)
	start := cputime.Now()
	lines := newLines(text)
	last := ""
	for at := 0; at < len(text); at += 16 {
		last = lines.position(at)
	}
	if last != "1:4194297" {
		t.Errorf("last position %s", last)
	}
	if d := cputime.Now() - start; d > 5*time.Second {
		t.Errorf("half a million positions in one long line took %s", d)
	}
}

func TestUnitNames(t *testing.T) {
	for _, u := range []Unit{Bytes, Runes, UTF16} {
		var got Unit
		if err := got.UnmarshalText([]byte(u.String())); err != nil || got != u {
			t.Errorf("%s read back as %s, %v", u, got, err)
		}
	}
	var u Unit
	if err := u.UnmarshalText([]byte("utf8")); err == nil || !strings.Contains(err.Error(), "want bytes, runes or utf16") {
		t.Errorf("unknown unit: error %v does not say which there are", err)
	}
}
