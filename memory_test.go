package laut_test

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/testkit"
)

// Budgets, with room for the noise of the garbage collector, not for a doubling.
const (
	allocationsPerToken = 9  // laut.Read of an article whose forms were seen before
	residentAtStart     = 45 // MiB, after the first article
	residentAfter       = 60 // MiB, after a thousand
	growth              = 4  // MiB of the heap over thousands of articles
)

// child runs one test of this binary in a process of its own and returns what it
// prints.
func child(t *testing.T, test string, env ...string) string {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^"+test+"$", "-test.v")
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// TestAllocations holds how often reading an article allocates.
func TestAllocations(t *testing.T) {
	if testkit.Race() {
		t.Skip("the race detector empties the pools")
	}
	for name, text := range pages(t) {
		tokens := float64(len(laut.Read(text).Document.Tokens()))
		if n := testing.AllocsPerRun(5, func() { laut.Read(text) }); n > allocationsPerToken*tokens {
			t.Errorf("%s: %.0f allocations for %.0f tokens", name, n, tokens)
		} else {
			t.Logf("%s: %.2f allocations a token", name, n/tokens)
		}
	}
}

// TestResident measures the memory of a process that reads articles, where the system
// tells it: weights, lexicon and what is remembered of forms included.
func TestResident(t *testing.T) {
	if testkit.Race() {
		t.Skip("the race detector needs memory of its own")
	}
	if n, _ := strconv.Atoi(os.Getenv("LAUT_RESIDENT")); n > 0 {
		text := pages(t)["ausschuss.txt"]
		for range n {
			laut.Read(text)
		}
		mib, _ := peak(t)
		fmt.Printf("resident %d\n", mib)
		return
	}
	if _, told := peak(t); !told {
		t.Skip("the system does not tell the memory of a process here")
	}
	articles := 1000
	if testing.Short() {
		articles = 50
	}
	for _, c := range []struct{ articles, most int }{{1, residentAtStart}, {articles, residentAfter}} {
		out := child(t, "TestResident", fmt.Sprintf("LAUT_RESIDENT=%d", c.articles))
		_, rest, _ := strings.Cut(out, "resident ")
		var mib int
		if _, err := fmt.Sscan(rest, &mib); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		t.Logf("%d articles: %d MiB", c.articles, mib)
		if mib > c.most {
			t.Errorf("%d MiB after %d articles, at most %d are allowed", mib, c.articles, c.most)
		}
	}
}

// peak returns the most memory that this process has had, in MiB, where the system tells
// it.
func peak(t *testing.T) (mib int, told bool) {
	status, err := os.ReadFile("/proc/self/status")
	_, rest, ok := strings.Cut(string(status), "VmHWM:")
	if err != nil || !ok {
		return 0, false
	}
	var kib int
	if _, err := fmt.Sscan(rest, &kib); err != nil {
		t.Fatal(err)
	}
	return kib >> 10, true
}

// TestNoGrowth holds that a process which reads on and on keeps nothing of what it has
// read, and leaves no goroutine behind. Each text has names that none had before.
func TestNoGrowth(t *testing.T) {
	if testkit.Race() {
		t.Skip("the race detector needs memory of its own")
	}
	articles := 10_000
	if testing.Short() {
		articles = 500
	}
	text := func(i int) string {
		return fmt.Sprintf("„Wir zahlen“, sagte Anna Meier%d. Der Bund%d habe sein Wort gebrochen.", i, i)
	}
	inUse := func() int64 {
		runtime.GC()
		runtime.GC() // what was in pools is gone too
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	for i := range 2 * articles { // fills what remembers forms
		laut.Read(text(i))
	}
	before, goroutines := inUse(), runtime.NumGoroutine()
	for i := range articles {
		laut.Read(text(2*articles + i))
	}
	if grown := inUse() - before; grown > growth<<20 {
		t.Errorf("the heap has grown by %d KiB over %d articles", grown>>10, articles)
	} else {
		t.Logf("%d KiB over %d articles", grown>>10, articles)
	}
	for range 100 {
		if runtime.NumGoroutine() <= goroutines {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, before %d", runtime.NumGoroutine(), goroutines)
}
