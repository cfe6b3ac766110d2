// Stages measures what laut.Read consists of, on one core, and prints a table for each
// set of articles. It runs in the folder bench: go run ./cmd/stages
//
// Times are processor time with the work of the garbage collector, medians of rounds.
// The stages of a document run one after another, a few dozens of articles at a time;
// laut.Read runs them article by article. What the stages remember of words and models
// they keep from round to round: that is faster than life, most of all for the few
// articles of our own, so the first reading of each set is measured as well.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"text/tabwriter"

	"github.com/laut-nlp/laut/bench/news"
	"github.com/laut-nlp/laut/bench/stages"
)

func main() {
	rounds := flag.Int("rounds", 7, "`number` of rounds, of which the medians are printed")
	size := flag.Int("size", 1<<20, "`bytes` that a round reads at least, and that are taken of each corpus")
	data := flag.String("data", "../../shared/data", "`folder` with the corpora")
	flag.Parse()
	if flag.NArg() > 0 || *rounds < 1 {
		flag.Usage()
		os.Exit(2)
	}
	sets, missing := news.Sets("..", *data, *size)
	if len(sets) == 0 {
		fmt.Fprintln(os.Stderr, "stages:", missing)
		os.Exit(1)
	}
	if err := run(os.Stdout, sets, missing, *rounds, *size); err != nil {
		fmt.Fprintln(os.Stderr, "stages:", err)
		os.Exit(1)
	}
}

func run(out io.Writer, sets []news.Set, missing error, rounds, size int) error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, set := range sets {
		if err := table(out, set, rounds, size); err != nil {
			return err
		}
	}
	if missing != nil {
		if _, err := fmt.Fprintln(out, "Left out:", missing); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(out, `One core, processor time, medians of %d rounds of %.1f MB or a little more. The first four stages are what laut.Read does; share: of
their time. A token is one of extract.Parse. Resident memory at most: %d MB. %s, %s/%s.
`, rounds, float64(size)/1e6, stages.PeakMemory()/1e6, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// table prints the stages of one set.
func table(out io.Writer, set news.Set, rounds, size int) error {
	tokens, one := float64(stages.Tokens(set.Texts)), float64(stages.Bytes(set.Texts, 0))
	all := float64(stages.Bytes(set.Texts, size))
	first := sum(stages.Round(set.Texts, 0)[:stages.Parts])
	times := make([][]float64, len(stages.Names)) // seconds by stage, then by round
	shares := make([][]float64, stages.Parts)
	var waits []float64
	for range rounds {
		round := stages.Round(set.Texts, size)
		for i, t := range round {
			times[i] = append(times[i], t.CPU.Seconds())
		}
		parts, whole := sum(round[:stages.Parts]), sum(round)
		for i := range shares {
			shares[i] = append(shares[i], float64(round[i].CPU)/float64(parts.CPU))
		}
		waits = append(waits, float64(whole.Wall)/float64(whole.CPU))
	}
	memory := stages.Allocations(set.Texts)

	// Markdown, as in cmd/table.
	w := tabwriter.NewWriter(out, 0, 0, 1, ' ', 0)
	fmt.Fprintln(w, "| stage\t| speed\t| ns/token\t| share\t| allocations/token\t| bytes/token\t|")
	fmt.Fprintln(w, "| ---\t| ---\t| ---\t| ---\t| ---\t| ---\t|")
	for i, name := range stages.Names {
		seconds, share := stages.Median(times[i]), ""
		if i < stages.Parts {
			share = fmt.Sprintf("%.1f %%", 100*stages.Median(shares[i]))
		}
		fmt.Fprintf(w, "| %s\t| %.3g MB/s\t| %.0f\t| %s\t| %.2f\t| %.0f\t|\n", name, all/1e6/seconds, seconds*1e9*one/all/tokens,
			share, float64(memory[i].Allocs)/tokens, float64(memory[i].Bytes)/tokens)
	}
	_, err := fmt.Fprintf(out, "%s: %d texts, %.0f KB, %.0f tokens\n\n", set.Name, len(set.Texts), one/1e3, tokens)
	_, err2 := fmt.Fprintln(w)
	err3 := w.Flush()
	_, err4 := fmt.Fprintf(out, "Read for the first time, when few of the words are remembered: %.3g MB/s. By the clock on the wall all took %.2f times as long.\n\n",
		one/1e6/first.CPU.Seconds(), stages.Median(waits))
	return errors.Join(err, err2, err3, err4)
}

func sum(times []stages.Time) (s stages.Time) {
	for _, t := range times {
		s.CPU, s.Wall = s.CPU+t.CPU, s.Wall+t.Wall
	}
	return s
}
