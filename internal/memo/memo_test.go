package memo

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// put enters a form with itself as the value.
func put(t *Table[string], form string, context uint64) *string {
	e := &Entry[string]{Value: form}
	t.Put(form, context, e)
	return &e.Value
}

func TestTable(t *testing.T) {
	var table Table[string]
	if table.Get("Haus", 1) != nil {
		t.Error("an empty table has a form")
	}
	want := put(&table, "Haus", 1)
	if got := table.Get("Haus", 1); got != want {
		t.Errorf("got %v, not the value that was put in", got)
	}
	for _, other := range []struct {
		form    string
		context uint64
	}{{"Haus", 0}, {"haus", 1}, {"Hau", 1}, {"", 1}} {
		if got := table.Get(other.form, other.context); got != nil {
			t.Errorf("%q in context %d: %q", other.form, other.context, *got)
		}
	}
	for n, known := range map[int]bool{longest: true, longest + 1: false} {
		form := strings.Repeat("x", n)
		put(&table, form, 0)
		if got := table.Get(form, 0); (got != nil) != known {
			t.Errorf("a form of %d bytes: %v", n, got)
		}
	}
}

// TestFrequentStay checks that forms that are seen once drive out none that is asked
// for again and again, and that all places are taken.
func TestFrequentStay(t *testing.T) {
	var table Table[string]
	put(&table, "und", 0)
	for i := range 4 * sets * ways {
		put(&table, fmt.Sprint(i), 0)
		if i < ways && table.Get("und", 0) == nil || i%100 == 0 && table.Get("und", 0) == nil {
			t.Fatalf("it is gone after %d others", i)
		}
	}
	n := 0
	for i := range table.sets {
		for k := range ways {
			if table.sets[i].entries[k].Load() != nil {
				n++
			}
		}
	}
	if n < sets*ways*9/10 {
		t.Errorf("%d of %d places are taken", n, sets*ways)
	}
}

// TestConcurrent checks that goroutines that share a table get what belongs to their
// forms. The race detector sees more.
func TestConcurrent(t *testing.T) {
	var table Table[string]
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 50_000 {
				form := fmt.Sprint("form", (i*(g+1))%20_000)
				got := table.Get(form, 0)
				if got == nil {
					got = put(&table, form, 0)
				}
				if *got != form {
					t.Errorf("%s for %s", *got, form)
					return
				}
			}
		})
	}
	wg.Wait()
}

// TestNewForms checks that two new forms whose places are taken do not drive out each
// other.
func TestNewForms(t *testing.T) {
	var table Table[string]
	place := hashOf("neu", 0) % sets
	var others []string
	for i := 0; len(others) < ways+1; i++ {
		if form := fmt.Sprint(i); hashOf(form, 0)%sets == place {
			others = append(others, form)
		}
	}
	for _, form := range others[1:] {
		put(&table, form, 0)
	}
	put(&table, others[0], 0)
	put(&table, "neu", 0)
	for range 10 {
		if table.Get(others[0], 0) == nil || table.Get("neu", 0) == nil {
			t.Fatal("one of two forms is gone")
		}
	}
}
