package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestChoice(t *testing.T) {
	all := []input{{"a", 1}, {"b", 2}, {"c", 3}, {"d", 4}, {"e", 5}, {"f", 1000}}
	for _, c := range []struct {
		why  string
		most limits
		want []string
	}{
		{"room for all", limits{10, 2000}, []string{"a", "b", "c", "d", "e", "f"}},
		{"even distances", limits{3, 2000}, []string{"a", "c", "e"}},
		{"the largest goes first", limits{10, 20}, []string{"a", "b", "c", "d", "e"}},
		{"room for none", limits{10, 0}, nil},
	} {
		var got []string
		for _, in := range choice(all, c.most) {
			got = append(got, in.name)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.why, got, c.want)
		}
	}
}

func TestKeep(t *testing.T) {
	dir := t.TempDir()
	one := target{pkg: "internal/x", dir: filepath.Join(dir, "x"), name: "FuzzX"}
	if err := keep(one, dir, limits{5, 100}); err != nil {
		t.Errorf("a target without a corpus: %v", err)
	}
	if err := os.MkdirAll(one.corpus(dir), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(one.corpus(dir), "1234"), []byte("go test fuzz v1\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := keep(one, dir, limits{5, 100}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "x/testdata/fuzz/FuzzX/1234")); err != nil || string(got) != "go test fuzz v1\n" {
		t.Errorf("kept %q, %v", got, err)
	}
}

// TestList holds that the targets are found, and that each that must not be kept is one.
func TestList(t *testing.T) {
	t.Chdir("../..")
	all, err := list(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, one := range all {
		names = append(names, one.String())
	}
	for _, want := range append([]string{"claims.FuzzExtract", "cmd/laut.FuzzArticleOf"}, unkept...) {
		if !slices.Contains(names, want) {
			t.Errorf("%s is missing in %v", want, names)
		}
	}
	if _, err := choose(all, []string{"claims", "claims"}); err == nil {
		t.Error("a pattern that finds nothing new is no error")
	}
}

func TestLast(t *testing.T) {
	text := []byte("fuzz: elapsed: 3s, execs: 100 (33/sec), new interesting: 1 (total: 20)\nfuzz: elapsed: 6s, execs: 300 (66/sec), new interesting: 4 (total: 23)\nFailing input written to testdata/fuzz/FuzzX/abc\n")
	if calls, fresh, total := last(text); calls != 300 || fresh != 4 || total != 23 {
		t.Errorf("got %d calls, %d new of %d", calls, fresh, total)
	}
	if got := crashers(text); !slices.Equal(got, []string{"testdata/fuzz/FuzzX/abc"}) {
		t.Errorf("crashers %v", got)
	}
}
