// Command fuzz runs the fuzz targets of the module for a set time each, and keeps what
// they found as seeds, which go test runs from then on.
//
//	go run ./internal/fuzz -dir /var/tmp/fuzz -time 30m -jobs 4
//	go run ./internal/fuzz -dir /var/tmp/fuzz -keep
//
// Arguments are regular expressions for targets such as internal/trees.FuzzNew. They
// say which targets run and in which order: those of the first expression first.
//
// The folder holds the compiled tests, a log for each target and the corpus that grew;
// a later run goes on from that corpus. summary.txt gets a line for each target that
// ended: wall time and CPU time, how often the target was called, how many inputs are
// in the corpus and how many of them are new, and the inputs that failed. Those are in
// the package's testdata/fuzz, where go test finds them. A target has one worker, so
// -jobs is the number of cores to use; where cores are few, look at the CPU time.
//
// With -keep nothing is fuzzed. Of each target's corpus a small part is copied into
// testdata/fuzz, inputs of all sizes.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("fuzz: ")
	dir := flag.String("dir", "", "the `folder` of logs and corpora")
	each := flag.Duration("time", 30*time.Minute, "how `long` each target runs")
	jobs := flag.Int("jobs", 1, "how many targets run at once")
	keeps := flag.Bool("keep", false, "copy a part of the corpora into testdata/fuzz")
	entries := flag.Int("entries", 40, "with -keep: the most inputs of a target")
	size := flag.Int("bytes", 16<<10, "with -keep: the most bytes of a target's inputs")
	flag.Parse()
	if *dir == "" || *jobs < 1 {
		log.Print("-dir and a positive -jobs are needed")
		os.Exit(2)
	}
	// An interrupt ends the targets that run; their corpora and lines are kept.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *dir, flag.Args(), *each, *jobs, *keeps, limits{*entries, *size}); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, dir string, patterns []string, each time.Duration, jobs int, keeps bool, most limits) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	all, err := list(ctx)
	if err != nil {
		return err
	}
	targets, err := choose(all, patterns)
	if err != nil {
		return err
	}
	if keeps {
		var failed []error
		for _, t := range targets {
			failed = append(failed, keep(t, dir, most))
		}
		return errors.Join(failed...)
	}
	built := make(map[string]string) // package: test binary
	for _, t := range targets {
		if built[t.pkg] != "" {
			continue
		}
		if built[t.pkg], err = build(ctx, t, dir, "fuzz", "-fuzz=."); err != nil {
			return err
		}
	}
	if failed := fuzzAll(ctx, targets, built, dir, each, jobs); failed > 0 {
		return fmt.Errorf("%d targets failed", failed)
	}
	return nil
}
