//go:build !unix

package main

import "time"

var began = time.Now()

// cpuTime returns the time by the clock, where the processor's is not at hand.
func cpuTime() time.Duration { return time.Since(began) }
