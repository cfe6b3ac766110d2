package laut_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	toPath  = regexp.MustCompile(`\]\(([^)#:]*)(#[^)]*)?\)`)
	inCode  = regexp.MustCompile("`([^`\n]+)`")
	inPath  = regexp.MustCompile(`^(?:\./)?(?:bench|claims|cmd|entities|examples|export|extract|internal|testdata|web)(?:/[\w*.-]+)+$`)
	heading = regexp.MustCompile(`(?m)^#+ (.*)$`)
)

// TestPages holds that the files, folders and headings that the pages for people name
// are there.
func TestPages(t *testing.T) {
	pages := []string{"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"}
	headings := make(map[string]bool)
	texts := make(map[string]string)
	for _, page := range pages {
		b, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		texts[page] = string(b)
		for _, m := range heading.FindAllStringSubmatch(texts[page], -1) {
			headings[page+"#"+strings.ReplaceAll(strings.ToLower(m[1]), " ", "-")] = true
		}
	}
	for _, page := range pages {
		paths := 0
		check := func(path string) {
			paths++
			if files, err := filepath.Glob(path); err != nil || len(files) == 0 {
				t.Errorf("%s names %s, which is not there", page, path)
			}
		}
		for _, m := range toPath.FindAllStringSubmatch(texts[page], -1) {
			if m[1] != "" {
				check(m[1])
			}
			if to := page + m[2]; m[2] != "" {
				if m[1] != "" {
					to = m[1] + m[2]
				}
				if !headings[to] {
					t.Errorf("%s leads to %s, which is no heading", page, to)
				}
			}
		}
		for _, m := range inCode.FindAllStringSubmatch(texts[page], -1) {
			if strings.HasPrefix(m[1], "cd ") { // its paths are those of another module
				continue
			}
			for word := range strings.FieldsSeq(m[1]) {
				if inPath.MatchString(word) {
					check(word)
				}
			}
		}
		if paths == 0 && page != "CHANGELOG.md" {
			t.Errorf("%s names no path: this test has lost its eyes", page)
		}
	}
}
