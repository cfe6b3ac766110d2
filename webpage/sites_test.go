package webpage

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/testkit"
)

// Pages built as those of newspapers, broadcasters and agencies are, and pages that are no
// articles: the text that is got out of them, and what laut says of it. testdata/sites/README.md
// says whose they are.
func TestSites(t *testing.T) {
	names, err := filepath.Glob("testdata/sites/*.html")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d pages: %v", len(names), err)
	}
	for _, name := range names {
		name = strings.TrimSuffix(filepath.Base(name), ".html")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := Read(strings.NewReader(page(t, "sites/"+name)), "")
			if err != nil {
				t.Fatal(err)
			}
			testkit.Golden(t, filepath.Join("testdata/sites", name+".txt"), got.Text)
			var said strings.Builder
			article := laut.Read(got.Text)
			for _, c := range article.Claims {
				fmt.Fprintf(&said, "%s (%v): %s\n", c.Speaker.Name, c.Kind, strings.Join(strings.Fields(article.Said(c)), " "))
			}
			testkit.Golden(t, filepath.Join("testdata/sites", name+".claims"), said.String())
		})
	}
}
