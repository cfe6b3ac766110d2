package laut_test

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/doc"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDocs holds that each package and each exported name has a comment that begins with
// the name, as go doc expects, and that the links in comments lead somewhere.
func TestDocs(t *testing.T) {
	names := 0
	for _, line := range goList(t, "-f", "{{.ImportPath}} {{.Dir}}", "./...") {
		path, dir := line[0], strings.Join(line[1:], " ")
		pkg := documented(t, path, dir)
		begin := "Package " + pkg.Name + " "
		if pkg.Name == "main" {
			begin = "" // commands begin as they like
		}
		if pkg.Doc == "" || !strings.HasPrefix(pkg.Doc, begin) {
			t.Errorf("the doc of %s does not begin with %q", path, begin)
		}
		each(pkg, func(name, text string, group bool) {
			names++
			if text == "" || !group && !begins(text, name[strings.LastIndex(name, ".")+1:]) {
				t.Errorf("%s: the comment of %s does not begin with the name: %.40q", path, name, text)
			}
			for _, link := range dangling(pkg, text) {
				t.Errorf("%s: the comment of %s links to %s, which is nothing there", path, name, link)
			}
		})
		for _, link := range dangling(pkg, pkg.Doc) {
			t.Errorf("%s: the package doc links to %s, which is nothing there", path, link)
		}
	}
	if names < 300 {
		t.Errorf("only %d exported names were found", names)
	}
}

// documented reads the docs of a package as this system builds it.
func documented(t *testing.T, path, dir string) *doc.Package {
	t.Helper()
	b, err := build.ImportDir(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	fset := token.NewFileSet()
	for _, name := range b.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(dir, name), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	pkg, err := doc.NewFromFiles(fset, files, path)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

// each calls f with the exported names of a package and their comments. A group is
// several constants or variables under one comment.
func each(pkg *doc.Package, f func(name, text string, group bool)) {
	values := func(vs []*doc.Value) {
		for _, v := range vs {
			f(v.Names[0], v.Doc, len(v.Names) > 1)
		}
	}
	funcs := func(of string, fs []*doc.Func) {
		for _, fn := range fs {
			f(of+fn.Name, fn.Doc, false)
		}
	}
	values(pkg.Consts)
	values(pkg.Vars)
	funcs("", pkg.Funcs)
	for _, typ := range pkg.Types {
		f(typ.Name, typ.Doc, false)
		values(typ.Consts)
		values(typ.Vars)
		funcs("", typ.Funcs)
		funcs(typ.Name+".", typ.Methods)
	}
}

// begins reports whether a comment begins with a name, after an article at most.
func begins(text, name string) bool {
	for _, article := range []string{"A ", "An ", "The "} {
		text = strings.TrimPrefix(text, article)
	}
	rest, ok := strings.CutPrefix(text, name)
	return ok && (rest == "" || strings.ContainsAny(rest[:1], " ,.;:\n'"))
}

var link = regexp.MustCompile(`\[\*?[A-Za-z][\w./]*\]`)

// dangling returns what stands in brackets like a link, and is none. Code is passed over.
func dangling(pkg *doc.Package, text string) (links []string) {
	var inText func(ts []comment.Text)
	inText = func(ts []comment.Text) {
		for _, t := range ts {
			switch t := t.(type) {
			case comment.Plain:
				links = append(links, link.FindAllString(string(t), -1)...)
			case *comment.Link:
				inText(t.Text)
			}
		}
	}
	var inBlocks func(bs []comment.Block)
	inBlocks = func(bs []comment.Block) {
		for _, b := range bs {
			switch b := b.(type) {
			case *comment.Paragraph:
				inText(b.Text)
			case *comment.Heading:
				inText(b.Text)
			case *comment.List:
				for _, item := range b.Items {
					inBlocks(item.Content)
				}
			}
		}
	}
	inBlocks(pkg.Parser().Parse(text).Content)
	return links
}

// TestSizes holds that docs tell how large the embedded files are. A rebuilt file changes
// its size: mend the doc.
func TestSizes(t *testing.T) {
	const (
		lexicon     = "internal/lexicon/german.lex"
		names       = "internal/gazetteer/names.gaz"
		tagger      = "internal/model/tagger/german.model"
		clusters    = "internal/model/clusters/german.clusters"
		ner         = "internal/model/ner/german.model"
		attribution = quotationWeights
	)
	size := func(unit float64, patterns ...string) (sum float64) {
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
				sum += float64(info.Size()) / unit
			}
		}
		return sum
	}
	kib := func(patterns ...string) float64 { return size(1<<10, patterns...) }
	mib := func(patterns ...string) float64 { return size(1<<20, patterns...) }
	kb := func(patterns ...string) float64 { return size(1e3, patterns...) }
	mb := func(patterns ...string) float64 { return size(1e6, patterns...) }
	tests := []struct {
		file string
		want string
	}{
		{"doc.go", fmt.Sprintf("word forms (%.0f KiB)", kib(lexicon))},
		{"doc.go", fmt.Sprintf("the names (%.0f KiB)", kib(names))},
		{"doc.go", fmt.Sprintf("speech and names (%.1f and %.1f MiB)", mib(tagger), mib(ner))},
		{"doc.go", fmt.Sprintf("word clusters (%.1f MiB)", mib(clusters))},
		{"doc.go", fmt.Sprintf("packages add %.0f KiB", kib("extract/words/*", "internal/*/words/*"))},
		{"doc.go", fmt.Sprintf("models of claims (%.1f MiB)", mib(attribution))},
		{"extract/doc.go", fmt.Sprintf("to be edited, %.0f kB together", kb("extract/words/*"))},
		{"extract/doc.go", fmt.Sprintf("words/abbreviations.txt (%.1f kB", kb("extract/words/abbreviations.txt"))},
		{"extract/doc.go", fmt.Sprintf("words/starters.txt (%.1f kB)", kb("extract/words/starters.txt"))},
		{"extract/doc.go", fmt.Sprintf("words/furniture.txt (%.1f kB)", kb("extract/words/furniture.txt"))},
		{"extract/doc.go", fmt.Sprintf("internal/lexicon (%.0f KiB)", kib(lexicon))},
		{"extract/doc.go", fmt.Sprintf("internal/model/tagger (%.1f MiB)", mib(tagger))},
		{"claims/doc.go", fmt.Sprintf("words/cues.txt (%.0f KiB)", kib("internal/saying/words/cues.txt"))},
		{"claims/doc.go", fmt.Sprintf("speakers.txt (%.0f KiB)", kib("internal/who/words/speakers.txt"))},
		{"claims/doc.go", fmt.Sprintf("internal/model/attribution, %.1f MiB", mib(attribution))},
		{"internal/lexicon/doc.go", fmt.Sprintf("german.lex, %.0f KiB", kib(lexicon))},
		{"internal/gazetteer/gazetteer.go", fmt.Sprintf("names.gaz, %.0f KiB", kib(names))},
		{"internal/ner/doc.go", fmt.Sprintf("The model has %.2f MB, the clusters %.2f MB", mb(ner), mb(clusters))},
		{"internal/model/tagger/model.go", fmt.Sprintf("german.model, %.2f MiB", mib(tagger))},
		{"internal/model/clusters/clusters.go", fmt.Sprintf("german.clusters, %.0f KiB", kib(clusters))},
		{"internal/model/ner/model.go", fmt.Sprintf("german.model, %.2f MiB", mib(ner))},
	}
	for _, tt := range tests {
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
