package testkit

import (
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"github.com/laut-nlp/laut/internal/cputime"
)

// Linear checks that time grows with the work and no faster: large has so many times the
// work of small to do, and may take two and a half times as long as that, since caches and
// garbage collection have their say. It is processor time where the system tells it, so
// that others on the machine do not matter; and the best of several runs counts.
func Linear(t testing.TB, what string, times int, small, large func()) {
	t.Helper()
	took := func(work func()) time.Duration {
		start := cputime.Now()
		work()
		return cputime.Now() - start
	}
	const tries = 12
	fast, slow := took(small), took(large)
	for range tries {
		if slow <= fast*time.Duration(5*times)/2+10*time.Millisecond {
			return
		}
		fast, slow = min(fast, took(small)), min(slow, took(large))
	}
	t.Errorf("%s: %v, and %v for %d times as much", what, fast, slow, times)
}

// Race reports whether the test runs under the race detector, which makes everything slow
// and needs memory of its own.
func Race() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}
