package laut_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// isData reports whether a file is embedded or shipped data.
func isData(path string) bool {
	switch filepath.Ext(path) {
	case ".txt":
		return filepath.Base(filepath.Dir(path)) == "words" || strings.HasPrefix(filepath.ToSlash(path), "corpus/")
	case ".lex", ".gaz", ".model", ".clusters", ".gz":
		return true
	}
	return false
}

// nonCommercial finds the licences that exclude commercial use.
var nonCommercial = regexp.MustCompile(`(?i)BY-NC|non-?commercial`)

// TestNotice checks that NOTICE lists each data file with source, licence and date, that
// the file says so in its own header, and that none excludes commercial use.
func TestNotice(t *testing.T) {
	page, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	entries := make(map[string]string)
	for block := range strings.SplitSeq(string(page), "\n\n") {
		paths, entry, _ := strings.Cut(block, "\n  ") // lines of paths, then indented ones about them
		for path := range strings.FieldsSeq(paths) {
			entries[path] = entry
		}
	}
	check := func(path string) {
		entry := entries[path]
		delete(entries, path)
		_, licence, _ := strings.Cut(entry, "Licence:")
		if !strings.Contains(entry, "Source") || !strings.Contains(licence, "20") {
			t.Errorf("NOTICE lacks %s, or its source, licence or date", path)
		}
		if nonCommercial.MatchString(licence) {
			t.Errorf("%s excludes commercial use, says NOTICE", path)
		}
		if strings.HasSuffix(path, ".gz") {
			return // a packed file has no header; its folder has a README
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		head := string(file[:min(len(file), 4000)])
		if !strings.Contains(head, "Source") || !strings.Contains(head, "Licence") {
			t.Errorf("the header of %s names no source or no licence", path)
		}
		if nonCommercial.MatchString(head) {
			t.Errorf("%s excludes commercial use, says its header", path)
		}
	}
	for _, dir := range []string{"extract", "entities", "claims", "corpus", "internal", "testdata/stem"} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && isData(path) {
				check(filepath.ToSlash(path))
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	for path := range entries {
		if isData(path) {
			t.Errorf("NOTICE lists %s, which is not there", path)
		}
	}
}

// TestCorpusLicence checks that the licence of the corpus lies beside it.
func TestCorpusLicence(t *testing.T) {
	licence, err := os.ReadFile("corpus/LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"train/*.txt", "dev/*.txt", "wikinews.txt", "GUIDE.md", "https://creativecommons.org/licenses/by/4.0/"} {
		if !strings.Contains(string(licence), want) {
			t.Errorf("corpus/LICENSE does not name %s", want)
		}
	}
}

// TestModelLicences checks that a licence lies beside each model, with its link.
func TestModelLicences(t *testing.T) {
	for _, path := range []string{tags, clusters, ner, quotation} {
		licence, err := os.ReadFile(filepath.Join(filepath.Dir(path), "LICENSE"))
		if err != nil {
			t.Error(err)
			continue
		}
		text := string(licence)
		if !strings.Contains(text, filepath.Base(path)) || !strings.Contains(text, "https://creativecommons.org/licenses/") {
			t.Errorf("the licence beside %s does not name it, or no licence", path)
		}
		if strings.Contains(text, "/by-nc") {
			t.Errorf("%s excludes commercial use, says the licence beside it", path)
		}
	}
}
