package offsets

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// slow converts an offset by rewriting all that stands before it.
func slow(text string, at int, unit Unit) int {
	for at > 0 && at < len(text) && inside(text, at) {
		at--
	}
	before := []rune(text[:at])
	switch unit {
	case Runes:
		return len(before)
	case UTF16:
		return len(utf16.Encode(before))
	}
	return len(string(before))
}

// inside reports whether an offset lies inside a valid rune.
func inside(text string, at int) bool {
	for i := max(0, at-utf8.UTFMax+1); i < at; i++ {
		if r, size := utf8.DecodeRuneInString(text[i:]); (r != utf8.RuneError || size > 1) && i+size > at {
			return true
		}
	}
	return false
}

// checkOffsets asks for every offset forwards and backwards, since an index
// remembers where it was.
func checkOffsets(t *testing.T, text string) {
	t.Helper()
	for _, unit := range []Unit{Bytes, Runes, UTF16} {
		x := NewIndex(text, unit)
		for i := range 2 * (len(text) + 1) {
			at := i
			if at > len(text) {
				at = 2*len(text) + 1 - i
			}
			want := slow(text, at, unit)
			if unit == Bytes && utf8.ValidString(text) {
				want = at // left alone, even inside a rune
			}
			if got := x.Offset(at); got != want {
				t.Fatalf("%q: byte %d is %d in %s, want %d", text, at, got, unit, want)
			}
		}
	}
}

func TestOffsets(t *testing.T) {
	for _, text := range []string{
		"", "a", "ä", "🎉", "\xff", "\xe2\x80", "Grüße an die 🇨🇭 und \xf0\x9f kaputt",
		strings.Repeat("a", 64), strings.Repeat("ä", 32), strings.Repeat("ä", 64), // ends on a mark
		"a" + strings.Repeat("ä", 64), strings.Repeat("aé🎉\xff", 50), // runes over the marks
	} {
		checkOffsets(t, text)
	}
}

func FuzzOffsets(f *testing.F) {
	f.Add("„Ä“ 🎉\xff\xe2\x80")
	f.Add(strings.Repeat("x", 63) + "ß\xc3")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		checkOffsets(t, text[:min(len(text), 400)])
	})
}
