// Load measures laut serve on this machine: it builds the command, starts it on a free
// port of the loopback interface, and prints
//
//   - answers a second and how long they take, with 1, 8 and 64 clients that each send an
//     article of 400 words as soon as they have the last answer,
//   - what memory the server holds over 100,000 answers,
//   - what is lost when the server is told to end (SIGTERM) under that load.
//
// An answer that is not, byte for byte, what the first one was counts as wrong. It runs in
// the folder bench: go run ./cmd/load. Clients and server share the processors, so a server
// on a machine of its own is faster.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/laut-nlp/laut/bench"
)

func main() {
	s := settings{}
	clients := flag.String("clients", "1,8,64", "`numbers` of clients")
	flag.DurationVar(&s.each, "each", 20*time.Second, "`time` for each number of clients")
	flag.IntVar(&s.soak, "soak", 100_000, "`number` of answers over which memory is watched")
	flag.IntVar(&s.words, "words", 400, "length of the article in `words`")
	flag.Parse()
	var err error
	if s.clients, err = numbers(*clients); err != nil || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Stdout, s); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

type settings struct {
	clients []int
	each    time.Duration
	soak    int
	words   int
}

func numbers(list string) (ns []int, err error) {
	for s := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%q is no number of clients", s)
		}
		ns = append(ns, n)
	}
	return ns, nil
}

// run prints Markdown, so that the README can hold it as it is.
func run(ctx context.Context, out io.Writer, s settings) error {
	most := slices.Max(s.clients)
	server, err := start(ctx)
	if err != nil {
		return err
	}
	defer server.kill()
	c, err := newClient(server.url, bench.Words(s.words))
	if err != nil {
		return err
	}
	if r := c.load(ctx, most, 0, time.Second); r.failed() {
		return fmt.Errorf("warming up: %s", r.failures())
	}

	fmt.Fprintln(out, "| clients | answers/s | p50 | p99 | slowest | wrong or lost |\n|---|---|---|---|---|---|")
	for _, n := range s.clients {
		r := c.load(ctx, n, 0, s.each)
		fmt.Fprintf(out, "| %d | %.0f | %s | %s | %s | %s |\n", n, float64(len(r.times))/r.took.Seconds(),
			ms(r.quantile(.5)), ms(r.quantile(.99)), ms(r.quantile(1)), r.failures())
	}

	fmt.Fprintf(out, "\nMemory of the server, resident, over %d answers to %d clients:", s.soak, most)
	mark, failed := 0, 0
	for part := range 10 {
		r := c.load(ctx, most, s.soak/10, time.Hour)
		mark += len(r.times)
		failed += r.wrong + r.lost
		memory, err := server.memory()
		if err != nil {
			fmt.Fprintf(out, " not known (%v)", err)
			break
		}
		if part%3 == 0 {
			fmt.Fprintf(out, " %d MB after %d,", memory>>20, mark)
		}
	}
	fmt.Fprintf(out, " wrong or lost: %d.\n", failed)

	r, status := c.untilEnd(ctx, most, server)
	fmt.Fprintf(out, "\nEnded by SIGTERM under %d clients: %d answers whole, %d lost, %d wrong; then refused; exit status %d, %s after the signal.\n",
		most, len(r.times), r.lost, r.wrong, status.code, ms(status.took))
	fmt.Fprintf(out, "\nArticle of %d words, %d bytes; answer of %d bytes. %s, %s/%s, %d CPUs for clients and server together.\n",
		s.words, len(c.article), len(c.want), runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	if failed+r.lost+r.wrong > 0 || status.code != 0 {
		return fmt.Errorf("%d answers wrong or lost, exit status %d", failed+r.lost+r.wrong, status.code)
	}
	return ctx.Err()
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1e3) }
