package main

import (
	"os"
	"runtime"
	"strconv"

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
