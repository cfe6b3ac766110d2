package extract

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestLowered checks that the short way gives what strings.ToLower does.
func TestLowered(t *testing.T) {
	cases := []string{
		"Grüße aus KÖLN", "„ÄÖÜ“ – ÀÞß×÷ÿ …", "ÉCOLE", // what German texts have
		"Œuvre, ŁÓDŹ", "ΑΘΗΝΑ", "𝐀𐐀", // other letters
		"İstanbul", "Kelvin K", // longer or shorter in lower case
		"Ein\xC3", "\xC3A", "\xE2\x80", "\xE2\x80A", "A\xFFB", "", // no UTF-8
	}
	for r := rune(0); r <= 0x2100; r++ {
		cases = append(cases, "A"+string(r)+"B")
	}
	for _, s := range cases {
		want := strings.ToLower(s)
		if len(want) != len(s) {
			want = s
		}
		if got := lowered(s); got != want {
			t.Errorf("%q (valid %v): got %q, want %q", s, utf8.ValidString(s), got, want)
		}
	}
}

func BenchmarkLowered(b *testing.B) {
	const text = "Der Betriebsrat fürchtet „in Köln“, dass jede dritte Stelle wegfällt – so die Geschäftsführung am Donnerstag. "
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		lowered(text)
	}
}
