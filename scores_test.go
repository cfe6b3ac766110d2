package laut_test

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
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
