package laut_test

import (
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// TestAPI checks that each change of what others can use shows in testdata/api.txt, and
// so in the diff of the change that makes it. What breaks users is told by .ci/api,
// which compares with the last release.
func TestAPI(t *testing.T) {
	files := make(map[string]string) // import path: export data
	var public []string
	for _, line := range goList(t, "-export", "-deps", "-f", "{{.ImportPath}} {{.Name}} {{.Export}}", "./...") {
		if len(line) < 3 { // package unsafe has none
			continue
		}
		files[line[0]] = line[2]
		path, ours := local(line[0])
		if ours && line[1] != "main" && !strings.HasPrefix(path, "internal/") && !strings.HasPrefix(path, "examples/") {
			public = append(public, line[0])
		}
	}
	imports := importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(files[path])
	})
	var api []string
	for _, path := range public {
		pkg, err := imports.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		api = append(api, exported(pkg)...)
	}
	slices.Sort(api)
	testkit.Golden(t, "testdata/api.txt", strings.Join(api, "\n")+"\n")
}

// exported returns a line for each exported name, field and method of a package.
func exported(pkg *types.Package) (lines []string) {
	qualifier := func(p *types.Package) string {
		if p == pkg {
			return ""
		}
		return p.Name()
	}
	line := func(format string, args ...any) {
		lines = append(lines, pkg.Name()+": "+fmt.Sprintf(format, args...))
	}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		o := scope.Lookup(name)
		if !o.Exported() {
			continue
		}
		switch o := o.(type) {
		case *types.Const:
			line("%s = %s", types.ObjectString(o, qualifier), o.Val())
		case *types.TypeName:
			line("type %s %s", name, kind(o.Type(), qualifier))
			if s, ok := o.Type().Underlying().(*types.Struct); ok {
				for f := range s.Fields() {
					if f.Exported() {
						line("type %s, %s", name, types.ObjectString(f, qualifier))
					}
				}
			}
			for m := range methods(o.Type()).Methods() {
				if m.Obj().Exported() {
					line("type %s, %s", name, types.ObjectString(m.Obj(), qualifier))
				}
			}
		default:
			line("%s", types.ObjectString(o, qualifier))
		}
	}
	return lines
}

// kind tells what a type is made of; a struct's fields have lines of their own.
func kind(t types.Type, qualifier types.Qualifier) string {
	if _, ok := t.Underlying().(*types.Struct); ok {
		return "struct"
	}
	return types.TypeString(t.Underlying(), qualifier)
}

// methods returns those that a variable of the type has, also of what it embeds.
func methods(t types.Type) *types.MethodSet {
	if types.IsInterface(t) {
		return types.NewMethodSet(t)
	}
	return types.NewMethodSet(types.NewPointer(t))
}

// TestDiagram checks that the diagram in ARCHITECTURE.md has each package of the module, and
// its imports as arrows from the imported package; -update draws it anew. Arrows that
// follow from others are left out. The text has to say what each package is for.
func TestDiagram(t *testing.T) {
	const path = "ARCHITECTURE.md"
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(page), "```mermaid\n")
	_, after, closed := strings.Cut(rest, "```\n")
	if !found || !closed {
		t.Fatalf("%s has no diagram", path)
	}
	var boxes, arrows strings.Builder
	below := make(map[string][]string) // all that a box stands on
	for _, b := range imports(t) {
		shape := `%s["%s"]`
		switch {
		case strings.HasPrefix(b.name, "internal/model/"):
			shape = `%s[("%s")]`
		case strings.HasPrefix(b.name, "internal/"):
			shape = `%s("%s")`
		}
		fmt.Fprintf(&boxes, "  "+shape+"\n", id(b.name), b.name)
		for _, to := range b.imports {
			below[b.name] = append(below[b.name], below[to]...)
		}
		for _, to := range b.imports {
			if !slices.Contains(below[b.name], to) {
				fmt.Fprintf(&arrows, "  %s --> %s\n", id(to), id(b.name))
			}
		}
		below[b.name] = append(below[b.name], b.imports...)
		if !strings.Contains(before+after, "`"+b.name+"`") && !strings.Contains(before+after, "["+b.name+"](") {
			t.Errorf("the text of %s does not say what %s is for", path, b.name)
		}
	}
	testkit.Golden(t, path, before+"```mermaid\ngraph TD\n"+boxes.String()+arrows.String()+"```\n"+after)
}

// A box of the diagram is a package, or a folder of packages, with the boxes it imports.
type box struct {
	name    string
	imports []string
}

// imports returns the boxes of the module, each after those that it imports.
func imports(t *testing.T) (boxes []box) {
	t.Helper()
	name := func(path string) string {
		for _, folder := range []string{"examples", "internal/train"} {
			if strings.HasPrefix(path, folder+"/") {
				return folder
			}
		}
		return path
	}
	for _, line := range goList(t, "-deps", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...") {
		from, ok := local(line[0])
		if !ok {
			continue
		}
		at := slices.IndexFunc(boxes, func(b box) bool { return b.name == name(from) })
		b := box{name: name(from)}
		if at >= 0 { // the last package of a folder tells its place
			b = boxes[at]
			boxes = slices.Delete(boxes, at, at+1)
		}
		for _, path := range line[1:] {
			if to, ok := local(path); ok && name(to) != b.name && !slices.Contains(b.imports, name(to)) {
				b.imports = append(b.imports, name(to))
			}
		}
		boxes = append(boxes, b)
	}
	return boxes
}

func id(pkg string) string { return strings.ReplaceAll(pkg, "/", "_") }
