package gazetteer

import (
	"bufio"
	"compress/gzip"
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/testkit"
)

func TestEmbeddedFile(t *testing.T) {
	a, err := open(embedded)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for s := range a.Suffixes(a.Root()) {
		n++
		name, classes, ok := strings.Cut(string(s), "\x00")
		if !ok || len(classes) != 1 || classes[0] == 0 || Classes(classes[0]) == Word {
			t.Fatalf("%q", s)
		}
		if name != strings.Join(strings.Fields(name), " ") {
			t.Errorf("%q: spaces", name)
		}
		if got := Lookup(name); got != Classes(classes[0]) {
			t.Errorf("%q: got %b, want %b", name, got, classes[0])
		}
	}
	if n != 207409 {
		t.Errorf("%d names; the package doc has another number", n)
	}
	if kib := len(embedded) / 1024; kib > 1300 {
		t.Errorf("%d KiB", kib)
	}
}

func TestOpenErrors(t *testing.T) {
	for _, c := range []struct{ why, data, want string }{
		{"nothing", "", "not a file of this format"},
		{"another file", "PK\x03\x04\x00" + embedded, "not a file of this format"},
		{"header only", embedded[:strings.IndexByte(embedded, 0)+1], "damaged or cut off"},
		{"nothing sealed", string(blob.Seal(magic, nil)), "not an automaton"},
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

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		why, name string
		has, not  Classes
	}{
		{"a woman's name", "Angela", Female, Male | Word},
		{"a man's name", "Helmut", Male, Female},
		{"gender unknown", "Aimal", FirstName, 0},
		{"spelling repaired", "Aczél", FirstName, 0},
		{"surname", "Merkel", Surname, FirstName | Town},
		{"a surname that is a word", "Fischer", Surname | Word, 0},
		{"town", "Gammertingen", Town, Company},
		{"several classes", "Hamburg", Town | Surname, Company},
		{"remark in brackets left out", "Friedberg", Town, 0},
		{"country", "Frankreich", Country, Company},
		{"country of two words", "Sierra Leone", Country, 0},
		{"official name", "Königreich Belgien", Country, 0},
		{"landscape", "Bodensee", Landscape, 0},
		{"landscape of two words", "Caputher See", Landscape, 0},
		{"company", "Google", Company, Surname},
		{"company with a mark", "H & M", Company, 0},
	} {
		if got := Lookup(c.name); !got.Has(c.has) || got.HasAny(c.not) {
			t.Errorf("%s: %q: got %b, want %b, not %b", c.why, c.name, got, c.has, c.not)
		}
	}
	for _, c := range []struct{ why, name string }{
		{"function word", "Oder"},
		{"noun", "Jahr"},
		{"noun that text uses as a noun", "Familie"},
		{"compound that the lexicon lacks", "Fachhochschule"},
		{"shop of dictionary words", "Blumen-Taxi"},
		{"words that are no name", "Damen und Herren"},
		{"small", "berlin"},
		{"genitive", "Berlins"},
		{"nothing", ""},
		{"half a name", "Sierra Leo"},
		{"two spaces", "Sierra  Leone"},
		{"no text", "\xff"},
		{"a separator of the file", "Berlin\x00"},
	} {
		if got := Lookup(c.name); got != 0 {
			t.Errorf("%s: %q: got %b", c.why, c.name, got)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	n := 0
	got := testing.AllocsPerRun(100, func() {
		n += int(Start().Word("Sierra").Space().Word("Leone").Classes()) + int(Lookup("Merkel"))
	})
	if got != 0 || n == 0 {
		t.Errorf("%v allocations", got)
	}
}

// TestGermEval holds the lists to what they are chosen for: that an entry, where
// a text has it, is a name, and mostly one of its class. It looks at single
// words within sentences.
func TestGermEval(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a corpus")
	}
	f, err := os.Open("../../../shared/data/ner/germeval2014/dev.tsv.gz")
	if err != nil {
		t.Skipf("no data: %v", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	classes := []struct {
		name         string
		class        Classes
		labels       string
		names, right float64 // the least share of names, and of names of the class
		n, o, ok     int
	}{
		{name: "first name", class: FirstName, labels: "PER", names: .9, right: .8},
		{name: "surname", class: Surname, labels: "PER", names: .9, right: .4},
		{name: "town", class: Town, labels: "LOC", names: .9, right: .65},
		{name: "country", class: Country, labels: "LOC", names: .95, right: .9},
		{name: "landscape", class: Landscape, labels: "LOC", names: .9, right: .6},
		{name: "company", class: Company, labels: "ORG OTH", names: .7, right: .45},
	}
	in := bufio.NewScanner(z)
	inside := false
	for in.Scan() {
		cols := strings.Split(in.Text(), "\t")
		if len(cols) < 2 {
			inside = false
			continue
		}
		if inside {
			c := Lookup(cols[0])
			for i := range classes {
				if k := &classes[i]; c.HasAny(k.class) && !c.Has(Word) {
					k.n++
					label := strings.TrimPrefix(strings.TrimPrefix(cols[1], "B-"), "I-")
					switch {
					case label == "O":
						k.o++
					case strings.Contains(k.labels, label):
						k.ok++
					}
				}
			}
		}
		inside = true
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	for _, k := range classes {
		names, right := 1-float64(k.o)/float64(k.n), float64(k.ok)/float64(k.n)
		t.Logf("%-10s %5d found, %.3f names, %.3f %s", k.name, k.n, names, right, k.labels)
		if names < k.names || right < k.right {
			t.Errorf("%s: want at least %.2f names, %.2f %s", k.name, k.names, k.right, k.labels)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	words := strings.Fields("Der Gründer Sam Altman sagte dem Wall Street Journal in San Francisco Merkel habe Gammertingen Bodensee Google besucht")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Lookup(words[i%len(words)])
	}
}
