package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A run that was killed leaves the beginning of its output, cut anywhere. Resumed, it ends
// as if nothing had happened.
func TestResumeAtEveryByte(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl")
	const input = `{"id":"ä \"1\"","text":"Ja. <b>"}
{"id":2,"text":"Nein.\u2028"}
{"id":"ä \"1\"","text":"Doch."}
{"id":"2","text":""}
{"text":"Ohne."}
`
	if err := os.WriteFile(in, []byte(input), 0o666); err != nil {
		t.Fatal(err)
	}
	resume := func() string {
		t.Helper()
		var errs strings.Builder
		if status := run([]string{"-resume", "-format", "jsonl", "-o", out, in}, nil, io.Discard, &errs); status != done {
			t.Fatalf("status %d, %s", status, errs.String())
		}
		got, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return string(got)
	}
	want := resume()
	if strings.Count(want, "\n") != 5 {
		t.Fatalf("the run wrote\n%s", want)
	}
	for n := range len(want) + 1 {
		if err := os.WriteFile(out, []byte(want[:n]), 0o666); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, resume()); diff != "" {
			t.Fatalf("cut at byte %d (-want +got):\n%s", n, diff)
		}
	}
}

// The same of a folder: whatever files are there, also those that were being written.
func TestResumeFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		if err := os.WriteFile(filepath.Join(dir, name+".txt"), []byte("Es regnet in "+name+".\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	out := filepath.Join(dir, "out")
	resume := func() map[string]string {
		t.Helper()
		var errs strings.Builder
		args := []string{"-resume", "-format", "jsonl", "-o", "out/", "."}
		if status := run(args, nil, io.Discard, &errs); status != done {
			t.Fatalf("status %d, %s", status, errs.String())
		}
		got := make(map[string]string)
		entries, err := os.ReadDir(out)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			b, err := os.ReadFile(filepath.Join(out, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			got[e.Name()] = string(b)
		}
		return got
	}
	want := resume()
	if len(want) != 3 {
		t.Fatalf("the run wrote %v", want)
	}
	for n := range len(want["b.jsonl"]) { // killed while it wrote b
		for _, name := range []string{"b", "c"} {
			if err := os.Remove(filepath.Join(out, name+".jsonl")); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(out, ".b.jsonl.part"), []byte(want["b.jsonl"][:n]), 0o666); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, resume()); diff != "" {
			t.Fatalf("cut at byte %d (-want +got):\n%s", n, diff)
		}
	}
}
