package germanprose_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/testkit"
)

// report is a program that was written for prose.
const report = "testdata/report/main.go"

// build builds the program as it is, or with one constructor changed, and returns the file.
func build(t *testing.T, german bool) string {
	t.Helper()
	dir := t.TempDir()
	args := []string{"build", "-o", filepath.Join(dir, "report")}
	if german {
		args = append(args, "-overlay", overlay(t, dir))
	}
	if out, err := exec.Command("go", append(args, "./"+filepath.Dir(report))...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, "report")
}

// overlay writes the program with the constructor changed, and nothing else but the import
// that this takes, and returns the file that tells the go command so.
func overlay(t *testing.T, dir string) string {
	t.Helper()
	b, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	source := string(b)
	if strings.Count(source, "prose.NewDocument(") != 1 {
		t.Fatal("the program does not call the constructor once")
	}
	source = strings.Replace(source, "prose.NewDocument(", "germanprose.NewDocument(", 1)
	source = strings.Replace(source, "import (", "import (\n\tgermanprose \"github.com/laut-nlp/laut/compat/prose\"", 1)
	changed := filepath.Join(dir, "main.go")
	if err := os.WriteFile(changed, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	path, err := filepath.Abs(report)
	if err != nil {
		t.Fatal(err)
	}
	b, err = json.Marshal(map[string]map[string]string{"Replace": {path: changed}})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(file, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestOneProgram runs a program that was written for prose over English, and with one
// constructor changed over German. The texts say about the same.
func TestOneProgram(t *testing.T) {
	for _, run := range []struct {
		language string
		german   bool
	}{
		{"english", false},
		{"german", true},
	} {
		t.Run(run.language, func(t *testing.T) {
			program := exec.Command(build(t, run.german))
			text, err := os.Open("testdata/report/" + run.language + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			defer text.Close()
			program.Stdin = text
			out, err := program.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			testkit.Golden(t, "testdata/report/"+run.language+".golden", string(out))
		})
	}
}

// TestLicence holds that the program which reads German links nothing that was learned from
// data for non-commercial use. It does link the names, else this test has lost its eyes; so
// does laut.Read link the weights.
func TestLicence(t *testing.T) {
	const (
		names   = "internal/gazetteer/names.gaz"
		weights = "internal/model/attribution/german.model"
	)
	read := testkit.Build(t, "../..", "./testdata/links/read")
	report := build(t, true)
	for _, tt := range []struct {
		program, file string
		want          bool
	}{
		{report, names, true},
		{report, weights, false},
		{read, weights, true},
	} {
		if got := testkit.Links(t, tt.program, "../../"+tt.file); got != tt.want {
			t.Errorf("%s links %s: %v, want %v", tt.program, tt.file, got, tt.want)
		}
	}
}
