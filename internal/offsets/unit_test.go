package offsets

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
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

// There and back again, from every character of the text.
func checkPositions(t *testing.T, text string) {
	t.Helper()
	text = Valid(text)
	for _, unit := range []Unit{Bytes, Runes, UTF16} {
		x, p := NewIndex(text, unit), NewPositions(text, unit)
		for i := range text {
			want := extract.Span{Start: i, End: len(text)}
			if got, err := p.Span(x.Span(want)); err != nil || got != want {
				t.Fatalf("%q: %v in %s came back as %v, %v", text, want, unit, got, err)
			}
		}
	}
}

func TestPositions(t *testing.T) {
	for _, text := range []string{"", "a", "ä", "🎉", "„Ä“ 🎉\xff\xe2\x80", strings.Repeat("aé🎉", 50)} {
		checkPositions(t, text)
	}
	tests := []struct {
		unit   Unit
		r      Range
		want   string
		reason string
	}{
		{Bytes, Range{0, 8}, "[0,8) lies outside the text of 7 bytes", "after the end"},
		{Runes, Range{0, 4}, "[0,4) lies outside the text of 3 runes", "after the end, in runes"},
		{UTF16, Range{0, 5}, "[0,5) lies outside the text of 4 utf16", "after the end, in UTF-16"},
		{Bytes, Range{-1, 1}, "[-1,1) lies outside the text of 7 bytes", "before the start"},
		{Runes, Range{2, 1}, "[2,1) lies outside the text of 3 runes", "the wrong way round"},
		{Bytes, Range{0, 1}, "[0,1) cuts a character", "inside ä"},
		{Bytes, Range{4, 7}, "[4,7) cuts a character", "inside the emoji"},
		{UTF16, Range{2, 4}, "[2,4) cuts a character", "between the surrogates"},
	}
	for _, tt := range tests {
		if _, err := NewPositions("ä🎉x", tt.unit).Span(tt.r); err == nil || err.Error() != tt.want {
			t.Errorf("%s: error %v, want %s", tt.reason, err, tt.want)
		}
	}
}

func FuzzPositions(f *testing.F) {
	f.Add("„Ä“ 🎉\xff\xe2\x80")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) { checkPositions(t, text[:min(len(text), 400)]) })
}

func TestValid(t *testing.T) {
	for _, text := range []string{"ä", "\xff\xfe\xfd", "\xe2\x80", "a\xffb"} {
		if got := Valid(text); !utf8.ValidString(got) || utf8.RuneCountInString(got) != utf8.RuneCountInString(text) {
			t.Errorf("%q became %q", text, got)
		}
	}
}
