package bench

import (
	"compress/gzip"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/german"

	"github.com/laut-nlp/laut/extract"
)

// snowball returns a stemmer whose environment is kept from word to word: the cheapest way
// to call it.
func snowball() func(word string) string {
	env := snowballstem.NewEnv("")
	return func(word string) string {
		env.SetCurrent(word)
		german.Stem(env)
		return env.Current()
	}
}

// BenchmarkStems stems Snowball's official German vocabulary.
func BenchmarkStems(b *testing.B) {
	words := lines(b, "voc.txt.gz")
	each := func(stem func(string) string) func(string) int {
		return func(string) (n int) {
			for _, w := range words {
				n += len(stem(w))
			}
			return n
		}
	}
	var stem []byte
	beside(b, strings.Join(words, " "), len(words), "word", []contestant{
		{"laut extract.AppendStem", func(string) (n int) {
			for _, w := range words {
				stem = extract.AppendStem(stem[:0], w)
				n += len(stem)
			}
			return n
		}},
		{"laut extract.Stem", each(extract.Stem)},
		{"snowballstem", each(snowball())},
	})
}

// TestStems counts the words whose stem is not the official one.
func TestStems(t *testing.T) {
	words, stems := lines(t, "voc.txt.gz"), lines(t, "output.txt.gz")
	for name, stemmer := range map[string]struct {
		stem  func(string) string
		wrong int
	}{
		"laut":         {extract.Stem, 0},
		"snowballstem": {snowball(), 1247},
	} {
		wrong := 0
		for i, w := range words {
			if stemmer.stem(w) != stems[i] {
				wrong++
			}
		}
		t.Logf("%s: %d of %d differ", name, wrong, len(words))
		if wrong != stemmer.wrong {
			t.Errorf("%s: want %d", name, stemmer.wrong)
		}
	}
}

func lines(t testing.TB, name string) []string {
	t.Helper()
	f, err := os.Open("../testdata/stem/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(b))
}
