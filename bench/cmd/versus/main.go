// Versus measures what a change of laut brings: it builds two revisions and runs their
// stages in turn, in one run on the same texts. It runs in the folder bench:
//
//	go run ./cmd/versus                         # the last commit against the working tree
//	go run ./cmd/versus -old v0.1.0 -new HEAD   # two revisions
//	go run ./cmd/versus -only news -size 300000 # one set of articles, for a quick look
//
// Each revision is a process of its own on one core, and both hold all they have opened
// and remembered from round to round. Times are processor time with the work of the
// garbage collector, medians of the rounds; how many times as fast the new one is, is
// the median of the ratios within the rounds. The program says whether the two find the
// same. A revision must have laut.Read,
// Document.Tags, claims.Rules and export.JSONLines.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/laut-nlp/laut/bench/news"
	"github.com/laut-nlp/laut/bench/stages"
)

func main() {
	older := flag.String("old", "HEAD", "`revision` that is compared with")
	newer := flag.String("new", ".", "`revision` whose gain is measured; . is the working tree")
	rounds := flag.Int("rounds", 9, "`number` of rounds, of which the medians are printed")
	size := flag.Int("size", 1<<20, "`bytes` that a round reads at least, and that are taken of each corpus")
	data := flag.String("data", "../../shared/data", "`folder` with the corpora")
	only := flag.String("only", "", "`begin` of the name of the only set of articles that is measured")
	flag.Parse()
	if flag.NArg() > 0 || *rounds < 1 {
		flag.Usage()
		os.Exit(2)
	}
	sets, missing := news.Sets("..", *data, *size)
	sets = slices.DeleteFunc(sets, func(s news.Set) bool { return !strings.HasPrefix(s.Name, *only) })
	if len(sets) == 0 {
		fmt.Fprintln(os.Stderr, "versus: no articles:", missing)
		os.Exit(1)
	}
	err := run(os.Stdout, *older, *newer, sets, *rounds, *size)
	if missing != nil {
		fmt.Println("Left out:", missing)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "versus:", err)
		os.Exit(1)
	}
}

func run(out io.Writer, older, newer string, sets []news.Set, rounds, size int) (err error) {
	dir, err := os.MkdirTemp("", "versus")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	var programs []string
	for i, revision := range []string{older, newer} {
		program, err := build(fmt.Sprintf("%s/%d", dir, i), revision)
		if err != nil {
			return err
		}
		programs = append(programs, program)
	}
	fmt.Fprintf(out, "Old: %s, new: %s; processor time on one core, medians of %d rounds.\n\n", older, newer, rounds)
	for _, set := range sets {
		if err := compare(out, programs, set, rounds, size); err != nil {
			return fmt.Errorf("%s: %w", set.Name, err)
		}
	}
	return nil
}

// compare prints one table.
func compare(out io.Writer, programs []string, set news.Set, rounds, size int) (err error) {
	var sides [2]*side
	for i, program := range programs {
		if sides[i], err = start(program, stages.Job{Texts: set.Texts, Size: size}); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, sides[i].end()) }()
	}
	var results [2][]string
	var memory [2][]stages.Memory
	for i, s := range sides { // this also warms them up
		if err := errors.Join(s.ask(stages.AskResults, &results[i]), s.ask(stages.AskAllocations, &memory[i])); err != nil {
			return err
		}
	}
	var times [2][][]stages.Time // by side, then by round
	for r := range rounds {
		for k := range sides {
			i := (k + r) % len(sides) // so that nobody always comes first
			var round []stages.Time
			if err := sides[i].ask(stages.AskRound, &round); err != nil {
				return err
			}
			times[i] = append(times[i], round)
		}
	}
	differ := 0
	for i, r := range results[0] {
		if r != results[1][i] {
			differ++
		}
	}
	kb := float64(stages.Bytes(set.Texts, 0)) / 1e3
	fmt.Fprintf(out, "%s, %d texts, %.0f KB; results differ in %d.\n\n", set.Name, len(set.Texts), kb, differ)
	w := tabwriter.NewWriter(out, 0, 0, 1, ' ', 0)
	fmt.Fprintln(w, "| stage\t| old MB/s\t| new MB/s\t| times as fast\t| from – to\t| allocations/KB old\t| new\t| bytes/byte old\t| new\t|")
	fmt.Fprintln(w, "| ---\t| ---\t| ---\t| ---\t| ---\t| ---\t| ---\t| ---\t| ---\t|")
	for i, name := range stages.Names {
		var rates [2][]float64
		var ratios []float64
		for r := range rounds {
			for s := range sides {
				rates[s] = append(rates[s], float64(stages.Bytes(set.Texts, size))/1e6/seconds(times[s][r][i].CPU))
			}
			ratios = append(ratios, rates[1][r]/rates[0][r])
		}
		fmt.Fprintf(w, "| %s\t| %.3g\t| %.3g\t| %.3f\t| %.2f – %.2f\t| %.1f\t| %.1f\t| %.1f\t| %.1f\t|\n", name,
			stages.Median(rates[0]), stages.Median(rates[1]), stages.Median(ratios), slices.Min(ratios), slices.Max(ratios),
			float64(memory[0][i].Allocs)/kb, float64(memory[1][i].Allocs)/kb,
			float64(memory[0][i].Bytes)/kb/1e3, float64(memory[1][i].Bytes)/kb/1e3)
	}
	fmt.Fprintln(w)
	return w.Flush()
}

// seconds is not zero for what was too fast for the clock.
func seconds(d time.Duration) float64 { return max(d, time.Microsecond).Seconds() }
