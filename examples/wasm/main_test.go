package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// address finds what the files of the page load: by attributes, or from the worker.
var address = regexp.MustCompile(`(?:href="|src="|new Worker\('|importScripts\('|fetch\(')([\w.-]+)["']`)

// TestBuild makes the site. Whether it reads is for the test of the page in a browser, in
// testdata/browser.
func TestBuild(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles WebAssembly, half a minute")
	}
	folder := filepath.Join(t.TempDir(), "site")
	plain, packed, err := build(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.1f MB, %.1f MB with gzip", mb(plain), mb(packed))

	// All that a file of the site loads is there.
	paths, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	loads := 0
	for _, path := range paths {
		if ext := filepath.Ext(path); ext != ".html" && ext != ".js" || filepath.Base(path) == "wasm_exec.js" {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range address.FindAllStringSubmatch(string(data), -1) {
			loads++
			if _, err := os.Stat(filepath.Join(folder, m[1])); err != nil {
				t.Errorf("%s loads %s: %v", filepath.Base(path), m[1], err)
			}
		}
	}
	if loads < 8 {
		t.Errorf("only %d files are loaded by others: the test has lost its eyes", loads)
	}
	html, err := os.ReadFile(filepath.Join(folder, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(html), "'wasm-unsafe-eval'") || strings.Contains(string(html), "'unsafe-") {
		t.Error("the policy of the page does not allow WebAssembly, or more")
	}
}
