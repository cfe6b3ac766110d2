package said

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestLinks holds that a program of these packages contains no weights that are not for
// commercial use, unless it calls laut.Read.
func TestLinks(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two programs")
	}
	weights, err := os.ReadFile("../../../internal/model/attribution/german.model")
	if err != nil {
		t.Fatal(err)
	}
	sample := weights[len(weights)/2 : len(weights)/2+256]
	for _, c := range []struct {
		why, call string
		want      bool
	}{
		{"claims by rules", "r, _ := laut.New(); fmt.Println(said.ClaimsOf(\"\", r.Read(\"\")), said.Mapping(), news.Analyzer)", false},
		{"laut.Read, which shows that they would be seen", "fmt.Println(said.ClaimsOf(\"\", laut.Read(\"\")), said.Mapping(), news.Analyzer)", true},
	} {
		dir, err := os.MkdirTemp("..", "links") // inside the module
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		program := "package main\n\nimport (\n\t\"fmt\"\n\n\t\"github.com/laut-nlp/laut\"\n\t\"github.com/laut-nlp/laut/compat/bleve/news\"\n\t\"github.com/laut-nlp/laut/compat/bleve/said\"\n)\n\nfunc main() { " + c.call + " }\n"
		if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(program), 0o666); err != nil {
			t.Fatal(err)
		}
		binary := filepath.Join(t.TempDir(), "program")
		if out, err := exec.Command("go", "build", "-o", binary, "./"+dir).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		b, err := os.ReadFile(binary)
		if err != nil {
			t.Fatal(err)
		}
		if got := bytes.Contains(b, sample); got != c.want {
			t.Errorf("%s: contains the weights: %v", c.why, got)
		}
	}
}
