package extract_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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

// TestHardWrapped cuts an article to several widths and parses the same from it
// as from one paragraph a line: words, sentences, paragraphs and quotations.
func TestHardWrapped(t *testing.T) {
	b, err := os.ReadFile("../testdata/articles/hafen.txt")
	if err != nil {
		t.Fatal(err)
	}
	var long []string // headings and bylines have no lines to cut
	d := extract.Parse(string(b))
	for _, p := range d.Paragraphs() {
		if p.Kind == extract.Body && p.Len() > 200 {
			long = append(long, d.Slice(p.Span))
		}
	}
	if len(long) < 3 {
		t.Fatalf("only %d paragraphs of text", len(long))
	}
	want := renderDocument(extract.Parse(strings.Join(long, "\n")))
	if diff := cmp.Diff(want, renderDocument(extract.Parse(strings.Join(long, "\n\n")))); diff != "" {
		t.Errorf("empty lines between the paragraphs, -one line break +two:\n%s", diff)
	}
	for _, width := range []int{60, 72, 80, 100} {
		for _, end := range []string{"\n", "\r\n"} {
			var wrapped []string
			for _, p := range long {
				wrapped = append(wrapped, wrap(p, width, end))
			}
			got := renderDocument(extract.Parse(strings.Join(wrapped, end+end)))
			if diff := cmp.Diff(want, strings.ReplaceAll(strings.ReplaceAll(got, `\u000D`, ""), `\n`, " ")); diff != "" {
				t.Errorf("width %d, line end %q, -lines +wrapped:\n%s", width, end, diff)
			}
		}
	}
}

// wrap cuts a paragraph into lines of at most width bytes where it can.
func wrap(text string, width int, end string) string {
	var out strings.Builder
	n := 0
	for i, w := range strings.Fields(text) {
		switch {
		case i == 0:
		case n+1+len(w) > width:
			out.WriteString(end)
			n = 0
		default:
			out.WriteByte(' ')
			n++
		}
		out.WriteString(w)
		n += len(w)
	}
	return out.String()
}
