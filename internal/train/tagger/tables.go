package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/tagger"
)

// clusterBucket is how many clusters a bucket holds in the mean: 16 cells are
// less than a line of the cache.
const clusterBucket = 16

// readClusters packs the clusters as tagger.Clusters has them.
func readClusters(data string) (string, error) {
	name := filepath.Join(data, "lexicon/clusters/germaner-clusters.tsv.gz")
	r, err := corpus.Open(name)
	if err != nil {
		return "", err
	}
	defer r.Close()
	clusters := make(map[string]uint32)
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		form, number, ok := strings.Cut(lines.Text(), "\t")
		c, err := strconv.Atoi(number)
		switch {
		case !ok || form == "":
			continue // the list has a few entries without a form
		case err != nil || c < 0 || c >= 511:
			return "", fmt.Errorf("%s:%d: cluster %q", name, n, number)
		}
		clusters[form] = uint32(c) + 1
	}
	if err := lines.Err(); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	buckets := make([][]uint32, max(1, len(clusters)/clusterBucket))
	for _, form := range slices.Sorted(maps.Keys(clusters)) {
		b, cell := tagger.ClusterCell(form, uint64(len(buckets)))
		buckets[b] = append(buckets[b], cell|clusters[form])
	}
	le := binary.LittleEndian
	out := le.AppendUint32(nil, uint32(len(buckets)))
	end := 0
	for _, b := range buckets {
		end += len(b)
		out = le.AppendUint32(out, uint32(end))
	}
	for _, b := range buckets {
		for _, cell := range b {
			out = append(out, byte(cell), byte(cell>>8), byte(cell>>16))
		}
	}
	return string(out), nil
}

// forms is what goes into the table of single forms.
type forms struct {
	labels map[uint64]tagger.Label // by tagger.LabelKey
	lemmas map[uint64]string       // by tagger.LemmaKey
}

// pack packs the table as internal/tagger reads it.
func (f *forms) pack() (string, error) {
	slots := 1
	for slots < 2*(len(f.labels)+len(f.lemmas)) {
		slots *= 2
	}
	table := make([]uint64, slots)
	put := func(key uint64, value, length int) error {
		if value >= 1<<24 || length >= 1<<8 {
			return errors.New("the table of single forms is full")
		}
		for k := range slots {
			s := &table[(int(key>>32)+k)&(slots-1)]
			switch uint32(*s) {
			case 0:
				*s = uint64(tagger.KeyPrint(key)) | uint64(value)<<32 | uint64(length)<<56
				return nil
			case tagger.KeyPrint(key):
				return errors.New("two forms with one hash")
			}
		}
		return errors.New("no free slot")
	}
	for _, key := range slices.Sorted(maps.Keys(f.labels)) {
		if err := put(key, int(f.labels[key]), 0); err != nil {
			return "", err
		}
	}
	var text []byte
	places := make(map[string]int)
	for _, key := range slices.Sorted(maps.Keys(f.lemmas)) {
		lemma := f.lemmas[key]
		at, ok := places[lemma]
		if !ok {
			at = len(text)
			places[lemma] = at
			text = append(text, lemma...)
		}
		if err := put(key, at, len(lemma)); err != nil {
			return "", err
		}
	}
	le := binary.LittleEndian
	out := le.AppendUint32(nil, uint32(slots))
	for _, s := range table {
		out = le.AppendUint64(out, s)
	}
	return string(append(out, text...)), nil
}
