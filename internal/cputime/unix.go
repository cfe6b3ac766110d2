//go:build unix

// Package cputime tells tests and benchmarks how long the processor has worked for them,
// which a machine that does other things as well lengthens least.
package cputime

import (
	"syscall"
	"time"
)

// Now is the time that processors have spent on this program, the work of the garbage
// collector included.
func Now() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // it fails for wrong arguments only
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
