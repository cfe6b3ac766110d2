package automaton_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/automaton"
	build "github.com/laut-nlp/laut/internal/train/automaton"
)

// byHand is {ab, ac, b} written byte by byte: labels a and b are mapped, c is
// explicit, the node after a lies in front of the root's.
//
//	0: arc to the root at 7
//	2: b final, no target | c final last, no target
//	7: a -> 2 | b final last, no target
const byHand = "\\fsa\xc6\x00\x07\x03\x00ab" +
	"\x41\x07" +
	"\x22\x00" + "\x60c\x00" +
	"\x01\x02" + "\x62\x00"

func strs(a *automaton.Automaton, s automaton.State, limit int) (list []string) {
	for b := range a.Suffixes(s) {
		if len(list) == limit {
			break
		}
		list = append(list, string(b))
	}
	return list
}

func TestByHand(t *testing.T) {
	a, err := automaton.New(byHand)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strs(a, a.Root(), 10), []string{"ab", "ac", "b"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for s, want := range map[string]bool{"": false, "a": false, "ab": true, "ac": true, "b": true, "c": false, "abc": false, "bb": false} {
		if got := a.Walk(a.Root(), s).Final(); got != want {
			t.Errorf("%q is in it: %v", s, got)
		}
	}
	s := a.Walk(a.Root(), "a")
	if s == 0 || s.Final() {
		t.Errorf("state after a: %d", s)
	}
	if got, want := strs(a, s, 10), []string{"b", "c"}; !slices.Equal(got, want) {
		t.Errorf("after a: got %q, want %q", got, want)
	}
	if label, to := a.First(s); label != 'b' || !to.Final() {
		t.Errorf("first after a: %q, %v", label, to)
	}
	if got := strs(a, a.Walk(a.Root(), "b"), 10); !slices.Equal(got, []string{""}) {
		t.Errorf("after b: got %q", got)
	}
}

func TestNewErrors(t *testing.T) {
	for _, c := range []struct{ why, data, want string }{
		{"nothing", "", "not an automaton"},
		{"another file", "PK\x03\x04........", "not an automaton"},
		{"FSA5", "\\fsa\x05" + byHand[5:], "version"},
		{"perfect hashing", byHand[:5] + "\x01" + byHand[6:], "numbers"},
		{"labels cut off", byHand[:9], "labels"},
		{"too many labels", byHand[:7] + "\xff" + byHand[8:], "labels"},
		{"one label twice", byHand[:10] + "a" + byHand[11:], "twice"},
		{"no arcs", byHand[:11], "no root"},
	} {
		if _, err := automaton.New(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.why, err, c.want)
		}
	}
}

// Whatever the bytes, nothing panics and everything ends.
func FuzzAutomaton(f *testing.F) {
	f.Add([]byte(byHand), "ab")
	var b build.Builder
	for _, s := range []string{"Haus\x00\x01", "Hause\x00\x02", "Häuser\x00\x01", "haust\x00\x03"} {
		if err := b.Add(s); err != nil {
			f.Fatal(err)
		}
	}
	f.Add(b.Finish(), "Häuser")
	f.Add([]byte("\\fsa\xc600\x0f0012789ABCXYZab0\x020\xb00"), "0")
	f.Add([]byte("\\fsa\xc600\x0200\xc2\u032e\xbf\xbc\u6e2a\xc1a\x00"), "0")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		a, err := automaton.New(string(data))
		if err != nil {
			return
		}
		s := a.Walk(a.Root(), text)
		for range 1000 {
			_, s = a.First(s)
		}
	})
}

func TestNoAllocation(t *testing.T) {
	a, err := automaton.New(byHand)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	got := testing.AllocsPerRun(100, func() {
		if a.Walk(a.Root(), "ac").Final() {
			n++
		}
	})
	if got != 0 || n == 0 {
		t.Errorf("%v allocations, %d strings", got, n)
	}
}
