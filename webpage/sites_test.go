package webpage

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/testkit"
)

// Pages built as those of newspapers, broadcasters and agencies are, and pages that are no
// articles: the text that is got out of them, and what laut says of it. testdata/sites/README.md
// says whose they are.
func TestSites(t *testing.T) {
	testkit.Cases(t, "testdata/sites/*.txtar", func(file string) (string, error) {
		site := txtar.Parse([]byte(file))
		if len(site.Files) == 0 || site.Files[0].Name != "page.html" {
			return "", fmt.Errorf("1: the first file is not page.html")
		}
		got, err := Read(strings.NewReader(string(site.Files[0].Data)), "")
		if err != nil {
			return "", fmt.Errorf("1: %w", err)
		}
		var said strings.Builder
		article := laut.Read(got.Text)
		for _, c := range article.Claims {
			fmt.Fprintf(&said, "%s (%v): %s\n", c.Speaker.Name, c.Kind, strings.Join(strings.Fields(article.Said(c)), " "))
		}
		site.Files = append(site.Files[:1], txtar.File{Name: "text", Data: []byte(got.Text)}, txtar.File{Name: "claims", Data: []byte(said.String())})
		return string(txtar.Format(site)), nil
	})
}
