// Measure compares articles a second of laut and of its jobs on Beam, with one worker and
// with two, over the same articles in interleaved rounds, and prints medians as Markdown.
// It runs in the folder beam:
//
//	go run ./cmd/measure
//
// It builds the command laut and the job laut-beam and gives both the same number of cores
// (GOMAXPROCS; laut is told by -workers too). Three rows: laut itself; the job, which is the
// transform Files on Prism; and the transform JSONLines on Prism, between textio.Read and a
// function that counts, in a process of its own.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/laut-nlp/laut/beam"
	"github.com/laut-nlp/laut/beam/internal/news"
	"github.com/laut-nlp/laut/beam/learned"
)

func main() {
	log.SetFlags(0)
	articles := flag.Int("articles", 10_000, "`number` of articles")
	rounds := flag.Int("rounds", 3, "`number` of rounds")
	stream := flag.String("stream", "", "`PATTERN` of files to read in this process, with the transform JSONLines")
	flag.Parse()
	beam.Init()
	var err error
	if *stream != "" {
		err = read(*stream)
	} else {
		err = measure(*articles, *rounds)
	}
	if err != nil {
		log.Fatal("measure: ", err)
	}
}

func init() { register.Function1x0(ignore) }

func ignore(string) {}

// read is the pipeline of the third row.
func read(pattern string) error {
	p, s := beam.NewPipelineWithRoot()
	lines := beam.Reshuffle(s, textio.Read(s, pattern))
	r := lautbeam.JSONLines(s, lautbeam.Options{Reader: learned.Name}, lines)
	beam.ParDo0(s, ignore, r.Records)
	return beamx.Run(context.Background(), p)
}

// contestant is a row: its name, and the command that writes to a path with so many workers.
type contestant struct {
	name    string
	command func(out string, workers int) []string
}

func measure(articles, rounds int) error {
	dir, err := os.MkdirTemp("", "laut-beam-measure-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	in := filepath.Join(dir, "in")
	if err := os.Mkdir(in, 0o755); err != nil {
		return err
	}
	if err := news.Write(in, articles, 100); err != nil {
		return err
	}
	laut, job := filepath.Join(dir, "laut"), filepath.Join(dir, "laut-beam")
	for path, pkg := range map[string][2]string{laut: {"..", "./cmd/laut"}, job: {".", "./cmd/laut-beam"}} {
		build := exec.Command("go", "build", "-o", path, pkg[1])
		build.Dir, build.Stderr = pkg[0], os.Stderr
		if err := build.Run(); err != nil {
			return fmt.Errorf("building %s: %w", pkg[1], err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	files := in + "/*.jsonl"
	rows := []contestant{
		{"laut", func(out string, workers int) []string {
			return []string{laut, "-quiet", "-format", "jsonl", "-workers", strconv.Itoa(workers), "-o", out + ".jsonl", files}
		}},
		{"laut-beam (Files)", func(out string, workers int) []string {
			return []string{job, "--input", files, "--output", out, "--dead-letters", out + "-dead"}
		}},
		{"JSONLines", func(out string, workers int) []string { return []string{self, "-stream", files} }},
	}
	fmt.Printf("| %d articles | workers | articles/s | articles per CPU second | CPU beside laut |\n|---|---|---|---|---|\n", articles)
	for workers := 1; workers <= 2; workers++ {
		wall, cpu := make([][]float64, len(rows)), make([][]float64, len(rows))
		for range rounds {
			for i, row := range rows {
				w, c, err := timed(row.command(filepath.Join(dir, "out"), workers), workers)
				if err != nil {
					return fmt.Errorf("%s: %w", row.name, err)
				}
				wall[i], cpu[i] = append(wall[i], w), append(cpu[i], c)
			}
		}
		for i, row := range rows {
			ratios := make([]float64, rounds)
			for r := range rounds {
				ratios[r] = cpu[i][r] / cpu[0][r]
			}
			fmt.Printf("| %s | %d | %.0f | %.0f | %.2f |\n", row.name, workers, float64(articles)/median(wall[i]), float64(articles)/median(cpu[i]), median(ratios))
		}
	}
	return nil
}

// timed runs a command on so many cores, and returns its seconds by the clock and of CPU.
func timed(args []string, cores int) (wall, cpu float64, err error) {
	c := exec.Command(args[0], args[1:]...)
	c.Env = append(os.Environ(), "GOMAXPROCS="+strconv.Itoa(cores))
	start := time.Now()
	if out, err := c.CombinedOutput(); err != nil {
		return 0, 0, fmt.Errorf("%w\n%s", err, out)
	}
	wall = time.Since(start).Seconds()
	return wall, (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), nil
}

func median(x []float64) float64 {
	x = slices.Sorted(slices.Values(x))
	return x[len(x)/2]
}
