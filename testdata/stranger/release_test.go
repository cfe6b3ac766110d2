package stranger_test

import (
	"archive/zip"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const (
	root   = "../.."
	module = "github.com/laut-nlp/laut"
)

// TestRelease does what happens once the version that CHANGELOG.md names last is tagged:
// a stranger installs the command, and gets the library and each module beside it into a
// module of their own. Go fetches all of it from a repository, made here of the working
// tree, with the tags of a release; what others wrote comes from where it always does.
func TestRelease(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command and programs anew")
	}
	version := lastVersion(t)
	r := newRelease(t, version)

	r.run(t, r.dir, "go", "install", module+"/cmd/laut@"+version)
	command := filepath.Join(r.dir, "bin", "laut")
	if got := r.run(t, r.dir, command, "-version"); !strings.HasPrefix(got, "laut "+version+" ") {
		t.Errorf("-version prints %q", got)
	}
	article, err := filepath.Abs(filepath.Join(root, "testdata/articles/hafen.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if got := r.run(t, r.dir, command, "-format", "lines", article); !strings.Contains(got, "Katharina Brandt") {
		t.Errorf("the article reads\n%s", got)
	}
	r.checkZip(t, version)

	for _, dir := range append([]string{"", "compat/prose"}, modulesBeside(t)...) {
		path := strings.TrimSuffix(module+"/"+dir, "/")
		t.Run(path, func(t *testing.T) {
			stranger := t.TempDir()
			r.run(t, stranger, "go", "mod", "init", "example.com/release")
			r.run(t, stranger, "go", "get", path+"@"+version)
			r.run(t, stranger, "go", "list", "-deps", path) // all is there that it imports
			if dir == "" {
				r.run(t, stranger, "go", "build", path) // the others' own tests build them
			}
			if got := r.run(t, stranger, "go", "list", "-m", "-f", "{{.Version}}", module); got != version+"\n" {
				t.Errorf("%s takes laut %s along", path, got)
			}
		})
	}
}

// lastVersion returns the version on top of CHANGELOG.md.
func lastVersion(t *testing.T) string {
	t.Helper()
	changes, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`(?m)^## (?:v|\[)?(\d+\.\d+\.\d+)`).FindSubmatch(changes)
	if m == nil {
		t.Fatal("CHANGELOG.md names no version")
	}
	return "v" + string(m[1])
}

// published are the modules that are tagged with the library, by their folders. What else
// has a go.mod is for this repository alone.
var published = regexp.MustCompile(`^(beam|compat/\w+)$`)

// modulesBeside returns the folders of the modules that are released with the library.
func modulesBeside(t *testing.T) (dirs []string) {
	t.Helper()
	for _, pattern := range []string{"*/go.mod", "*/*/go.mod"} {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			dir, _ := filepath.Rel(root, filepath.Dir(file))
			if dir = filepath.ToSlash(dir); published.MatchString(dir) {
				dirs = append(dirs, dir)
			}
		}
	}
	return dirs
}

// TestModulesBeside holds what a release asks of the files go.mod. Who depends on a
// module does not see its replacements, so the version that it requires has to be the
// one that is tagged with it; and go install refuses a module that replaces anything.
func TestModulesBeside(t *testing.T) {
	main, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"replace", "exclude"} {
		if regexp.MustCompile(`(?m)^` + word + `\b`).Match(main) {
			t.Errorf("go.mod has %s: go install %s/cmd/laut@latest would refuse it", word, module)
		}
	}
	version := lastVersion(t)
	required := regexp.MustCompile(`(?m)^(?:require )?\s*` + regexp.QuoteMeta(module) + ` (v\S+)`)
	for _, dir := range modulesBeside(t) {
		file, err := os.ReadFile(filepath.Join(root, dir, "go.mod"))
		if err != nil {
			t.Fatal(err)
		}
		switch m := required.FindSubmatch(file); {
		case !bytes.HasPrefix(file, []byte("module "+module+"/"+dir+"\n")):
			t.Errorf("%s/go.mod is not that of %s/%s", dir, module, dir)
		case m == nil || string(m[1]) != version:
			t.Errorf("%s/go.mod requires not laut %s: go mod edit -require=%s@%s", dir, version, module, version)
		}
	}
}

// release is a repository with the tags of a version, and what a stranger's go needs to
// find it under its address.
type release struct {
	dir string
	env []string
}

func newRelease(t *testing.T, version string) *release {
	t.Helper()
	dir := t.TempDir()
	repository := filepath.Join(dir, "repository")
	r := &release{dir: dir, env: append(os.Environ(),
		"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=laut", "GIT_AUTHOR_EMAIL=laut@example.com",
		"GIT_COMMITTER_NAME=laut", "GIT_COMMITTER_EMAIL=laut@example.com",
		"GIT_CONFIG_COUNT=1",
		"GIT_CONFIG_KEY_0=url.file://"+filepath.ToSlash(repository)+".insteadOf",
		"GIT_CONFIG_VALUE_0=https://"+module,
		"GIT_ALLOW_PROTOCOL=file:https", "GOVCS=*:git",
		"GOBIN="+filepath.Join(dir, "bin"),
		"GOWORK=off", "GOFLAGS=-modcacherw -mod=mod -trimpath",
		"GOMODCACHE="+filepath.Join(dir, "modules"),
	)}
	// The modules of others lie in the cache that this test was built from, where their
	// checksums were verified; go falls back to the proxy for those that do not.
	out, err := exec.Command("go", "env", "GOMODCACHE", "GOPROXY").Output()
	if err != nil {
		t.Fatal(err)
	}
	cache, proxy, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	r.env = append(r.env, "GONOPROXY="+module, "GOSUMDB=off",
		"GOPROXY=file://"+filepath.ToSlash(filepath.Join(cache, "cache/download"))+","+proxy)

	here := &release{env: os.Environ()} // with the user's own settings of git
	for name := range strings.SplitSeq(here.run(t, root, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"), "\x00") {
		b, err := os.ReadFile(filepath.Join(root, name))
		if name == "" || os.IsNotExist(err) { // removed and not yet committed
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(repository, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r.run(t, repository, "git", "init", "--quiet")
	r.run(t, repository, "git", "add", "--all", "--force")
	r.run(t, repository, "git", "commit", "--quiet", "--message", "a release")
	r.run(t, repository, "git", "tag", version)
	for _, dir := range modulesBeside(t) {
		r.run(t, repository, "git", "tag", dir+"/"+version)
	}
	return r
}

// run runs a program and returns its standard output.
func (r *release) run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	c := exec.Command(name, args...)
	c.Dir, c.Env = dir, r.env
	var errs strings.Builder
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, errs.String())
	}
	return string(out)
}

// checkZip looks at the file that every user of the library downloads.
func (r *release) checkZip(t *testing.T, version string) {
	t.Helper()
	path := filepath.Join(r.dir, "modules/cache/download", module, "@v", version+".zip")
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	has := make(map[string]bool)
	for _, f := range z.File {
		has[strings.TrimPrefix(f.Name, module+"@"+version+"/")] = true
	}
	for _, want := range []string{"LICENSE", "NOTICE", "internal/model/attribution/LICENSE"} {
		if !has[want] {
			t.Errorf("the module has no %s", want)
		}
	}
	for _, dir := range slices.Concat(modulesBeside(t), []string{"bench", "testdata/stranger"}) {
		for name := range has {
			if strings.HasPrefix(name, dir+"/") {
				t.Errorf("the module has %s of another module", name)
			}
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s %s: %d files, %.1f MB packed", module, version, len(has), float64(info.Size())/1e6)
	if info.Size() > 20e6 {
		t.Errorf("%d bytes: every user downloads them", info.Size())
	}
}
