// Table measures laut and its peers in interleaved rounds and prints one table.
// It runs in the folder bench: go run ./cmd/table
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/laut-nlp/laut/bench"
	"github.com/laut-nlp/laut/extract"
)

func main() {
	rounds := flag.Int("rounds", 7, "`number` of rounds, of which the medians are printed")
	stems := flag.String("stems", "../testdata/stem", "`folder` with the vocabulary of the stemmer")
	data := flag.String("data", "../../shared/data", "`folder` with the corpora, for the sentences")
	flag.Parse()
	if flag.NArg() > 0 || *rounds < 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(os.Stdout, *rounds, *stems, *data); err != nil {
		fmt.Fprintln(os.Stderr, "table:", err)
		os.Exit(1)
	}
}

// run leaves out rows whose data is missing and says so below the table.
func run(out io.Writer, rounds int, stemDir, dataDir string) error {
	var missing []error
	words, stems, err := bench.Vocabulary(stemDir)
	if err != nil {
		missing = append(missing, fmt.Errorf("stems: %w", err))
	}
	wrong := map[string]string{}
	for _, s := range bench.Stemmers() {
		if len(words) > 0 {
			wrong[s.Name] = fmt.Sprintf("%d of %d differ from the official", s.Differences(words, stems), len(words))
		}
	}

	// Markdown, so that the README can hold it as it is printed.
	w := tabwriter.NewWriter(out, 0, 0, 1, ' ', 0)
	row := func(cells ...any) { fmt.Fprintf(w, "| %s\t| %s\t| %s\t| %s\t| %s\t| %s\t| %s\t|\n", cells...) }
	row("task", "library", "speed", "time", "ratio", "allocations", "quality")
	row("---", "---", "---", "---", "---", "---", "---")
	for _, t := range bench.Tasks(words) {
		name := t.Name
		for _, r := range bench.Measure(t, rounds) {
			speed, time := fmt.Sprintf("%.3g MB/s", 1e3/r.Time), nanoseconds(r.Time/t.Tokens)+"/token"
			allocs := fmt.Sprintf("%.0f/MB", r.Allocs*1e6)
			if t.Unit == "word" {
				speed, time, allocs = "", nanoseconds(r.Time)+"/word", fmt.Sprintf("%.2f/word", r.Allocs)
			}
			ratio := fmt.Sprintf("%.2f", r.Ratio)
			if r.Name == t.Reference {
				ratio = "1"
			}
			row(name, r.Name, speed, time, ratio, allocs, wrong[r.Name])
			name = ""
		}
	}

	finders, err := bench.BoundaryFinders()
	if err != nil {
		missing = append(missing, err)
	}
	blocks, err := bench.GSD(filepath.Join(dataDir, "ud"))
	if err != nil {
		missing = append(missing, fmt.Errorf("sentence ends: %w", err))
		finders = nil
	}
	name := "sentence ends"
	for _, f := range finders {
		s, err := f.Score(blocks)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		row(name, f.Name, "", "", "", "", fmt.Sprintf("F1 %.4f, P %.4f, R %.4f", s.F1(), s.P(), s.R()))
		name = ""
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(out)
	for _, err := range missing {
		fmt.Fprintln(out, "Left out:", err)
	}
	_, err = fmt.Fprint(out, conditions(rounds))
	return err
}

func nanoseconds(ns float64) string {
	if ns < 100 {
		return fmt.Sprintf("%.3g ns", ns)
	}
	return fmt.Sprintf("%.0f ns", ns)
}

func bytesPerToken(text string) float64 {
	n := 0
	for range extract.Tokens(text) {
		n++
	}
	return float64(len(text)) / float64(n)
}

// peers are the modules whose versions matter to a reader of the table.
var peers = []string{
	"github.com/blevesearch/snowballstem",
	"github.com/clipperhouse/uax29/v2",
	"github.com/jdkato/prose/v2",
	"github.com/jdkato/prose/v3",
	"github.com/neurosnap/sentences",
	"github.com/rivo/uniseg",
}

// conditions says what the figures mean and what they were measured with.
func conditions(rounds int) string {
	var versions []string
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			if slices.Contains(peers, d.Path) {
				versions = append(versions, strings.TrimPrefix(d.Path, "github.com/")+" "+d.Version)
			}
		}
	}
	return fmt.Sprintf(`Processor time on one core, medians of %d interleaved rounds; ratio: how many times as fast as the row of ratio 1, in the same round.
A token is one of laut's, whatever the library counts, of %.2f bytes on the average.
Text: 1 MB, for "everything at once" %d KB. Sentence ends: UD GSD dev and test, blocks of 20 sentences.
%s, %s/%s, %d CPUs; %s.
`, rounds, bytesPerToken(bench.Article), len(bench.Article)/1000, runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), strings.Join(versions, ", "))
}
