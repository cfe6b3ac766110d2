package laut_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/gate/notice"
)

// TestNotice holds that each data file names its source and licence in its
// header, and that NOTICE lists it with source, licence and date.
func TestNotice(t *testing.T) {
	b, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	entries := make(map[string]string)
	for _, e := range notice.Parse(string(b)) {
		for _, path := range e.Paths {
			entries[path] = e.Text
		}
	}
	found := 0
	for _, dir := range []string{"extract", "entities", "claims", "internal", "testdata/stem"} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !notice.IsData(path) {
				return err
			}
			found++
			path = filepath.ToSlash(path)
			entry, ok := entries[path]
			if !ok {
				t.Errorf("NOTICE lacks %s", path)
			}
			for _, want := range []string{"Source", "Licence", "20"} {
				if ok && !strings.Contains(entry, want) {
					t.Errorf("NOTICE names no %s of %s", want, path)
				}
			}
			if strings.HasSuffix(path, ".gz") {
				return nil // a packed file has no header; its folder has a README
			}
			head, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			head = head[:min(len(head), 4000)]
			for _, want := range []string{"Source", "Licence"} {
				if !bytes.Contains(head, []byte(want)) {
					t.Errorf("the header of %s names no %s", path, want)
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if found < 8 {
		t.Errorf("found only %d data files", found)
	}
}

// TestModelLicences holds that a licence with its link lies beside each model, and that
// only the weights learned from the quotations exclude commercial use.
func TestModelLicences(t *testing.T) {
	models, err := filepath.Glob("internal/model/*/german.*")
	if err != nil || len(models) < 4 {
		t.Fatalf("found %d models: %v", len(models), err)
	}
	for _, path := range models {
		path = filepath.ToSlash(path)
		licence, err := os.ReadFile(filepath.Join(filepath.Dir(path), "LICENSE"))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, want := range []string{filepath.Base(path), "https://creativecommons.org/licenses/"} {
			if !bytes.Contains(licence, []byte(want)) {
				t.Errorf("the licence beside %s does not name %s", path, want)
			}
		}
		if got := bytes.Contains(licence, []byte("/by-nc")); got != (path == quotationWeights) {
			t.Errorf("%s is for non-commercial use only: %v", path, got)
		}
	}
}
