package laut_test

import (
	"fmt"
	"go/constant"
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

// TestAPI holds that each change of what others can use shows in testdata/api.txt, and
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

// TestExported shows that a change of a signature, a field and a constant each shows,
// and that nothing unexported does.
func TestExported(t *testing.T) {
	pkg := types.NewPackage("example.org/p", "p")
	field := func(name string) *types.Var {
		return types.NewField(token.NoPos, pkg, name, types.Typ[types.Int], false)
	}
	named := types.NewNamed(types.NewTypeName(token.NoPos, pkg, "T", nil), types.NewStruct([]*types.Var{field("N"), field("n")}, nil), nil)
	receiver := types.NewParam(token.NoPos, pkg, "t", types.NewPointer(named))
	signature := func(recv *types.Var) *types.Signature {
		return types.NewSignatureType(recv, nil, nil, nil, types.NewTuple(types.NewParam(token.NoPos, pkg, "", named)), false)
	}
	named.AddMethod(types.NewFunc(token.NoPos, pkg, "M", signature(receiver)))
	named.AddMethod(types.NewFunc(token.NoPos, pkg, "m", signature(receiver)))
	for _, o := range []types.Object{
		named.Obj(),
		types.NewFunc(token.NoPos, pkg, "F", signature(nil)),
		types.NewFunc(token.NoPos, pkg, "f", signature(nil)),
		types.NewConst(token.NoPos, pkg, "C", types.Typ[types.Int], constant.MakeInt64(3)),
	} {
		pkg.Scope().Insert(o)
	}
	want := []string{
		"p: const C int = 3",
		"p: func F() T",
		"p: type T struct",
		"p: type T, field N int",
		"p: type T, func (*T).M() T",
	}
	got := exported(pkg)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}
