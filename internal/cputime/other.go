//go:build !unix

// Package cputime tells tests and benchmarks how long they have worked, by the clock on the
// wall where the system's call for processor time is another.
package cputime

import "time"

var start = time.Now()

// Now is the time since the program's start.
func Now() time.Duration { return time.Since(start) }
