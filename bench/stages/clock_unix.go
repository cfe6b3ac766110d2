//go:build unix

package stages

import (
	"syscall"
	"time"
)

// processTime is the time that processors have spent on this program. Unlike the
// clock on the wall it does not run while others have the processor.
func processTime() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		panic(err) // it fails for wrong arguments only
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
