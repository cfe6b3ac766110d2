package licences

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/laut-nlp/laut/internal/gate/notice"
	"github.com/laut-nlp/laut/internal/testkit"
)

const root = "../../.."

func TestReport(t *testing.T) {
	modules, err := Modules(root)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	data := notice.Parse(string(text))
	for _, p := range Problems(modules, data) {
		t.Error(p)
	}
	testkit.Golden(t, filepath.Join(root, "LICENCES.md"), Report(modules, data))
}

func TestProblems(t *testing.T) {
	module := func(id string, linked ...string) []*Module {
		return []*Module{{Path: "example.org/m", Version: "v1.0.0", Licences: []string{"MIT", id}, Linked: linked}}
	}
	data := func(path, licence string) []notice.Entry {
		return []notice.Entry{{Paths: []string{path}, Text: "  Licence:   " + licence + "\n"}}
	}
	tests := []struct {
		reason  string
		modules []*Module
		data    []notice.Entry
		want    []string
	}{
		{"named is enough", module("BSD-3-Clause", "cmd/laut"), nil, nil},
		{"copyleft by the file, in tests", module("MPL-2.0"), nil, nil},
		{"copyleft by the file, linked", module("MPL-2.0", "beam"), nil, []string{"example.org/m@v1.0.0 is under MPL-2.0"}},
		{"copyleft, even in tests", module("GPL-3.0"), nil, []string{"example.org/m@v1.0.0 is under GPL-3.0"}},
		{"not recognised", module(unknown), nil, []string{"example.org/m@v1.0.0 is under ?"}},
		{"data to be shared alike", nil, data("a.model", "CC BY-SA 4.0, in LICENSE"), nil},
		{"the weights that are known to be non-commercial", nil, data(quotations, "CC BY-NC-SA 4.0, in LICENSE: NOT FOR COMMERCIAL USE."), nil},
		{"other data that is", nil, data("a.model", "CC BY-NC-SA 4.0"), []string{`a.model is under "CC BY-NC-SA 4.0"`}},
		{"no derivatives", nil, data("a.txt", "CC BY-ND 4.0"), []string{`a.txt is under "CC BY-ND 4.0"`}},
		{"nothing said", nil, []notice.Entry{{Paths: []string{"a.txt"}}}, []string{`a.txt is under ""`}},
	}
	for _, tt := range tests {
		if got := Problems(tt.modules, tt.data); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestRecognise holds that texts of licences are told apart, and that another text is
// taken for none.
func TestRecognise(t *testing.T) {
	for path, want := range map[string]string{
		"LICENSE":               "MIT",
		"testdata/stem/COPYING": "BSD-3-Clause",
		"README.md":             unknown,
	} {
		text, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			t.Fatal(err)
		}
		if got := recognise(text); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %q, want %s", path, got, want)
		}
	}
}
