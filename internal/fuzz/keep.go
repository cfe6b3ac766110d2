package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// limits say how much of a target's corpus is kept.
type limits struct {
	entries int // inputs
	bytes   int // of all of them together
}

// unkept are targets whose inputs are made of data that must not leave its package: of
// weights with a licence of their own.
var unkept = []string{"internal/attribution.FuzzOpen"}

// keep copies a part of a target's corpus into its package. An input is in the corpus
// because it ran code that none before it had run. All cannot be kept, so of the inputs,
// sorted by size, it takes those at even distances: the shortest run the first checks
// only.
func keep(t target, dir string, most limits) error {
	if slices.Contains(unkept, t.String()) {
		return nil
	}
	all, err := inputs(t.corpus(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // not fuzzed yet
	}
	if err != nil {
		return err
	}
	if err := os.MkdirAll(t.seeds(), 0o777); err != nil {
		return err
	}
	kept := choice(all, most)
	for _, in := range kept {
		data, err := os.ReadFile(filepath.Join(t.corpus(dir), in.name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(t.seeds(), in.name), data, 0o666); err != nil {
			return err
		}
	}
	fmt.Printf("%-36s %d of %d inputs\n", t, len(kept), len(all))
	return nil
}

// An input is a file of a corpus. Its name is a hash of what it holds.
type input struct {
	name string
	size int
}

// inputs lists a corpus, the smallest first.
func inputs(dir string) (all []input, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return nil, err
		}
		all = append(all, input{e.Name(), int(info.Size())})
	}
	slices.SortFunc(all, func(a, b input) int { return cmp.Or(cmp.Compare(a.size, b.size), cmp.Compare(a.name, b.name)) })
	return all, nil
}

// choice takes inputs at even distances, as many as the limits allow. The largest are
// left out first.
func choice(all []input, most limits) (kept []input) {
	for len(all) > 0 {
		n := min(most.entries, len(all))
		kept = kept[:0]
		size := 0
		for k := range n {
			in := all[k*len(all)/n]
			kept = append(kept, in)
			size += in.size
		}
		if size <= most.bytes {
			return kept
		}
		all = all[:len(all)-max(1, len(all)/20)]
	}
	return nil
}
