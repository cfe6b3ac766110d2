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
