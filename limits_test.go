package laut_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestLinear checks that the time for a text is linear in its length, all stages together,
// also where it is a single paragraph.
func TestLinear(t *testing.T) {
	if testing.Short() || testkit.Race() {
		t.Skip("measures time")
	}
	page := pages(t)["hafen.txt"]
	for name, part := range map[string]string{
		"pages":         page + "\n\n",
		"one paragraph": strings.Join(strings.Fields(page), " ") + " ",
	} {
		read := func(parts int) func() {
			text := strings.Repeat(part, parts)
			return func() { laut.Read(text) }
		}
		testkit.Linear(t, name, 4, read(20), read(80))
	}
}

// TestAllocations checks how often reading an article allocates whose forms were seen
// before, with room for noise, not for a doubling.
func TestAllocations(t *testing.T) {
	if testkit.Race() {
		t.Skip("the race detector empties the pools")
	}
	const most = 11 // a token
	for name, text := range pages(t) {
		tokens := float64(len(laut.Read(text).Document.Tokens()))
		n := testing.AllocsPerRun(5, func() { laut.Read(text) })
		if t.Logf("%s: %.2f allocations a token", name, n/tokens); n > most*tokens {
			t.Errorf("%s: %.0f allocations for %.0f tokens", name, n, tokens)
		}
	}
}

// TestNoGrowth checks that a process which reads on and on keeps nothing of what it has
// read. Each text has names that none had before.
func TestNoGrowth(t *testing.T) {
	if testing.Short() || testkit.Race() {
		t.Skip("reads thousands of texts")
	}
	const articles, most = 5000, 4 << 20
	read := func(from int) uint64 {
		for i := from; i < from+articles; i++ {
			laut.Read(fmt.Sprintf("„Wir zahlen“, sagte Anna Meier%d. Der Bund%d habe sein Wort gebrochen.", i, i))
		}
		runtime.GC()
		runtime.GC() // what was in pools is gone too
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	read(0)
	before := read(articles) // what remembers forms is full
	if after := read(2 * articles); after > before+most {
		t.Errorf("the heap has grown by %d KiB over %d articles", (after-before)>>10, articles)
	}
}
