//go:build !unix

package testkit

import "time"

var start = time.Now()

// processorTime returns the time that has passed, which is as near as this system comes.
func processorTime() time.Duration { return time.Since(start) }
