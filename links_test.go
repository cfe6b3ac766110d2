package laut_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

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
		{"./examples/tokens", nil, all},
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
