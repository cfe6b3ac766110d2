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
			err = &exec.Error{Name: string(exit.Stderr), Err: err}
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

// quotationWeights are what was learned from data for non-commercial use.
const quotationWeights = "internal/model/attribution/german.model"

// embedded are the large files that a program links if it needs them. Each begins with
// lines of its own, which would be in the binary.
var embedded = []string{
	"internal/lexicon/german.lex",
	"internal/gazetteer/names.gaz",
	"internal/model/tagger/german.model",
	"internal/model/clusters/german.clusters",
	"internal/model/ner/german.model",
	quotationWeights,
}

// linkedFiles builds a program and returns which of the embedded files are in it.
func linkedFiles(t *testing.T, pkg string) map[string]bool {
	t.Helper()
	program := testkit.Build(t, ".", pkg)
	links := make(map[string]bool)
	for _, file := range embedded {
		links[file] = testkit.Links(t, program, file)
	}
	return links
}

// TestTokensLinkNoModel holds that a program which only cuts words and stems
// them pays for neither the lexicon nor names nor models: the linker leaves the
// embedded files out.
func TestTokensLinkNoModel(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two programs")
	}
	for _, program := range []struct {
		pkg   string
		links bool
	}{
		{"./examples/tokens", false},
		{"./cmd/laut", true}, // else this test has lost its eyes
	} {
		for file, got := range linkedFiles(t, program.pkg) {
			if got != program.links {
				t.Errorf("%s links %s: %v, want %v", program.pkg, file, got, program.links)
			}
		}
	}
}

// TestRulesLinkNoQuotations holds that a program whose claims are found by rules
// links none of the weights that are not for commercial use, nor names if it asks for
// none. The programs are in testdata/links.
func TestRulesLinkNoQuotations(t *testing.T) {
	if testing.Short() {
		t.Skip("builds four programs")
	}
	const names = "internal/gazetteer/names.gaz"
	for _, program := range []struct {
		pkg           string
		with, without []string
	}{
		{"./testdata/links/read", embedded, nil}, // else this test has lost its eyes
		{"./testdata/links/rules", []string{names}, []string{quotationWeights}},
		{"./testdata/links/plain", []string{names}, []string{quotationWeights}},
		{"./testdata/links/claims", nil, []string{quotationWeights, names}},
	} {
		links := linkedFiles(t, program.pkg)
		for _, file := range program.with {
			if !links[file] {
				t.Errorf("%s does not link %s", program.pkg, file)
			}
		}
		for _, file := range program.without {
			if links[file] {
				t.Errorf("%s links %s", program.pkg, file)
			}
		}
	}
}

// TestImportDirection holds that imports point one way: laut to claims to
// entities to extract to the foundation under internal; export, web above it, the
// command and the examples stand above; what reads corpora, measures and trains is
// linked by the command at most.
func TestImportDirection(t *testing.T) {
	seen := make(map[layer]bool)
	for _, line := range goList(t, "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...") {
		from, _ := local(line[0])
		seen[layerOf(from)] = true
		for _, path := range line[1:] {
			if to, ok := local(path); ok {
				if !mayImport(from, to) {
					t.Errorf("%s imports %s", from, to)
				}
			} else if thirdParty(path) && !slices.ContainsFunc(foreign[from], func(m string) bool { return within(path, m) }) {
				t.Errorf("%s imports %s: the library stands on the standard library alone", from, path)
			}
		}
	}
	for l := foundation; l <= above; l++ {
		if !seen[l] {
			t.Errorf("no package in layer %d", l)
		}
	}
}

// foreign names the modules of others that a package may import. Tests may import more.
var foreign = map[string][]string{
	"cmd/laut":         {"golang.org/x/term"},
	"internal/webpage": {"codeberg.org/readeck/go-readability/v2", "golang.org/x/net"},
	"internal/testkit": {"github.com/google/go-cmp"},
}

// thirdParty reports whether a package is neither of this module nor of the standard library.
func thirdParty(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ".") && !within(path, module)
}

// within reports whether a package belongs to a module.
func within(path, module string) bool {
	return path == module || strings.HasPrefix(path, module+"/")
}

// TestLibraryLinksStandardLibrary holds that who imports the library links no code of
// others, by whatever way.
func TestLibraryLinksStandardLibrary(t *testing.T) {
	deps := func(packages ...string) (others []string) {
		for _, line := range goList(t, append([]string{"-deps"}, packages...)...) {
			if thirdParty(line[0]) {
				others = append(others, line[0])
			}
		}
		return others
	}
	for _, path := range deps(".", "./extract", "./entities", "./claims", "./export", "./web", "./examples/...") {
		t.Errorf("the library links %s", path)
	}
	if len(deps("./cmd/laut")) == 0 {
		t.Error("the command links no code of others: this test has lost its eyes")
	}
}

type layer int

const (
	foundation layer = iota
	extracts
	entity
	attributions
	claim
	facade
	exports
	tools // corpora, measures, training
	webs
	above // the command and the examples
)

func layerOf(pkg string) layer {
	top, rest, _ := strings.Cut(pkg, "/")
	switch top {
	case "extract":
		return extracts
	case "entities":
		return entity
	case "claims":
		return claim
	case "laut":
		return facade
	case "export":
		return exports
	case "web":
		return webs
	case "cmd", "examples":
		return above
	}
	switch name, _, _ := strings.Cut(rest, "/"); name {
	case "attribution":
		return attributions
	case "train", "corpus", "eval":
		return tools
	}
	return foundation
}

func mayImport(from, to string) bool {
	internal := strings.HasPrefix(to, "internal/")
	switch a, b := layerOf(from), layerOf(to); {
	case to == "internal/testkit": // for tests
		return false
	case to == "internal/webpage": // what reads pages links a parser of HTML
		return from == "cmd/laut"
	case strings.HasPrefix(to, "internal/train"):
		return strings.HasPrefix(from, "internal/train")
	case b == tools:
		return a == tools || from == "cmd/laut"
	case strings.HasPrefix(from, "examples/"): // like a stranger
		return !internal && b < above
	case a == foundation:
		return b == foundation
	default:
		return b < a
	}
}

// TestMayImport shows that the rule above can say no.
func TestMayImport(t *testing.T) {
	tests := []struct {
		from, to string
		want     bool
	}{
		{"laut", "claims", true},
		{"laut", "export", false},
		{"claims", "entities", true},
		{"entities", "claims", false},
		{"extract", "internal/lexicon", true},
		{"internal/lexicon", "extract", false},
		{"internal/lexicon", "internal/automaton", true},
		{"internal/eval", "claims", true},
		{"claims", "internal/eval", false},
		{"cmd/laut", "internal/eval", true},
		{"cmd/laut", "internal/train/linear", false},
		{"internal/train/gazetteer", "internal/train/automaton", true},
		{"export", "laut", true},
		{"web", "export", true},
		{"export", "web", false},
		{"web", "internal/eval", false},
		{"internal/eval", "web", false},
		{"cmd/laut", "web", true},
		{"examples/article", "web", true},
		{"examples/article", "laut", true},
		{"examples/article", "internal/lexicon", false},
		{"extract", "internal/testkit", false},
		{"cmd/laut", "internal/webpage", true},
		{"export", "internal/webpage", false},
	}
	for _, tt := range tests {
		if got := mayImport(tt.from, tt.to); got != tt.want {
			t.Errorf("mayImport(%q, %q) = %v", tt.from, tt.to, got)
		}
	}
}
