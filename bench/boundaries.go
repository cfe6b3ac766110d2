package bench

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	uaxsentences "github.com/clipperhouse/uax29/v2/sentences"
	prose2 "github.com/jdkato/prose/v2"
	"github.com/neurosnap/sentences"
	"github.com/rivo/uniseg"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
)

// Boundaries is one way to find where sentences end. Ends returns byte offsets
// in ascending order; white space before them does not matter.
type Boundaries struct {
	Name string
	Ends func(text string) []int
}

// BoundaryFinders returns all sentence splitters. The error says why Punkt is
// not among them.
func BoundaryFinders() ([]Boundaries, error) {
	finders := []Boundaries{
		{"laut extract.Sentences", func(text string) (ends []int) {
			for s := range extract.Sentences(text) {
				ends = append(ends, s.End)
			}
			return ends
		}},
		{"uax29 sentences", func(text string) (ends []int) {
			for it := uaxsentences.FromString(text); it.Next(); {
				ends = append(ends, it.End())
			}
			return ends
		}},
		{"uniseg sentences", func(text string) (ends []int) {
			rest, state := text, -1
			for rest != "" {
				_, rest, state = uniseg.FirstSentenceInString(rest, state)
				ends = append(ends, len(text)-len(rest))
			}
			return ends
		}},
		{"prose v2", func(text string) (ends []int) {
			// It gives no positions, but its sentences are slices of the text in order.
			end := 0
			for _, s := range prose2Document(text, prose2.WithTokenization(false)).Sentences() {
				end += strings.Index(text[end:], s.Text) + len(s.Text)
				ends = append(ends, end)
			}
			return ends
		}},
		{"prose v3 segment", func(text string) (ends []int) {
			for _, s := range prose3Segmenter.Segment(text) {
				ends = append(ends, s.End())
			}
			return ends
		}},
	}
	punkt, err := loadPunkt()
	if err != nil {
		return finders, err
	}
	return append(finders, Boundaries{"Punkt, German parameters", func(text string) (ends []int) {
		for _, s := range punkt.Tokenize(text) {
			ends = append(ends, s.End)
		}
		return ends
	}}), nil
}

// loadPunkt reads the German parameters where the go command keeps the module's
// source, since the package itself embeds English only.
func loadPunkt() (*sentences.DefaultSentenceTokenizer, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/neurosnap/sentences").Output()
	if err != nil {
		return nil, fmt.Errorf("Punkt's German parameters: go list: %w", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "data", "german.json"))
	if err != nil {
		return nil, fmt.Errorf("Punkt's German parameters: %w", err)
	}
	training, err := sentences.LoadTraining(data)
	if err != nil {
		return nil, fmt.Errorf("Punkt's German parameters: %w", err)
	}
	return sentences.NewSentenceTokenizer(training), nil
}

// GSD reads the German treebank's dev and test parts from dir as running text:
// blocks of 20 sentences joined by a space.
func GSD(dir string) ([]corpus.Document, error) {
	dev, err := corpus.Open(filepath.Join(dir, "gsd-dev.conllu.gz"))
	if err != nil {
		return nil, err
	}
	defer dev.Close()
	test, err := corpus.Open(filepath.Join(dir, "gsd-test.conllu.gz"))
	if err != nil {
		return nil, err
	}
	defer test.Close()
	docs, err := corpus.Collect(corpus.CoNLLU(io.MultiReader(dev, test), "gsd-dev+test"))
	if err != nil {
		return nil, err
	}
	return corpus.Blocks(docs, 20), nil
}

// Score compares the ends of sentences with the gold ones. The end of a block,
// which nobody can miss, does not count; with it every F1 is about .002 to
// .003 higher.
func (b Boundaries) Score(gold []corpus.Document) (eval.Score, error) {
	system := make([][]extract.Span, len(gold))
	for i, d := range gold {
		start := 0
		for _, end := range b.Ends(d.Text) {
			if strings.TrimSpace(d.Text[end:]) != "" {
				system[i] = append(system[i], extract.Span{Start: start, End: end})
			}
			start = end
		}
	}
	report, err := eval.Sentences(gold, system)
	if err != nil {
		return eval.Score{}, err
	}
	score := report.Rows[0].Score
	score.Gold -= float64(len(gold))
	return score, nil
}
