//go:build unix

package stages

import (
	"runtime"
	"syscall"
	"time"
)

// ProcessTime is the time that processors have spent on this program. Unlike the
// clock on the wall it does not run while others have the processor.
func ProcessTime() time.Duration {
	r := usage()
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// PeakMemory is the most memory that the process has had resident, in bytes.
func PeakMemory() int64 {
	r := usage()
	if runtime.GOOS == "darwin" {
		return int64(r.Maxrss)
	}
	return int64(r.Maxrss) << 10
}

func usage() (r syscall.Rusage) {
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		panic(err) // it fails for wrong arguments only
	}
	return r
}
