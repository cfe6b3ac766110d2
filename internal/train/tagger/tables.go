package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/tagger"
	"github.com/laut-nlp/laut/internal/train/table"
)

// How a table has the clusters: with 16 forms in a bucket, of which 15 bits tell them
// from others.
const (
	clusterBucket = 16
	clusterCheck  = 15
)

// readClusters packs the clusters for internal/clusters.
func readClusters(data string) (string, error) {
	name := filepath.Join(data, "lexicon/clusters/germaner-clusters.tsv.gz")
	numbers := make(map[string]int32)
	for line := range corpus.Lines(name) {
		if line.Err != nil {
			return "", fmt.Errorf("%s: %w", line.Where, line.Err)
		}
		form, number, ok := strings.Cut(string(line.Data), "\t")
		if !ok {
			continue // the list has a few entries without a form
		}
		c, err := strconv.Atoi(number)
		if err != nil || c < 0 || c >= 511 {
			return "", fmt.Errorf("%s: cluster %q", line.Where, number)
		}
		numbers[form] = int32(c)
	}
	forms := slices.Sorted(maps.Keys(numbers))
	var d table.Division
	for _, form := range forms {
		d.Cluster = append(d.Cluster, numbers[form])
	}
	l := clusters.Layout{Buckets: max(1, len(forms)/clusterBucket), Check: clusterCheck, Digits: true}
	file, err := table.Pack("", l, forms, []table.Division{d})
	return string(file), err
}

// forms is what goes into the table of single forms.
type forms struct {
	labels map[uint64]tagger.Label // by tagger.LabelKey
	lemmas map[uint64]string       // by tagger.LemmaKey
}

// pack packs the table as internal/tagger reads it.
func (f *forms) pack() (string, error) {
	slots := 1 << bits.Len(uint(max(2*(len(f.labels)+len(f.lemmas)), 1)-1))
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
