package laut_test

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
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

const module = "github.com/laut-nlp/laut"

// goList runs go list and returns the fields of its lines.
func goList(t *testing.T, args ...string) [][]string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		if exit, ok := err.(*exec.ExitError); ok {
			t.Fatalf("%v\n%s", err, exit.Stderr)
		}
		t.Fatal(err)
	}
	var lines [][]string
	for line := range strings.Lines(string(out)) {
		lines = append(lines, strings.Fields(line))
	}
	return lines
}

// local returns the path of a package inside the module; false for others.
func local(path string) (string, bool) {
	if path == module {
		return "laut", true
	}
	return strings.CutPrefix(path, module+"/")
}

// tools are the packages for corpora, measures, training and tests.
var tools = []string{"internal/corpus", "internal/eval", "internal/train", "internal/testkit"}

// htmlParser is what the packages consist of that find the article in a web page.
var htmlParser = []string{
	"codeberg.org/readeck/go-readability/v2", "golang.org/x/net/html", "golang.org/x/text",
	"github.com/andybalholm/cascadia", "github.com/go-shiori/dom", "github.com/gogs/chardet", "github.com/itlightning/dateparse",
}

// TestDependencies checks that a program with the library contains the standard library
// and laut, and none of the tools; of others nothing, but for the parser if it has package
// web or webpage. The examples use nothing internal.
func TestDependencies(t *testing.T) {
	deps := func(packages ...string) (others, internal []string) {
		for _, line := range goList(t, append([]string{"-deps"}, packages...)...) {
			first, _, _ := strings.Cut(line[0], "/")
			if path, ok := local(line[0]); ok {
				internal = append(internal, path)
			} else if strings.Contains(first, ".") {
				others = append(others, line[0])
			}
		}
		return others, internal
	}
	check := func(allowed []string, packages ...string) {
		t.Helper()
		within := func(path string, trees []string) bool {
			return slices.ContainsFunc(trees, func(tree string) bool { return path == tree || strings.HasPrefix(path, tree+"/") })
		}
		others, internal := deps(packages...)
		for _, path := range others {
			if !within(path, allowed) {
				t.Errorf("%s links %s", packages, path)
			}
		}
		for _, path := range internal {
			if within(path, tools) {
				t.Errorf("%s links %s", packages, path)
			}
		}
	}
	check(nil, ".", "./extract", "./entities", "./claims", "./corpus", "./export", "./people")
	check(htmlParser, "./web", "./webpage", "./examples/...")
	const prose = "github.com/jdkato/prose/v2"
	if others, _ := deps("./cmd/laut"); len(others) == 0 || slices.Contains(others, prose) {
		t.Error("the command links prose, or nothing of others, in which case this test sees nothing")
	}
	if others, _ := deps("./compat/prose"); !slices.Contains(others, prose) {
		t.Error("compat/prose does not stand beside prose")
	}
	for _, line := range goList(t, "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./examples/...") {
		for _, path := range line[1:] {
			if strings.HasPrefix(path, module+"/internal/") {
				t.Errorf("%s imports %s, as no user can", line[0], path)
			}
		}
	}
}

const (
	lexicon   = "internal/lexicon/german.lex"
	names     = "internal/gazetteer/names.gaz"
	tags      = "internal/model/tagger/german.model"
	clusters  = "internal/model/clusters/german.clusters"
	ner       = "internal/model/ner/german.model"
	quotation = "internal/model/attribution/german.model"
)

// TestLinks checks that a program contains the embedded files that it needs and no others:
// one that only cuts words and stems them none at all, one that looks for names nothing of
// claims.
func TestLinks(t *testing.T) {
	if testing.Short() {
		t.Skip("builds three programs")
	}
	all := []string{lexicon, names, tags, clusters, ner, quotation}
	for _, c := range []struct {
		program       string
		with, without []string
	}{
		{tokensAlone, nil, all},
		{readPlainly, all, nil}, // otherwise this test sees nothing
		{namesAlone, []string{lexicon, names, tags, clusters, ner}, []string{quotation}},
	} {
		path := testkit.Build(t, ".", c.program)
		for _, file := range c.with {
			if !testkit.Links(t, path, file) {
				t.Errorf("%s is not linked by %s", file, c.program)
			}
		}
		for _, file := range c.without {
			if testkit.Links(t, path, file) {
				t.Errorf("%s is linked by %s", file, c.program)
			}
		}
	}
}

// The programs of TestLinks.
const (
	tokensAlone = `package main

import "github.com/laut-nlp/laut/extract"

func main() {
	for t := range extract.Tokens("Ja, sagte Anna Meier.") {
		println(t.Start, extract.Stem("Meier"))
	}
}
`
	readPlainly = `package main

import "github.com/laut-nlp/laut"

func main() { println(len(laut.Read("„Ja“, sagte Anna Meier.").Claims)) }
`
	namesAlone = `package main

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

func main() { println(len(entities.Extract(extract.Parse("„Ja“, sagte Anna Meier.")))) }
`
)
