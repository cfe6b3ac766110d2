package licences

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// A Module is code of others that a module of this repository is built with.
type Module struct {
	Path, Version string
	Licences      []string // SPDX identifiers, of all packages in use; "?" where none was recognised
	Linked        []string // what links it: folders, and "cmd/laut" for the command
	Tested        []string // folders whose tests and tools alone need it
}

// Modules returns the modules that those of the repository at root are built with on
// Linux, sorted by path and version.
func Modules(root string) ([]*Module, error) {
	found := make(map[string]*Module)
	dirs, err := folders(root)
	if err != nil {
		return nil, err
	}
	for _, dir := range dirs {
		for _, group := range groups(dir) {
			packages, err := list(filepath.Join(root, dir), group.args)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", dir, err)
			}
			for _, p := range packages {
				if p.Module == nil || p.Module.ours() {
					continue
				}
				key := p.Module.Path + " " + p.Module.Version
				m := found[key]
				if m == nil {
					m = &Module{Path: p.Module.Path, Version: p.Module.Version}
					found[key] = m
				}
				m.use(group)
				ids, err := licenceOf(p.Dir, p.Module.Dir)
				if err != nil {
					return nil, err
				}
				if slices.Contains(ids, unknown) && readByHand[m.Path+"@"+m.Version] != nil {
					ids = readByHand[m.Path+"@"+m.Version]
				}
				m.Licences = add(m.Licences, ids...)
			}
		}
	}
	var all []*Module
	for _, m := range found {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b *Module) int {
		return strings.Compare(a.Path+" "+a.Version, b.Path+" "+b.Version)
	})
	return all, nil
}

// A group is packages of one of the repository's modules that are listed together.
type group struct {
	name   string
	args   []string
	linked bool
}

// groups returns what is linked before what only tests and tools need.
func groups(dir string) []group {
	if dir == "." { // its packages under internal are linked by those here
		return []group{
			{"the library", []string{".", "./claims", "./entities", "./export", "./extract", "./web"}, true},
			{"cmd/laut", []string{"./cmd/laut"}, true},
			{"compat/prose", []string{"./compat/prose"}, true},
			{"laut", []string{"-test", "./..."}, false},
		}
	}
	if shipped(dir) {
		return []group{{dir, []string{"./..."}, true}, {dir, []string{"-test", "./..."}, false}}
	}
	return []group{{dir, []string{"-test", "./..."}, false}}
}

// shipped reports whether a nested module is for users, and not for tests and
// measurements of this repository.
func shipped(dir string) bool {
	first, _, _ := strings.Cut(filepath.ToSlash(dir), "/")
	return !slices.Contains([]string{"bench", "internal", "testdata"}, first)
}

func (m *Module) use(g group) {
	if g.linked {
		m.Linked = add(m.Linked, g.name)
	} else if !slices.Contains(m.Linked, g.name) && !(g.name == "laut" && len(m.Linked) > 0) {
		m.Tested = add(m.Tested, g.name)
	}
}

// add inserts words into a sorted set.
func add(set []string, words ...string) []string {
	for _, w := range words {
		if i, ok := slices.BinarySearch(set, w); !ok {
			set = slices.Insert(set, i, w)
		}
	}
	return set
}

// folders returns those with a go.mod, as paths in root.
func folders(root string) (dirs []string, err error) {
	err = fs.WalkDir(os.DirFS(root), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.Name() == "go.mod":
			dirs = append(dirs, filepath.Dir(path))
		}
		return nil
	})
	return dirs, err
}

type listed struct {
	Dir    string
	Module *module
}

type module struct {
	Path, Version, Dir string
	Main               bool
}

// ours reports whether a module is of this repository.
func (m *module) ours() bool {
	const path = "github.com/laut-nlp/laut"
	return m.Main || m.Path == path || strings.HasPrefix(m.Path, path+"/")
}

// list returns the packages that others are built with. The platform is fixed: the
// report must not depend on who writes it.
func list(dir string, args []string) (packages []listed, err error) {
	cmd := exec.Command("go", append([]string{"list", "-deps", "-json=Dir,Module"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0", "GOFLAGS=")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, stderr.Bytes())
	}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		packages = append(packages, p)
	}
}

// readByHand holds licences that a person has read, because the program could not. They
// hold for one version: the next one may say something else.
var readByHand = map[string][]string{
	// The text of the licence, then what it is derived from, which is under the same.
	"github.com/jdkato/prose/v3@v3.2.3": {"MIT"},
}

var (
	licenceFile = regexp.MustCompile(`(?i)^(licen[sc]e|copying|unlicen[sc]e)([-.].*)?$`)
	notCode     = regexp.MustCompile(`\.(go|docs)$`) // license.go is code, LICENSE.docs is about documents
)

// licenceOf returns the licences of a package: those of the files nearest to it, in its
// folder or one above in the module.
func licenceOf(dir, module string) (ids []string, err error) {
	for {
		files, err := os.ReadDir(dir)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if f.IsDir() || !licenceFile.MatchString(f.Name()) || notCode.MatchString(f.Name()) {
				continue
			}
			text, err := os.ReadFile(filepath.Join(dir, f.Name()))
			if err != nil {
				return nil, err
			}
			ids = add(ids, recognise(text)...)
		}
		if len(ids) > 0 {
			return ids, nil
		}
		if dir == module || len(dir) <= len(module) {
			return []string{unknown}, nil
		}
		dir = filepath.Dir(dir)
	}
}

// unknown stands for a licence that was not recognised.
const unknown = "?"

// recognise returns the licences in a text. What is none of them, such as names and
// years, may be a quarter of it.
func recognise(text []byte) (ids []string) {
	cover := licensecheck.Scan(text)
	if cover.Percent < 75 {
		return []string{unknown}
	}
	for _, m := range cover.Match {
		if !m.IsURL {
			ids = add(ids, m.ID)
		}
	}
	return ids
}
