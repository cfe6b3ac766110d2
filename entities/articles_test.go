package entities

import (
	"os"
	"strings"
	"testing"
)

// ReadArticles returns the articles of testdata, which the benchmarks read.
func ReadArticles(tb testing.TB) string {
	tb.Helper()
	var text strings.Builder
	for _, name := range []string{"hafen", "seilbahn"} {
		file, err := os.ReadFile("../testdata/articles/" + name + ".txt")
		if err != nil {
			tb.Fatal(err)
		}
		text.Write(file)
		text.WriteString("\n\n")
	}
	return text.String()
}
