package hash

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFolded(t *testing.T) {
	words := []string{"", "a", "Haus", "HÄUSER", "Straße", "ÉCOLE", "Donaudampf", "Donaudampfschiff", "\xff\xfeA", "A\xc3", "\uFFFD",
		"İstanbul", "Ⱥbc", "100-Milliarden-Dollar-Offensive", strings.Repeat("ÄB", 100)}
	for _, w := range words {
		lower := strings.ToLower(w)
		if !utf8.ValidString(w) {
			lower = strings.Replace(w, "A", "a", 1) // ToLower rewrites bytes that are not UTF-8
		}
		if got, want := Folded(w), Text(lower); got != want {
			t.Errorf("Folded(%q) = %x, Text(%q) = %x", w, got, lower, want)
		}
	}
}

func FuzzFolded(f *testing.F) {
	f.Add("Die Wähler:innen, 25 000 STÜCK")
	f.Add("\xf20" + strings.Repeat("\x81", 9) + "\xc6\xc6Ɓ\x81")
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) {
			if lower := strings.ToLower(s); Folded(s) != Text(lower) {
				t.Errorf("Folded(%q) is not Text(%q)", s, lower)
			}
		}
		if Folded(s) == 0 || Text(s) == 0 {
			t.Errorf("the value of %q is 0", s)
		}
	})
}

// TestText looks for strings of one value: with 64 bits, half a million of
// them have none by chance.
func TestText(t *testing.T) {
	seen := make(map[uint64]string)
	add := func(s string) {
		v := Text(s)
		if other, ok := seen[v]; ok && other != s {
			t.Fatalf("%q and %q are both %x", s, other, v)
		}
		seen[v] = s
	}
	for i := range 250_000 {
		add(fmt.Sprint(i))
		add(strings.Repeat("x", i%40) + fmt.Sprint(i*7) + strings.Repeat("\x00", i%9))
	}
	if len(seen) < 400_000 {
		t.Errorf("only %d different strings", len(seen))
	}
}

// TestHash counts hashes that share the bits which buckets and fingerprints
// are made of, over values as small and alike as attributes are.
func TestHash(t *testing.T) {
	const n = 1 << 18
	full := make(map[Sum]bool)
	high := make([]int, 1<<12)
	low := make([]int, 1<<12)
	for i := range uint64(n) {
		h := Seed(i % 8).Add(i / 8 % 64).Add(i / 512)
		full[h] = true
		high[h>>52]++
		low[h%(1<<12)]++
	}
	if len(full) != n {
		t.Errorf("%d of %d hashes are different", len(full), n)
	}
	for name, counts := range map[string][]int{"high": high, "low": low} {
		chi := 0.0
		mean := float64(n) / float64(len(counts))
		for _, c := range counts {
			chi += (float64(c) - mean) * (float64(c) - mean) / mean
		}
		// Mean 4095, standard deviation 90.
		if chi > 4095+5*90 {
			t.Errorf("%s bits: χ² is %.0f", name, chi)
		}
	}
}
