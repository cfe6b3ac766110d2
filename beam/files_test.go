package lautbeam

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/passert"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/export"
)

// put writes files below a folder; a name that ends in .gz is written with gzip.
func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if strings.HasSuffix(name, ".gz") {
			content = packed(content)
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func packed(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

// all returns the files below a folder, unpacked, by their names.
func all(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err == nil && strings.HasSuffix(path, ".gz") {
			var z *gzip.Reader
			if z, err = gzip.NewReader(bytes.NewReader(b)); err == nil {
				b, err = io.ReadAll(z)
			}
		}
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(b)
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return files
}

// TestFiles reads a small corpus with each kind of file, twice: the second time some of the
// outputs are there.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{
		"in/a/1.jsonl":    "\uFEFF{\"id\":\"x\",\"text\":\"Ja.\"}\n\n{\"text\":\"Nein.\"}\n{\"id\":\"z\"\n{\"id\":\"y\",\"text\":\"Doch.\"}",
		"in/a/2.jsonl.gz": strings.Repeat(`{"id":"g","text":"Aus gepackten Zeilen."}`+"\n", 2000),
		"in/b/1.jsonl":    "",
		"in/b/[1].jsonl":  `{"id":"k","text":"Der Name ist ein Muster."}` + "\n",
		"dead/b/1.jsonl":  "of an earlier run\n",
		// What a killed run left:
		"out/a/1.jsonl.part-XYZ": `{"id":"x","te`,
	})
	cut := packed(`{"id":"c","text":"Vor dem Schaden."}` + "\n")
	if err := os.WriteFile(filepath.Join(dir, "in/b/cut.jsonl.gz"), []byte(cut[:len(cut)-8]), 0o644); err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.ToSlash(filepath.Join(dir, "in", name)) }
	line := func(id, text string) string {
		return written(t, export.JSONLines{}, export.StringID(id), text) + "\n"
	}
	want := map[string]string{
		"a/1.jsonl":      line("x", "Ja.") + line(in("a/1.jsonl")+":3", "Nein.") + line("y", "Doch."),
		"a/2.jsonl.gz":   strings.Repeat(line("g", "Aus gepackten Zeilen."), 2000),
		"b/1.jsonl":      "", // all its articles are there: none
		"b/[1].jsonl":    line("k", "Der Name ist ein Muster."),
		"b/cut.jsonl.gz": line("c", "Vor dem Schaden."),
	}
	wantDead := map[string]string{
		"a/1.jsonl":      `{"where":"` + in("a/1.jsonl") + `:4","error":"broken JSON at byte 9: unexpected end of JSON input","line":"{\"id\":\"z\""}` + "\n",
		"b/cut.jsonl.gz": `{"where":"` + in("b/cut.jsonl.gz") + `","error":"the gzip file is cut off"}` + "\n",
	}
	p := Paths{Input: dir + "/in/*/*.jsonl*", Output: dir + "/out", DeadLetters: dir + "/dead"}
	run := func() beam.PipelineResult {
		return ptest.BuildAndRun(t, func(s beam.Scope) {
			passert.Count(s, Files(s, Options{}, p), "outputs", len(want))
		})
	}
	check := func() {
		t.Helper()
		if diff := cmp.Diff(want, all(t, p.Output)); diff != "" {
			t.Errorf("outputs (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(wantDead, all(t, p.DeadLetters)); diff != "" {
			t.Errorf("dead letters (-want +got):\n%s", diff)
		}
	}
	checkCounters(t, run(), map[string]int64{"articles": 2005, "claims": 0, "failures": 2})
	check()

	// A resumed run takes what is there as it is, and reads the rest.
	p.Resume = true
	want["a/2.jsonl.gz"] = "as it is\n"
	put(t, p.Output, map[string]string{"a/2.jsonl.gz": want["a/2.jsonl.gz"]})
	if err := os.Remove(filepath.Join(p.Output, "a/1.jsonl")); err != nil {
		t.Fatal(err)
	}
	checkCounters(t, run(), map[string]int64{"articles": 3, "claims": 0, "failures": 1, "files_done_before": 4})
	check()
}

// A pattern that matches nothing is a slip of the finger, and not an empty corpus.
func TestFilesNone(t *testing.T) {
	dir := t.TempDir()
	p, s := beam.NewPipelineWithRoot()
	Files(s, Options{}, Paths{Input: dir + "/*.jsonl", Output: dir + "/out", DeadLetters: dir + "/dead"})
	if err := ptest.Run(p); err == nil || !strings.Contains(err.Error(), "no files matching pattern") {
		t.Errorf("error %v", err)
	}
}

func TestPathsCheck(t *testing.T) {
	tests := []struct {
		p      Paths
		err    string
		reason string
	}{
		{Paths{Input: "in/*.jsonl", Output: "out", DeadLetters: "dead/"}, "", "three folders"},
		{Paths{Input: "gs://b/in/*.jsonl", Output: "gs://b/out", DeadLetters: "gs://b/dead"}, "", "of another file system"},
		{Paths{Input: "in/*.jsonl", Output: "out"}, "need a path each", "dead letters have to go somewhere"},
		{Paths{Input: "in/*.jsonl", Output: "out", DeadLetters: "./out/"}, "are both in", "an output would take the place of dead letters"},
		{Paths{Input: "./in/*.jsonl", Output: "in/", DeadLetters: "dead"}, "would be replaced", "an output would take the place of its input"},
		{Paths{Input: "*.jsonl", Output: "out", DeadLetters: "."}, "would be replaced", "a pattern without a folder is in this one"},
	}
	for _, tt := range tests {
		if err := tt.p.Check(); (err == nil) != (tt.err == "") || err != nil && !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%s: error %v", tt.reason, err)
		}
	}
}

func TestPathsOf(t *testing.T) {
	tests := []struct{ input, in, out, reason string }{
		{"in/*/a-*.jsonl", "in/2024/a-1.jsonl", "out/2024/a-1.jsonl", "folders below the pattern stay"},
		{"./in//*.jsonl", "in/a.jsonl", "out/a.jsonl", "the local file system cleans names"},
		{"gs://b/in/x[12].jsonl", "gs://b/in/x1.jsonl", "out/x1.jsonl", "a wildcard in the name only"},
		{"in/a.jsonl.gz", "in/a.jsonl.gz", "out/a.jsonl.gz", "no wildcard"},
		{"*.jsonl", "a.jsonl", "out/a.jsonl", "no folder"},
		{"in/*.jsonl", "elsewhere/a.jsonl", "", "what the pattern cannot match"},
	}
	for _, tt := range tests {
		out, dead, err := Paths{Input: tt.input, Output: "out", DeadLetters: "dead/"}.of(tt.in)
		if out != tt.out || (err != nil) != (tt.out == "") || err == nil && dead != "dead"+strings.TrimPrefix(tt.out, "out") {
			t.Errorf("%s: %q, %q, %v", tt.reason, out, dead, err)
		}
	}
}
