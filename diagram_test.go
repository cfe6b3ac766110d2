package laut_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// groups are folders whose packages are one box of the diagram.
var groups = []string{"examples", "internal/train"}

// flows say what goes along an arrow, from the package that makes it to the next one.
var flows = map[arrow]string{
	{"extract", "entities"}:              "Document",
	{"entities", "internal/attribution"}: "Entities",
	{"internal/attribution", "claims"}:   "Claims",
	{"laut", "export"}:                   "Article",
}

// TestDiagram holds that the diagram in ARCHITECTURE.md has each package of the module,
// and as arrows its imports; -update draws it anew. The rest of the page has to say what
// each package is for.
func TestDiagram(t *testing.T) {
	const path = "ARCHITECTURE.md"
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(b), "```mermaid\n")
	_, after, closed := strings.Cut(rest, "```\n")
	if !found || !closed {
		t.Fatalf("%s has no diagram", path)
	}
	imports := imported(t)
	for a := range flows {
		if !slices.Contains(reduced(imports), a) {
			t.Errorf("%s does not import %s any more, or by way of another package: mend flows in this file", a.to, a.from)
		}
	}
	testkit.Golden(t, path, before+"```mermaid\n"+mermaid(imports)+"```\n"+after)
	if t.Failed() {
		t.Log("go test -run Diagram -update . draws it; then say in the text what is new")
	}
	for pkg := range imports {
		if !strings.Contains(before+after, "`"+pkg+"`") && !strings.Contains(before+after, "["+pkg+"](") {
			t.Errorf("the text of %s does not say what %s is for", path, pkg)
		}
	}
}

// arrow leads from a package to one that imports it, as what it makes does.
type arrow struct{ from, to string }

// imported returns what each package of the module imports of the others. Packages of a
// group are one.
func imported(t *testing.T) map[string][]string {
	t.Helper()
	imports := make(map[string][]string)
	for _, line := range goList(t, "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...") {
		importer := box(line[0])
		all := imports[importer]
		for _, path := range line[1:] {
			if _, ok := local(path); ok && box(path) != importer {
				all = append(all, box(path))
			}
		}
		slices.Sort(all)
		imports[importer] = slices.Compact(all)
	}
	return imports
}

// box returns the name of a package of this module, or that of its group.
func box(path string) string {
	pkg, _ := local(path)
	for _, g := range groups {
		if within(pkg, g) {
			return g
		}
	}
	return pkg
}

// reduced returns the imports as arrows, without those that follow from others (the
// transitive reduction), in the order of the layers.
func reduced(imports map[string][]string) (arrows []arrow) {
	var reaches func(from, to string) bool
	reaches = func(from, to string) bool {
		return from == to || slices.ContainsFunc(imports[from], func(next string) bool { return reaches(next, to) })
	}
	for importer, all := range imports {
		for _, pkg := range all {
			if !slices.ContainsFunc(all, func(other string) bool { return other != pkg && reaches(other, pkg) }) {
				arrows = append(arrows, arrow{pkg, importer})
			}
		}
	}
	slices.SortFunc(arrows, func(a, b arrow) int {
		return cmp.Or(byLayer(a.to, b.to), byLayer(a.from, b.from))
	})
	return arrows
}

func byLayer(a, b string) int { return cmp.Or(cmp.Compare(layerOf(a), layerOf(b)), cmp.Compare(a, b)) }

// mermaid draws boxes and arrows: public packages have corners, embedded files are
// drums, all else is round.
func mermaid(imports map[string][]string) string {
	id := func(pkg string) string { return strings.ReplaceAll(pkg, "/", "_") }
	var b strings.Builder
	b.WriteString("graph TD\n")
	b.WriteString("  text>text] --> extract\n")
	for _, pkg := range slices.SortedFunc(maps.Keys(imports), byLayer) {
		open, shut := `["`, `"]`
		switch {
		case strings.HasPrefix(pkg, "internal/model/"):
			open, shut = `[("`, `")]`
		case strings.HasPrefix(pkg, "internal/"):
			open, shut = `("`, `")`
		}
		fmt.Fprintf(&b, "  %s%s%s%s\n", id(pkg), open, pkg, shut)
	}
	for _, a := range reduced(imports) {
		label := ""
		if flow := flows[a]; flow != "" {
			label = "|" + flow + "|"
		}
		fmt.Fprintf(&b, "  %s -->%s %s\n", id(a.from), label, id(a.to))
	}
	return b.String()
}

// TestReduced shows which arrows follow from others.
func TestReduced(t *testing.T) {
	got := reduced(map[string][]string{
		"claims":           {"entities", "extract", "internal/lexicon"},
		"entities":         {"extract"},
		"extract":          {"internal/lexicon"},
		"internal/lexicon": nil,
	})
	want := []arrow{{"internal/lexicon", "extract"}, {"extract", "entities"}, {"entities", "claims"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
