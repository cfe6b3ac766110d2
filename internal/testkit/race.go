package testkit

import (
	"runtime/debug"
	"slices"
)

// Race reports whether the test runs under the race detector, which makes everything slow
// and needs memory of its own.
func Race() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}
