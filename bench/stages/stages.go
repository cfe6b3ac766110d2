// Package stages measures what laut.Read consists of. Its benchmark calls nothing but
// laut's public API and the standard library, since the script versus also builds it with
// older revisions of laut.
package stages

import (
	"syscall"
	"time"
)

// ProcessTime is the time that processors have spent on this program, the work of the
// garbage collector included. Unlike the clock on the wall it does not run while others
// have the processor.
func ProcessTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // it fails for wrong arguments only
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
