package bench

import (
	"compress/gzip"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
)

const short = "„Das kostet 3,5 Mrd. Euro“, sagte Dr. Uta Öhler am 2. März. Niemand lachte."

// TestTokenizers makes sure that each contestant does the work it is timed for.
func TestTokenizers(t *testing.T) {
	for _, group := range [][]Tokenizer{Tokenizers(), Splitters(), Pipelines()} {
		for _, k := range group {
			// The text has 19 tokens; UAX #29 also counts the spaces between them.
			if n := k.Run(short); n < 12 || n > 40 {
				t.Errorf("%s finds %d pieces in %q", k.Name, n, short)
			}
		}
	}
}

func TestWords(t *testing.T) {
	for _, n := range []int{1, 50, 400, 5000} {
		text := Words(n)
		if got := len(strings.Fields(text)); got != n {
			t.Errorf("Words(%d) has %d words", n, got)
		}
		if n <= 400 && !strings.HasPrefix(strings.Join(strings.Fields(Article), " "), strings.Join(strings.Fields(text), " ")) {
			t.Errorf("Words(%d) is not how the article begins: %q", n, text)
		}
	}
}

func TestLautTokens(t *testing.T) {
	want := []string{"„", "Das", "kostet", "3,5", "Mrd.", "Euro", "“", ",", "sagte", "Dr.", "Uta", "Öhler", "am", "2.", "März", ".",
		"Niemand", "lachte", "."}
	var got []string
	for k := range extract.Tokens(short) {
		got = append(got, short[k.Start:k.End])
	}
	if !slices.Equal(got, want) {
		t.Errorf("tokens of %q:\n got %q\nwant %q", short, got, want)
	}
}

func TestBoundaryFinders(t *testing.T) {
	finders, err := BoundaryFinders()
	if err != nil {
		t.Error(err)
	}
	for _, f := range finders {
		ends := f.Ends(short)
		if !slices.IsSorted(ends) || len(ends) < 2 || ends[len(ends)-1] != len(short) {
			t.Errorf("%s: sentences of %q end at %d", f.Name, short, ends)
		}
	}
}

func TestStemmers(t *testing.T) {
	for _, s := range Stemmers() {
		for word, want := range map[string]string{"häuser": "haus", "laufen": "lauf", "zeitungen": "zeitung"} {
			if got := s.Stem(word); got != want {
				t.Errorf("%s: stem of %q is %q, want %q", s.Name, word, got, want)
			}
		}
		if n := s.Run([]string{"häuser", "laufen"}); n != len("haus")+len("lauf") {
			t.Errorf("%s: Run returns %d bytes", s.Name, n)
		}
	}
}

func TestVocabularyErrors(t *testing.T) {
	dir := t.TempDir()
	if _, _, err := Vocabulary(dir); err == nil || !strings.Contains(err.Error(), "voc.txt.gz") {
		t.Errorf("a folder without a vocabulary: error %v, want one that names the file", err)
	}
	for name, text := range map[string]string{"voc.txt.gz": "haus\nhäuser\n", "output.txt.gz": "haus\n"} {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		z := gzip.NewWriter(f)
		z.Write([]byte(text))
		if err := errors.Join(z.Close(), f.Close()); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := Vocabulary(dir); err == nil || !strings.Contains(err.Error(), "2 words but 1 stems") {
		t.Errorf("two words, one stem: error %v", err)
	}
}

// TestScore has two inner ends of sentences, one of which is found, beside one
// wrong one and the end of the text, which must not count.
func TestScore(t *testing.T) {
	text := "Ja. Nein. Am 2. März."
	doc := corpus.Document{Text: text, Sentences: []int{0, 2, 4}}
	for k := range extract.Tokens(text) {
		doc.Tokens = append(doc.Tokens, k.Span)
	}
	b := Boundaries{"test", func(string) []int { return []int{len("Ja. "), len("Ja. Nein. Am 2. "), len(text)} }}
	s, err := b.Score([]corpus.Document{doc})
	if err != nil {
		t.Fatal(err)
	}
	if want := (eval.Score{Precise: 1, System: 2, Recalled: 1, Gold: 2}); s != want {
		t.Errorf("got %+v, want %+v", s, want)
	}
}

// TestGSD holds the measure itself: peers whose figures are known must have them.
func TestGSD(t *testing.T) {
	blocks, err := GSD("../../shared/data/ud")
	if err != nil {
		t.Skip("no treebank:", err)
	}
	finders, err := BoundaryFinders()
	if err != nil {
		t.Error(err)
	}
	want := map[string]float64{"uax29 sentences": 0.9328, "uniseg sentences": 0.9328, "prose v3 segment": 0.9317, "Punkt, German parameters": 0.9480}
	for _, f := range finders {
		figure, ok := want[f.Name]
		if !ok {
			continue
		}
		if s, err := f.Score(blocks); err != nil || math.Abs(s.F1()-figure) > 0.0001 {
			t.Errorf("%s: F1 %.4f, error %v; want F1 %.4f", f.Name, s.F1(), err, figure)
		}
	}
}

// TestMeasure uses work of known proportions: its ratios must follow it.
func TestMeasure(t *testing.T) {
	spin := func(n int) func() {
		return func() {
			for range n {
				uaxWords(short)
			}
		}
	}
	task := Task{Unit: "byte", Reference: "once", Contestants: []Contestant{{"once", 1, spin(20)}, {"five times", 1, spin(100)}}}
	rs := Measure(task, 3)
	if r := rs[0].Ratio; r != 1 {
		t.Errorf("the reference is %v times as fast as itself", r)
	}
	if r := rs[1].Ratio; r < 0.1 || r > 0.4 {
		t.Errorf("five times the work has ratio %.2f, want about 0.2", r)
	}
}

// BenchmarkTasks holds the contestants of the table.
func BenchmarkTasks(b *testing.B) {
	words, _, err := Vocabulary("../testdata/stem")
	if err != nil {
		b.Log("no stems:", err)
	}
	for _, task := range Tasks(words) {
		for _, c := range task.Contestants {
			b.Run(task.Name+"/"+c.Name, func(b *testing.B) {
				b.ReportAllocs()
				if task.Unit == "byte" {
					b.SetBytes(int64(c.Units))
				}
				for b.Loop() {
					c.Run()
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*c.Units), "ns/"+task.Unit)
			})
		}
	}
}
