package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A target is one fuzz test.
type target struct {
	pkg  string // the package's path in the module
	path string // its import path
	dir  string
	name string // FuzzX
}

func (t target) String() string { return t.pkg + "." + t.name }

// file is the target's name as that of a file or folder.
func (t target) file() string { return strings.ReplaceAll(t.pkg, "/", "-") + "." + t.name }

// corpus is the folder of the inputs that fuzzing found.
func (t target) corpus(dir string) string { return filepath.Join(dir, "corpus", t.pkg, t.name) }

// seeds is the folder of the inputs that go test runs.
func (t target) seeds() string { return filepath.Join(t.dir, "testdata", "fuzz", t.name) }

var declared = regexp.MustCompile(`(?m)^func (Fuzz\w*)\(\w+ \*testing\.F\)`)

// list returns the fuzz targets of the module in the working directory. They are read
// from the sources: to ask the tests would mean to compile them all.
func list(ctx context.Context) ([]target, error) {
	cmd := exec.CommandContext(ctx, "go", "list", "-json=Dir,ImportPath,Module,TestGoFiles,XTestGoFiles", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var targets []target
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Dir, ImportPath           string
			Module                    struct{ Path string }
			TestGoFiles, XTestGoFiles []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return targets, nil
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		pkg := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, p.Module.Path), "/")
		if pkg == "" {
			pkg = path.Base(p.Module.Path)
		}
		for _, name := range slices.Concat(p.TestGoFiles, p.XTestGoFiles) {
			source, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				return nil, err
			}
			for _, m := range declared.FindAllSubmatch(source, -1) {
				targets = append(targets, target{pkg, p.ImportPath, p.Dir, string(m[1])})
			}
		}
	}
}

// choose returns the targets that match a pattern, in the order of the patterns; all
// if there is none. A pattern that finds nothing new is an error: it is misspelt.
func choose(all []target, patterns []string) ([]target, error) {
	if len(patterns) == 0 {
		return all, nil
	}
	var chosen []target
	for _, p := range patterns {
		re, err := regexp.Compile(p)
		if err != nil {
			return nil, err
		}
		before := len(chosen)
		for _, t := range all {
			if re.MatchString(t.String()) && !slices.Contains(chosen, t) {
				chosen = append(chosen, t)
			}
		}
		if len(chosen) == before {
			return nil, fmt.Errorf("%s: no target more", p)
		}
	}
	return chosen, nil
}

// build compiles the tests of a target's package and returns the program's path.
func build(ctx context.Context, t target, dir, kind string, flags ...string) (string, error) {
	program := filepath.Join(dir, kind, strings.ReplaceAll(t.pkg, "/", "-")+".test")
	args := slices.Concat([]string{"test", "-c", "-o", program}, flags, []string{t.path})
	cmd := exec.CommandContext(ctx, "go", args...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return program, nil
}
