package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
)

// TestStreamsAllocateNothing walks all texts of the golden files, so that no
// rule of the scanner or the splitter is left out. They are in their normal form.
func TestStreamsAllocateNothing(t *testing.T) {
	texts := append([]string{strings.Join(samples, "\n")}, goldenTexts(t)...)
	n := 0
	for _, text := range texts {
		text = extract.Parse(text).Normal().String()
		if got := testing.AllocsPerRun(5, func() {
			for tok := range extract.Tokens(text) {
				n += tok.End
			}
		}); got != 0 {
			t.Errorf("Tokens allocates %v times on %.200q", got, text)
		}
		if got := testing.AllocsPerRun(5, func() {
			for s := range extract.Sentences(text) {
				n += s.End
			}
		}); got != 0 {
			t.Errorf("Sentences allocates %v times on %.200q", got, text)
		}
	}
	if n == 0 {
		t.Error("no tokens at all")
	}
}

// goldenTexts returns the texts of the golden cases, those of a file in one.
func goldenTexts(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("../testdata/extract/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	var texts []string
	for _, path := range paths {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for line := range strings.Lines(string(file)) {
			if in, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "> "); ok {
				plain, err := unescape(in)
				if err != nil {
					t.Fatalf("%s: %v", path, err)
				}
				text.WriteString(plain + "\n")
			}
		}
		texts = append(texts, text.String())
	}
	return texts
}
