package main

import (
	"slices"
	"testing"

	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/ner"
)

// TestSeenTables checks that each half of the corpus gets what the other half's
// model has seen, and users the sum.
func TestSeenTables(t *testing.T) {
	c := rawCounts{
		"Altman": {{0, 9, 0, 0, 0}, {0, 0, 9, 0, 0}}, // a person to the first model, an organisation to the second
		"Haus":   {{9, 0, 0, 0, 0}, {9, 0, 0, 0, 0}},
		"Selten": {{0, 2, 0, 0, 0}, {0, 3, 0, 0, 0}},
	}
	files, err := c.tables()
	if err != nil {
		t.Fatal(err)
	}
	var got [3][]uint64
	for k, file := range files {
		table, err := clusters.Open(string(file))
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range []string{"Altman", "Haus", "Selten"} {
			var n [2]uint64
			table.Of(form, n[:])
			got[k] = append(got[k], n[1])
		}
	}
	// The coarser level: class + 1, and 5 more where nearly all places have it.
	want := [3][]uint64{{2, 6, 0}, {8, 6, 7}, {7, 6, 0}}
	for k := range want {
		if !slices.Equal(got[k], want[k]) {
			t.Errorf("table %d: got %v, want %v", k, got[k], want[k])
		}
	}
}

func TestProfile(t *testing.T) {
	if got := profile([5]int{99, 1, 0, 0, 0}, 100) + 1; got != ner.SeenOutside {
		t.Errorf("outside at 99 of 100 places: %d, want %d", got, ner.SeenOutside)
	}
	for _, c := range []struct {
		why    string
		counts [5]int
		same   [5]int
		equal  bool
	}{
		{"shares count, not numbers", [5]int{0, 10, 0, 0, 0}, [5]int{0, 1000, 0, 0, 0}, true},
		{"rare others do not count", [5]int{1, 100, 0, 0, 0}, [5]int{0, 100, 1, 0, 0}, true},
		{"frequent others do", [5]int{50, 50, 0, 0, 0}, [5]int{0, 50, 50, 0, 0}, false},
	} {
		sum := func(n [5]int) (all int) {
			for _, v := range n {
				all += v
			}
			return all
		}
		a, b := profile(c.counts, sum(c.counts)), profile(c.same, sum(c.same))
		if (a == b) != c.equal {
			t.Errorf("%s: %d and %d", c.why, a, b)
		}
		if a < 0 || a >= profiles {
			t.Errorf("%s: %d is no profile", c.why, a)
		}
	}
}
