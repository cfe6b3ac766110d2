package bench

import (
	_ "embed"
	"strings"
)

// Article is the German text that all speeds are measured on, about 10 KB.
//
//go:embed testdata/text.txt
var Article string

// Text returns Article repeated, paragraph after paragraph, to at least n bytes.
func Text(n int) string {
	unit := strings.TrimSpace(Article) + "\n\n"
	return strings.Repeat(unit, (n+len(unit)-1)/len(unit))
}

// Words returns the first paragraphs of Text that have together at least n words, or n words
// where the last one would have more.
func Words(n int) string {
	var b strings.Builder
	for p := range strings.SplitSeq(Text(12*n), "\n") {
		words := strings.Fields(p)
		if len(words) >= n {
			b.WriteString(strings.Join(words[:n], " "))
			break
		}
		n -= len(words)
		b.WriteString(p + "\n")
	}
	return b.String()
}
