// Command vulnerabilities looks for known vulnerabilities in what the modules of this
// repository depend on. It ends with 1 if their code, or that of their tests, reaches
// one.
//
//	go run ./internal/gate/vulnerabilities
//
// The vulnerability database comes from the module proxy, as the newest version of
// golang.org/x/vulndb, of which govulncheck reads the folder data/osv. Without the
// proxy there is no database, and the command ends with 1: what was not looked at is
// not reported as sound.
//
// Each module is looked at twice at most. Which vulnerable packages are imported is
// known in seconds; only if there are some, the calls are followed, which takes longer.
// A vulnerability of the standard library is the installed Go's and not this
// repository's: it is printed with the version of Go that mends it, and passes. So does
// one in a package that is imported or a module that is required, where no call reaches
// it.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

const (
	database = "golang.org/x/vulndb@latest"
	// That govulncheck reads a folder of entries without an index is not written
	// anywhere, so its version is fixed; see read, which holds that entries came.
	govulncheck = "golang.org/x/vuln/cmd/govulncheck@v1.9.0"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("vulnerabilities: ")
	start := time.Now()
	db, err := download()
	if err != nil {
		log.Fatalf("no vulnerability database: %v", err)
	}
	modules, err := modules(".")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("database:", filepath.Base(db))
	reached := 0
	for _, dir := range modules {
		report, err := check(dir, filepath.Join(db, "data", "osv"))
		if err != nil {
			log.Fatalf("%s: %v", dir, err)
		}
		fmt.Print(report.text(dir))
		reached += report.reached()
	}
	fmt.Printf("%d modules, %d reached, %.0f s\n", len(modules), reached, time.Since(start).Seconds())
	if reached > 0 {
		os.Exit(1)
	}
}

// download returns the folder of the newest database. It runs outside this module,
// whose go.sum is not to change.
func download() (string, error) {
	cmd := exec.Command("go", "mod", "download", "-json", database)
	cmd.Dir = os.TempDir()
	out, err := cmd.Output()
	var got struct{ Dir, Error string }
	if jerr := json.Unmarshal(out, &got); jerr == nil && got.Error != "" {
		return "", errors.New(got.Error)
	}
	if err != nil {
		return "", said(err)
	}
	return got.Dir, nil
}

// modules returns the folders with a go.mod.
func modules(root string) (dirs []string, err error) {
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.Name() == "go.mod":
			dirs = append(dirs, filepath.Dir(path))
		}
		return nil
	})
	return dirs, err
}

// check scans one module.
func check(dir, osv string) (*report, error) {
	r, err := scan(dir, osv, "package")
	if err == nil && r.imported() > 0 {
		r, err = scan(dir, osv, "symbol")
	}
	return r, err
}

// patience is how long the calls of a module are followed. Those of Beam's tests take ten
// minutes and 7 GB: there it is quicker to take the version that mends the vulnerability.
const patience = 5 * time.Minute

func scan(dir, osv, level string) (*report, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "go", "run", govulncheck, "-db", "file://"+filepath.ToSlash(osv), "-test", "-scan", level, "-format", "json", "./...")
	cmd.Dir = dir
	cmd.WaitDelay = time.Second // go run leaves a child that holds the output
	out, err := cmd.Output()
	if ctx.Err() != nil {
		return nil, fmt.Errorf("govulncheck -scan %s took more than %v", level, patience)
	}
	if err != nil {
		return nil, said(err)
	}
	return read(bytes.NewReader(out))
}

// said is what a command said on standard error, where it said something.
func said(err error) error {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && len(exit.Stderr) > 0 {
		return fmt.Errorf("%w\n%s", err, exit.Stderr)
	}
	return err
}
