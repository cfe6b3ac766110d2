package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"golang.org/x/term"
)

// terminal returns the file descriptor of a stream that is a terminal.
func terminal(stream any) (fd int, ok bool) {
	f, ok := stream.(*os.File)
	if !ok {
		return 0, false
	}
	fd = int(f.Fd())
	return fd, term.IsTerminal(fd)
}

// controllable reports whether a stream is a terminal that knows control sequences.
func controllable(stream any) bool {
	if _, ok := terminal(stream); !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	// The old console of Windows prints the sequences as they are.
	return runtime.GOOS != "windows" || os.Getenv("WT_SESSION") != "" || os.Getenv("TERM") != ""
}

// columnsOf returns the width of a terminal. For anything else it is that of COLUMNS, which
// shells set and seldom export; else 0.
func columnsOf(stream any) int {
	if fd, ok := terminal(stream); ok {
		if width, _, err := term.GetSize(fd); err == nil && width > 0 {
			return width
		}
	}
	width, _ := strconv.Atoi(os.Getenv("COLUMNS"))
	return max(width, 0)
}

// progress is a bar on a terminal that tells how far a run is. A nil one shows nothing.
type progress struct {
	w     io.Writer
	width int
	total int // documents; 0 if nobody knows
	done  int
	read  int // those that were not skipped
	start time.Time
	drawn time.Time
	now   func() time.Time
}

// newProgress returns the bar of a run that begins now.
func newProgress(w io.Writer, width, total int, now func() time.Time) *progress {
	return &progress{w: w, width: cmp.Or(width, 80), total: total, start: now(), now: now}
}

// drawEvery is how often the bar moves at most.
const drawEvery = 100 * time.Millisecond

// step counts a document and moves the bar. The first tenth of a second has none: most
// runs are over by then.
func (p *progress) step(skipped bool) {
	if p == nil {
		return
	}
	p.done++
	if !skipped {
		p.read++
	}
	now := p.now()
	if now.Sub(p.start) < drawEvery || now.Sub(p.drawn) < drawEvery {
		return
	}
	p.drawn = now
	fmt.Fprintf(p.w, "\r%s\x1b[K", p.line(now.Sub(p.start)))
}

// clear takes the bar away, so that something else can be written in its place.
func (p *progress) clear() {
	if p != nil && !p.drawn.IsZero() {
		p.drawn = time.Time{}
		io.WriteString(p.w, "\r\x1b[K")
	}
}

// barColumns is the length of the bar itself.
const barColumns = 20

// line returns what stands on the terminal after some time.
func (p *progress) line(elapsed time.Duration) string {
	rate := float64(p.read) / elapsed.Seconds()
	s := fmt.Sprintf("%d documents, %.1f/s", p.done, rate)
	if p.total > 0 {
		full := min(p.done, p.total) * barColumns / p.total
		s = fmt.Sprintf("[%s%s] %d of %d documents, %.1f/s", strings.Repeat("#", full), strings.Repeat(".", barColumns-full), p.done, p.total, rate)
		if rate > 0 {
			left := time.Duration(float64(p.total-p.done) / rate * float64(time.Second))
			s += fmt.Sprintf(", %s left", left.Round(time.Second))
		}
	}
	return s[:min(len(s), p.width-1)] // a full line would scroll
}
