package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// fuzzAll runs the targets, some at once, and returns how many failed.
func fuzzAll(ctx context.Context, targets []target, built map[string]string, dir string, each time.Duration, jobs int) (failed int) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	free := make(chan struct{}, jobs)
	for _, t := range targets {
		free <- struct{}{}
		if ctx.Err() != nil {
			break // what has not begun is not in the summary
		}
		wg.Go(func() {
			defer func() { <-free }()
			r := fuzz(ctx, t, built[t.pkg], dir, each)
			mu.Lock()
			defer mu.Unlock()
			if r.failed {
				failed++
			}
			if err := appendLine(filepath.Join(dir, "summary.txt"), r.String()); err != nil {
				log.Print(err)
			}
			fmt.Println(r)
		})
	}
	wg.Wait()
	return failed
}

// A result is what fuzzing one target came to.
type result struct {
	target       target
	wall, cpu    time.Duration
	calls, fresh int // fresh: inputs that are new in the corpus
	total        int // inputs in the corpus
	stalls       int // how often the worker was taken for dead, see once
	crashers     []string
	failed       bool // the target failed, or did not run at all
	log          string
}

func (r result) String() string {
	s := fmt.Sprintf("%-36s wall %-8v CPU %-8v calls %-9d corpus %d, new %d",
		r.target, r.wall.Round(time.Second), r.cpu.Round(time.Second), r.calls, r.total, r.fresh)
	if r.stalls > 0 {
		s += fmt.Sprintf(", stalled %d times", r.stalls)
	}
	if r.failed {
		s += "; FAILED, see " + r.log
	}
	for _, c := range r.crashers {
		s += " " + c
	}
	return s
}

// fuzz runs one target for as long as it should run.
func fuzz(ctx context.Context, t target, program, dir string, each time.Duration) result {
	r := result{target: t, log: filepath.Join(dir, t.file()+".log"), failed: true}
	out, err := os.Create(r.log)
	if err != nil {
		log.Print(err)
		return r
	}
	defer out.Close()
	start := time.Now()
	for again := true; again && ctx.Err() == nil; {
		left := each - time.Since(start)
		again = left > 0 && r.once(ctx, program, filepath.Dir(t.corpus(dir)), out, left)
	}
	r.wall = time.Since(start)
	return r
}

// once runs the target and adds to the result. It reports whether to go on: the fuzzer
// gives up a call that takes ten seconds, which on a machine that has no time for it,
// or that stopped it, is no fault of the target. So what it says has failed is tried
// alone.
func (r *result) once(ctx context.Context, program, corpus string, out *os.File, left time.Duration) (again bool) {
	var text bytes.Buffer
	cmd := exec.CommandContext(ctx, program,
		"-test.run=^$", "-test.fuzz=^"+r.target.name+"$", "-test.fuzztime="+left.String(), "-test.parallel=1",
		"-test.fuzzminimizetime=5s", "-test.fuzzcachedir="+corpus)
	cmd.Dir = r.target.dir
	cmd.Stdout = io.MultiWriter(out, &text)
	cmd.Stderr = cmd.Stdout
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	err := cmd.Run()
	r.cpu += used(cmd) // the worker is a child of the program, so its time counts
	calls, fresh, total := last(text.Bytes())
	r.calls, r.fresh, r.total = r.calls+calls, r.fresh+fresh, total
	failing := crashers(text.Bytes())
	for _, path := range failing {
		if r.target.fails(program, path) {
			r.crashers = append(r.crashers, path)
		} else if err := os.Remove(filepath.Join(r.target.dir, path)); err != nil {
			log.Print(err)
		}
	}
	switch {
	case len(r.crashers) > 0:
		r.failed = true
	case len(failing) > 0:
		r.stalls++
		return true
	default: // an interrupted target ends with an error of its own, which is none
		r.failed = err != nil && ctx.Err() == nil
	}
	return false
}

// tooSlow is the CPU time in which a call should end.
const tooSlow = 5 * time.Second

// fails reports whether an input fails, or takes too long, when it is tried alone.
func (t target) fails(program, path string) bool {
	cmd := exec.Command(program, "-test.run=^"+t.name+"$/^"+filepath.Base(path)+"$")
	cmd.Dir = t.dir
	err := cmd.Run()
	return err != nil || used(cmd) > tooSlow
}

// used is the CPU time of a command that has ended.
func used(cmd *exec.Cmd) time.Duration {
	if cmd.ProcessState == nil {
		return 0
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

var (
	statusLine  = regexp.MustCompile(`execs: (\d+) .*new interesting: (\d+) \(total: (\d+)\)`)
	crasherLine = regexp.MustCompile(`Failing input written to (\S+)`)
)

// last returns what the fuzzer said of itself last; it does so every three seconds.
func last(text []byte) (calls, fresh, total int) {
	if all := statusLine.FindAllSubmatch(text, -1); len(all) > 0 {
		m := all[len(all)-1]
		calls, _ = strconv.Atoi(string(m[1]))
		fresh, _ = strconv.Atoi(string(m[2]))
		total, _ = strconv.Atoi(string(m[3]))
	}
	return calls, fresh, total
}

// crashers returns the inputs that failed, as the fuzzer names them.
func crashers(text []byte) (paths []string) {
	for _, m := range crasherLine.FindAllSubmatch(text, -1) {
		paths = append(paths, string(m[1]))
	}
	return paths
}

func appendLine(path, line string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, err = f.WriteString(strings.TrimRight(line, "\n") + "\n")
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}
