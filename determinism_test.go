package laut_test

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestScores compares the scores of all claims of the articles to the last digit. They are
// the same on all processors, see internal/portable: who runs this test on another one
// compares with numbers of this one.
func TestScores(t *testing.T) {
	var out strings.Builder
	texts := pages(t)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if ok, _ := filepath.Glob("testdata/articles/" + name); ok == nil {
			continue // not part of the module
		}
		for _, c := range laut.Read(texts[name]).Claims {
			fmt.Fprintf(&out, "%-14s %5d %-10s %-12s %s\n", name, c.Content[0].Start, c.Kind,
				strconv.FormatFloat(float64(c.Score), 'f', -1, 32), cmp.Or(c.Speaker.Name, "-"))
		}
	}
	testkit.Golden(t, "testdata/scores.golden", out.String())
}

// written returns all that was found in a text, scores too, as JSON.
func written(t testing.TB, a *laut.Article) string {
	var out bytes.Buffer
	if err := (export.JSONLines{Tokens: true}).Write(&out, export.StringID("a"), a); err != nil {
		t.Error(err)
	}
	return out.String()
}

// TestSame keeps articles while the same and others are read beside them, by several
// goroutines, after a long one, with the memory that readings hand on to each other: the
// articles that are kept do not change, and the same text gives the same result.
func TestSame(t *testing.T) {
	texts := slices.Sorted(maps.Values(pages(t)))
	var kept []*laut.Article
	var want []string
	for _, text := range texts {
		a := laut.Read(text)
		kept = append(kept, a)
		want = append(want, written(t, a))
	}
	laut.Read(strings.Repeat(texts[0]+"\n\n", 20))
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for n := range 3 * len(texts) {
				i := (n + worker) % len(texts)
				laut.Read(strings.ToUpper(texts[i])) // other words at the same places
				laut.Read(texts[i][n:])
				if got := written(t, laut.Read(texts[i])); got != want[i] {
					t.Errorf("an article is read otherwise:\n%s\nwant\n%s", got, want[i])
					return
				}
			}
		})
	}
	group.Wait()
	for i, a := range kept {
		if got := written(t, a); got != want[i] {
			t.Errorf("an article has changed:\n%s\nwas\n%s", got, want[i])
		}
	}
}
