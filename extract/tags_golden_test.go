package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestTagsGolden compares the tags with testdata/tags/*.txt. How the files are
// written is told in testdata/tags/README.md.
func TestTagsGolden(t *testing.T) {
	testkit.Cases(t, "../testdata/tags/*.txt", renderTagCases)
}

// renderTagCases returns a golden file with the results of its cases as they
// are now.
func renderTagCases(file string) (string, error) {
	return testkit.Texts(file, func(text string) (string, error) { return renderTags(extract.Parse(text)), nil })
}

// renderTags prints a line a token.
func renderTags(d *extract.Document) string {
	var out strings.Builder
	form := func(i int) string { return d.Slice(d.Tokens()[i].Span) }
	for i, t := range d.Tags() {
		line := fmt.Sprintf("%-20s %-5s %-7s %-20s", form(i), t.POS, t.STTS(), d.Lemma(i))
		if t.VerbForm != 0 {
			line += " " + t.VerbForm.String()
		}
		if t.VerbForm == extract.Finite {
			line += " " + t.Mood.String()
			if t.Konjunktiv != 0 {
				line += fmt.Sprint(t.Konjunktiv)
			}
			for _, s := range []string{t.Tense.String(), strings.Trim(fmt.Sprint(t.Person), "0"), t.Numerus.String()} {
				if s != "" {
					line += " " + s
				}
			}
		}
		if t.Partner >= 0 {
			line += " + " + form(int(t.Partner))
		}
		out.WriteString("  " + strings.TrimRight(line, " ") + "\n")
	}
	return out.String()
}
