package entities

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// TestListedNames checks that nearly all names of the lists are found with their
// label in a short sentence, which says little about them, by a model that is free to
// think otherwise.
func TestListedNames(t *testing.T) {
	n, found := 0, 0
	var missed []string
	for _, variants := range wordlist.Load().Names {
		for _, name := range variants {
			if name.When != 0 {
				continue // an ordinary word too
			}
			n++
			d := extract.Parse("Das hat " + name.Exact + " gestern in einer Mitteilung gesagt.")
			right := false
			for _, e := range Extract(d) {
				for _, m := range e.Mentions {
					right = right || d.Slice(m.Span) == name.Exact && m.Form == FormName && e.Label.String() == name.Label
				}
			}
			if right {
				found++
			} else {
				missed = append(missed, name.Exact)
			}
		}
	}
	t.Logf("%d of %d; missed: %s", found, n, strings.Join(missed, ", "))
	if n < 500 || found*100 < 85*n {
		t.Errorf("%d of %d names of the lists", found, n)
	}
}
