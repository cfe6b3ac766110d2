package automaton

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/automaton"
)

func build(t testing.TB, set []string) []byte {
	t.Helper()
	var b Builder
	for _, s := range set {
		if err := b.Add(s); err != nil {
			t.Fatal(err)
		}
	}
	return b.Finish()
}

func open(t testing.TB, file []byte) *automaton.Automaton {
	t.Helper()
	a, err := automaton.New(string(file))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// all returns the set in the order of its bytes.
func all(a *automaton.Automaton) []string {
	var got []string
	for s := range a.Suffixes(a.Root()) {
		got = append(got, string(s))
	}
	slices.Sort(got)
	return got
}

// generated returns n different strings that share beginnings and ends as words
// do, over all bytes when wild.
func generated(r *rand.Rand, n int, wild bool) []string {
	stems := []string{"", "haus", "häuser", "ver", "zu", "ab", "geb", "Bürger", "x"}
	ends := []string{"", "en", "e", "te", "ung", "ungen", "lich", "s"}
	set := map[string]bool{}
	for len(set) < n {
		var s strings.Builder
		for range 1 + r.IntN(3) {
			s.WriteString(stems[r.IntN(len(stems))])
			if wild {
				for range r.IntN(4) {
					s.WriteByte(byte(r.IntN(256)))
				}
			} else {
				s.WriteByte('a' + byte(r.IntN(26)))
			}
		}
		s.WriteString(ends[r.IntN(len(ends))])
		if s.Len() > 0 {
			set[s.String()] = true
		}
	}
	list := make([]string, 0, n)
	for s := range set {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}

func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	sets := map[string][]string{
		"empty":           nil,
		"one byte":        {"\x00"},
		"prefix of other": {"a", "ab", "abc"},
		"longest":         {strings.Repeat("a", automaton.MaxLen)},
		"words":           generated(r, 5000, false),
		"all bytes":       generated(r, 5000, true),
	}
	for name, set := range sets {
		t.Run(name, func(t *testing.T) {
			file := build(t, set)
			a := open(t, file)
			if got := all(a); !slices.Equal(got, set) {
				t.Fatalf("%d strings came out of %d", len(got), len(set))
			}
			for i, s := range set {
				if !a.Walk(a.Root(), s).Final() {
					t.Fatalf("%q is missing", s)
				}
				if _, in := slices.BinarySearch(set, s+"q"); a.Walk(a.Root(), s+"q").Final() != in {
					t.Fatalf("%q: got %v", s+"q", !in)
				}
				if cut := s[:len(s)-1]; i%7 == 0 && cut != "" {
					if _, in := slices.BinarySearch(set, cut); a.Walk(a.Root(), cut).Final() != in {
						t.Fatalf("%q: got %v", cut, !in)
					}
				}
			}
			if again := build(t, set); !bytes.Equal(file, again) {
				t.Fatal("the same strings gave other bytes")
			}
		})
	}
}

// Two strings with the same end share it, whatever stands before: a product of
// m beginnings and n ends takes about m+n arcs and not m*n.
func TestMinimal(t *testing.T) {
	var set []string
	for i := range 100 {
		for j := range 100 {
			set = append(set, fmt.Sprintf("%02d-%02d", i, j))
		}
	}
	if file := build(t, set); len(file) > 100 {
		t.Errorf("%d bytes for a product of digits", len(file))
	}
}

func TestAddErrors(t *testing.T) {
	for _, c := range []struct{ name, first, second string }{
		{"empty", "a", ""},
		{"twice", "a", "a"},
		{"out of order", "b", "a"},
		{"a beginning of the last", "ab", "a"},
		{"too long", "a", strings.Repeat("b", automaton.MaxLen+1)},
	} {
		var b Builder
		if err := b.Add(c.first); err != nil {
			t.Fatal(err)
		}
		if err := b.Add(c.second); err == nil {
			t.Errorf("%s: no error", c.name)
		}
		// A refused string leaves the set as it was.
		if got := all(open(t, b.Finish())); !slices.Equal(got, []string{c.first}) {
			t.Errorf("%s: set is %q", c.name, got)
		}
	}
}
