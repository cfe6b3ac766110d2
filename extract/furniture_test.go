package extract_test

import (
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
)

// TestFurniture flags paragraphs that stand alone, without the help of others
// around them. A false alarm loses news, so hardly any may happen.
func TestFurniture(t *testing.T) {
	const recall, alarms = 0.85, 1
	found, missed := flagged(t, "furniture.txt")
	if n := len(found) + len(missed); float64(len(found)) < recall*float64(n) {
		t.Errorf("%d of %d paragraphs of furniture are flagged; these are not:\n%s", len(found), n, strings.Join(missed, "\n"))
	}
	wrong, right := flagged(t, "news.txt")
	if len(wrong) > alarms {
		t.Errorf("%d of %d paragraphs of news are flagged:\n%s", len(wrong), len(wrong)+len(right), strings.Join(wrong, "\n"))
	}
	t.Logf("recall %d of %d, false alarms %d of %d", len(found), len(found)+len(missed), len(wrong), len(wrong)+len(right))
}

// flagged divides the paragraphs of a list by what Parse takes for furniture.
func flagged(t *testing.T, name string) (yes, no []string) {
	t.Helper()
	file, err := os.ReadFile("../testdata/extract/furniture/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "# ") || line == "#" {
			continue
		}
		ps := extract.Parse(line).Paragraphs()
		if len(ps) != 1 {
			t.Fatalf("%s: %d paragraphs in %q", name, len(ps), line)
		}
		if ps[0].Kind == extract.Furniture {
			yes = append(yes, line)
		} else {
			no = append(no, line)
		}
	}
	if len(yes)+len(no) < 60 {
		t.Fatalf("%s: only %d paragraphs", name, len(yes)+len(no))
	}
	return yes, no
}
