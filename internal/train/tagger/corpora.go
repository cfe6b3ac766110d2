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

// sentence is a sentence of a corpus.
type sentence struct {
	forms []string
	gold  []gold
	moods bool // moods are by hand
	full  bool // UPOS is by hand
}

// gold is what a corpus says of a token. Fields that it does not have are
// empty.
type gold struct {
	upos, stts, lemma, mood string
	set                     uint64 // the labels that agree with it
}

// source is a corpus.
type source struct {
	name      string
	files     []string
	sentences []*sentence
	free      bool // may be in the default model
}

// sources are the corpora. Those of KONVENS 2019 lack the talks, whose licence
// forbids changed works.
func sources() []*source {
	return []*source{
		{name: "gsd", free: true, files: []string{"ud/gsd-dev.conllu.gz", "ud/gsd-test.conllu.gz"}},
		{name: "pcc", files: []string{"ud/pcc-train.conllu.gz", "ud/pcc-dev.conllu.gz", "ud/pcc-test.conllu.gz"}},
		{name: "konvens", free: true, files: []string{"ud/konvens2019/novelette.conll.gz", "ud/konvens2019/opensubtitles.conll.gz",
			"ud/konvens2019/sermononline.conll.gz", "ud/konvens2019/wikipedia.conll.gz"}},
		{name: "empirist", free: true, files: []string{"ud/empirist.vrt.gz"}},
	}
}

func (s *source) read(data string) error {
	for _, f := range s.files {
		docs, err := corpus.Collect(corpus.File(filepath.Join(data, f)))
		if err != nil {
			return err
		}
		for i := range docs {
			s.add(&docs[i])
		}
	}
	if len(s.sentences) == 0 {
		return fmt.Errorf("%s: no sentences", s.name)
	}
	return nil
}

func (s *source) add(d *corpus.Document) {
	golds := make([]gold, len(d.Tokens))
	for i := len(d.Words) - 1; i >= 0; i-- { // of several words the first counts
		w := &d.Words[i]
		g := gold{upos: w.UPOS, stts: w.XPOS, lemma: w.Lemma, mood: w.Mood()}
		if old := golds[w.Token]; old.stts == "ART" && g.stts == "APPR" {
			g.stts = "APPRART"
		}
		golds[w.Token] = g
	}
	for i := range golds {
		golds[i].set = s.set(&golds[i])
	}
	for i := range d.Sentences {
		first, last := d.Sentence(i)
		out := &sentence{gold: golds[first:last:last], full: s.name == "gsd", moods: s.name == "gsd" || s.name == "konvens"}
		for _, t := range d.Tokens[first:last] {
			out.forms = append(out.forms, d.Text[t.Start:t.End])
		}
		s.sentences = append(s.sentences, out)
	}
}

// tags maps tags of the corpora that are not of STTS, or are too rare for a
// label, to those of the labels.
var tags = map[string][]string{
	"PROAV": {"PAV"}, "PIDAT": {"PIAT"}, "VMPP": {"VAPP"}, "VAIMP": {"VVIMP"}, "ONO": {"ITJ"}, "AKW": {"XY", "VVFIN"},
	"PTKIFG": {"ADV", "ADJD"}, "PTKMA": {"ADV"}, "PTKMWL": {"ADV"}, "DM": {"KON", "KOUS"}, "ADVART": {"ADV"},
	"EMOASC": {"XY"}, "EMOIMG": {"XY"}, "URL": {"XY"}, "EML": {"XY"}, "HST": {"XY"}, "ADR": {"NE"},
	"VVPPER": {"VVFIN"}, "VAPPER": {"VAFIN"}, "VMPPER": {"VMFIN"}, "KOUSPPER": {"KOUS"}, "PPERPPER": {"PPER"},
	"PKTZU": {"PTKZU"},
}

// set returns the labels that a gold tag allows. GSD's UPOS is by hand and its
// STTS is not, so that where they do not agree UPOS counts; of the others only
// STTS is by hand.
func (s *source) set(g *gold) uint64 {
	list := tags[g.stts]
	if list == nil {
		list = []string{g.stts}
	}
	var set uint64
	for _, t := range list {
		set |= tagger.Set("", t)
	}
	if s.name != "gsd" {
		return set
	}
	if g.upos == "PROPN" {
		return tagger.Set("PROPN", "")
	}
	if both := set & tagger.Set(g.upos, ""); both != 0 {
		return both
	}
	return tagger.Set(g.upos, "")
}

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
