//go:build !unix

package stages

import "time"

var start = time.Now()

// processTime is the clock on the wall where the system's call for processor time is
// another.
func processTime() time.Duration { return time.Since(start) }
