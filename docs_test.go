package laut_test

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDocs checks that each package and each exported name has a comment.
func TestDocs(t *testing.T) {
	names := 0
	for _, line := range goList(t, "-f", `{{.ImportPath}} {{.Dir}} {{join .GoFiles " "}}`, "./...") {
		var files []*ast.File
		fset := token.NewFileSet()
		for _, name := range line[2:] {
			f, err := parser.ParseFile(fset, filepath.Join(line[1], name), nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, f)
		}
		pkg, err := doc.NewFromFiles(fset, files, line[0])
		if err != nil {
			t.Fatal(err)
		}
		check := func(name, text string) {
			names++
			if text == "" {
				t.Errorf("%s: %s has no comment", line[0], name)
			}
		}
		check("the package", pkg.Doc)
		values := func(vs []*doc.Value) {
			for _, v := range vs {
				check(v.Names[0], v.Doc)
			}
		}
		funcs := func(fs []*doc.Func) {
			for _, f := range fs {
				check(f.Recv+" "+f.Name, f.Doc)
			}
		}
		values(pkg.Consts)
		values(pkg.Vars)
		funcs(pkg.Funcs)
		for _, typ := range pkg.Types {
			check(typ.Name, typ.Doc)
			values(typ.Consts)
			values(typ.Vars)
			funcs(typ.Funcs)
			funcs(typ.Methods)
		}
	}
	if names < 300 {
		t.Errorf("only %d exported names were found", names)
	}
}

// TestSizes checks that docs tell how large the embedded files are. A rebuilt file changes
// its size: mend the doc.
func TestSizes(t *testing.T) {
	size := func(patterns ...string) (sum float64) {
		for _, pattern := range patterns {
			files, err := filepath.Glob(pattern)
			if err != nil || len(files) == 0 {
				t.Fatalf("no file %s: %v", pattern, err)
			}
			for _, file := range files {
				info, err := os.Stat(file)
				if err != nil {
					t.Fatal(err)
				}
				sum += float64(info.Size())
			}
		}
		return sum
	}
	const kib, mib = 1 << 10, 1 << 20
	for _, tt := range []struct{ file, want string }{
		{"doc.go", fmt.Sprintf("word forms (%.0f KiB)", size(lexicon)/kib)},
		{"doc.go", fmt.Sprintf("the names (%.0f KiB)", size(names)/kib)},
		{"doc.go", fmt.Sprintf("speech and names (%.1f and %.1f MiB)", size(tags)/mib, size(ner)/mib)},
		{"doc.go", fmt.Sprintf("word clusters (%.1f MiB)", size(clusters)/mib)},
		{"doc.go", fmt.Sprintf("packages add %.0f KiB", size("extract/words/*", "internal/*/words/*")/kib)},
		{"doc.go", fmt.Sprintf("models of claims (%.1f MiB)", size(quotation)/mib)},
		{"extract/doc.go", fmt.Sprintf("to be edited, %.0f kB together", size("extract/words/*")/1e3)},
		{"extract/doc.go", fmt.Sprintf("words/abbreviations.txt (%.1f kB", size("extract/words/abbreviations.txt")/1e3)},
		{"extract/doc.go", fmt.Sprintf("words/starters.txt (%.1f kB)", size("extract/words/starters.txt")/1e3)},
		{"extract/doc.go", fmt.Sprintf("words/furniture.txt (%.1f kB)", size("extract/words/furniture.txt")/1e3)},
		{"extract/doc.go", fmt.Sprintf("internal/lexicon (%.0f KiB)", size(lexicon)/kib)},
		{"extract/doc.go", fmt.Sprintf("internal/model/tagger (%.1f MiB)", size(tags)/mib)},
		{"claims/doc.go", fmt.Sprintf("words/cues.txt (%.0f KiB)", size("internal/saying/words/cues.txt")/kib)},
		{"claims/doc.go", fmt.Sprintf("speakers.txt (%.0f KiB)", size("internal/discourse/words/speakers.txt")/kib)},
		{"claims/doc.go", fmt.Sprintf("internal/model/attribution, %.1f MiB", size(quotation)/mib)},
		{"internal/lexicon/doc.go", fmt.Sprintf("german.lex, %.0f KiB", size(lexicon)/kib)},
		{"internal/gazetteer/gazetteer.go", fmt.Sprintf("names.gaz, %.0f KiB", size(names)/kib)},
		{"internal/ner/doc.go", fmt.Sprintf("The model has %.2f MB, the clusters %.2f MB", size(ner)/1e6, size(clusters)/1e6)},
		{"internal/model/tagger/model.go", fmt.Sprintf("german.model, %.2f MiB", size(tags)/mib)},
		{"internal/model/clusters/clusters.go", fmt.Sprintf("german.clusters, %.0f KiB", size(clusters)/kib)},
		{"internal/model/ner/model.go", fmt.Sprintf("german.model, %.2f MiB", size(ner)/mib)},
	} {
		b, err := os.ReadFile(tt.file)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(strings.ReplaceAll(string(b), "\n//", " ")), " ")
		if !strings.Contains(text, tt.want) {
			t.Errorf("%s does not say: %s", tt.file, tt.want)
		}
	}
}

var (
	toPath = regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
	inCode = regexp.MustCompile("`([^`\n]+)`")
	inPath = regexp.MustCompile(`^(?:\./)?(?:bench|claims|cmd|corpus|entities|examples|export|extract|internal|testdata|web|webpage)(?:/[\w*.-]+)+$`)
)

// TestPages checks that the files and folders that the pages for people name are there.
func TestPages(t *testing.T) {
	for _, page := range []string{"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"} {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		var paths []string
		for _, m := range toPath.FindAllSubmatch(text, -1) {
			paths = append(paths, string(m[1]))
		}
		for _, m := range inCode.FindAllSubmatch(text, -1) {
			for word := range strings.FieldsSeq(string(m[1])) {
				if inPath.MatchString(word) && !strings.HasPrefix(string(m[1]), "cd ") { // there it is another module's
					paths = append(paths, word)
				}
			}
		}
		for _, path := range paths {
			if files, err := filepath.Glob(path); err != nil || len(files) == 0 {
				t.Errorf("%s names %s, which is not there", page, path)
			}
		}
	}
}
