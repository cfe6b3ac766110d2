//go:build !unix

package stages

import "time"

var start = time.Now()

// ProcessTime is the clock on the wall where the system's call for processor time is
// another.
func ProcessTime() time.Duration { return time.Since(start) }

// PeakMemory is 0: the system's call for it is another.
func PeakMemory() int64 { return 0 }
