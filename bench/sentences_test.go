package bench

import (
	"compress/gzip"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/german"
	prose2 "github.com/jdkato/prose/v2"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	punkt "github.com/neurosnap/sentences"
)

// TestSentenceEnds compares where the libraries end sentences with the German treebank GSD,
// dev and test, as running text of blocks of 20 sentences. The figures of peers are known,
// and check the measure itself. The end of a block, which nobody can miss, does not count.
func TestSentenceEnds(t *testing.T) {
	var parts []io.Reader
	for _, name := range []string{"gsd-dev.conllu.gz", "gsd-test.conllu.gz"} {
		f, err := corpus.Open("../../shared/data/ud/" + name)
		if err != nil {
			t.Skip("no treebank:", err)
		}
		defer f.Close()
		parts = append(parts, f)
	}
	gold, err := corpus.Collect(corpus.CoNLLU(io.MultiReader(parts...), "GSD"))
	if err != nil {
		t.Fatal(err)
	}
	gold = corpus.Blocks(gold, 20)
	germanPunkt := loadPunkt(t)
	for _, library := range []struct {
		name string
		f1   float64
		ends func(text string) []int // white space before them does not matter
	}{
		{"laut", 0, func(text string) (ends []int) {
			for s := range extract.Sentences(text) {
				ends = append(ends, s.End)
			}
			return ends
		}},
		{"uax29", 0.9328, uaxEnds},
		{"uniseg", 0.9328, unisegEnds},
		{"prose v2", 0.9317, func(text string) (ends []int) {
			// It gives no positions, but its sentences are slices of the text in order.
			end := 0
			for _, s := range prose2Document(text, prose2.WithTokenization(false)).Sentences() {
				end += strings.Index(text[end:], s.Text) + len(s.Text)
				ends = append(ends, end)
			}
			return ends
		}},
		{"prose v3", 0.9317, func(text string) (ends []int) {
			for _, s := range prose3Segmenter.Segment(text) {
				ends = append(ends, s.End())
			}
			return ends
		}},
		{"Punkt with German parameters", 0.9480, func(text string) (ends []int) {
			for _, s := range germanPunkt.Tokenize(text) {
				ends = append(ends, s.End)
			}
			return ends
		}},
	} {
		system := make([][]extract.Span, len(gold))
		for i, d := range gold {
			start := 0
			for _, end := range library.ends(d.Text) {
				if strings.TrimSpace(d.Text[end:]) != "" {
					system[i] = append(system[i], extract.Span{Start: start, End: end})
				}
				start = end
			}
		}
		report, err := eval.Sentences(gold, system)
		if err != nil {
			t.Fatal(err)
		}
		score := report.Rows[0].Score
		score.Gold -= float64(len(gold))
		t.Logf("%-28s F1 %.4f, precision %.4f, recall %.4f", library.name, score.F1(), score.P(), score.R())
		if library.f1 > 0 && math.Abs(score.F1()-library.f1) > 0.0001 {
			t.Errorf("%s: want F1 %.4f", library.name, library.f1)
		}
	}
}

// loadPunkt reads the German parameters where the go command keeps the module's source,
// since the package itself embeds English only.
func loadPunkt(t *testing.T) *punkt.DefaultSentenceTokenizer {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/neurosnap/sentences").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "data", "german.json"))
	if err != nil {
		t.Fatal(err)
	}
	training, err := punkt.LoadTraining(data)
	if err != nil {
		t.Fatal(err)
	}
	return punkt.NewSentenceTokenizer(training)
}

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
