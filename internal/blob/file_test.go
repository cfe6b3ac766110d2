package blob

import (
	"errors"
	"strings"
	"sync"
	"testing"
)

// TestFile checks that a file is opened once, whoever asks, and that asking again
// allocates nothing.
func TestFile(t *testing.T) {
	var f File[string]
	opened := 0
	open := func(data string) (string, error) { opened++; return strings.ToUpper(data), nil }
	data := func() string { return "wort" }
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := f.Get(open, data); got != "WORT" {
				t.Errorf("got %q", got)
			}
		})
	}
	group.Wait()
	if opened != 1 {
		t.Errorf("opened %d times", opened)
	}
	if n := testing.AllocsPerRun(100, func() { f.Get(open, data) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestBroken(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a broken file does not panic")
		}
	}()
	var f File[int]
	f.Get(func(string) (int, error) { return 0, errors.New("broken") }, func() string { return "" })
}
