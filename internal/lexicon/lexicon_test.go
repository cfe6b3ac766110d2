package lexicon

import (
	"bufio"
	"compress/gzip"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/testkit"
)

const dictDir = "../../../shared/data/lexicon/german-pos-dict/"

// lines yields the lines of a file of the data, which is skipped where there is
// no data.
func lines(t testing.TB, name string) func(func(string) bool) {
	t.Helper()
	f, err := os.Open(dictDir + name)
	if err != nil {
		t.Skipf("no data: %v", err)
	}
	t.Cleanup(func() { f.Close() })
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(string) bool) {
		in := bufio.NewScanner(z)
		for in.Scan() {
			if !yield(in.Text()) {
				return
			}
		}
		if err := in.Err(); err != nil {
			t.Error(err)
		}
	}
}

func TestEmbeddedFile(t *testing.T) {
	l, err := open(embedded)
	if err != nil {
		t.Fatal(err)
	}
	for class := range l.masks {
		from, to := l.clsEnds.span(class)
		for k := from; k < to; k += 2 {
			if rule := l.classes.at(k); 6*rule >= len(l.rules) {
				t.Fatalf("class %d: rule %d", class, rule)
			}
		}
	}
	for i, f := range l.features {
		if f == 0 {
			t.Errorf("tag %q has no features", l.tag(i))
		}
	}
}

func TestOpenErrors(t *testing.T) {
	r, err := blob.Open(embedded, magic)
	if err != nil {
		t.Fatal(err)
	}
	rest := r.Rest()
	part := func(n int) string { return string(blob.Seal(magic, []byte(rest[:n]))) }
	for _, c := range []struct{ why, data, want string }{
		{"nothing", "", "not a file of this format"},
		{"another file", "PK\x03\x04" + embedded, "not a file of this format"},
		{"cut off", embedded[:len(embedded)-1], "damaged or cut off"},
		{"header only", part(0), "lengths"},
		{"cut off in the tables", part(1000), "lengths"},
		{"cut off before the automaton", part(strings.Index(rest, "\\fsa")), "not an automaton"},
	} {
		if _, err := open(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.why, err, c.want)
		}
	}
}

// TestDamaged checks that no damage to the file passes.
func TestDamaged(t *testing.T) {
	testkit.RefusesDamage(t, embedded, func(file string) error { _, err := open(file); return err })
}

// TestAllReadings compares every reading with the decoded lexicon, of each
// hundredth form under -short.
func TestAllReadings(t *testing.T) {
	var form string
	var want, got []string
	forms, readings := 0, 0
	check := func() {
		if form == "" {
			return
		}
		forms++
		if testing.Short() && forms%100 != 0 {
			return
		}
		e := Lookup(form)
		if !e.Exact() {
			t.Fatalf("%q is missing", form)
		}
		got = got[:0]
		var mask Features
		for r := range e.Readings() {
			got = append(got, r.Lemma(form)+"\t"+r.Tag())
			mask |= r.Features
			readings++
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("%q:\n got %q\nwant %q", form, got, want)
		}
		if mask != Mask(form) {
			t.Fatalf("%q: mask %x, want %x", form, Mask(form), mask)
		}
	}
	for line := range lines(t, "german.tsv.gz") {
		f, rest, _ := strings.Cut(line, "\t")
		if f != form {
			check()
			form, want = f, want[:0]
		}
		want = append(want, rest)
	}
	check()
	t.Logf("%d readings equal, %d forms", readings, forms)
	if !testing.Short() && readings != 4988730 {
		t.Errorf("%d readings, want 4988730", readings)
	}
}
