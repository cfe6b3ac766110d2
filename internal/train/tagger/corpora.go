package main

import (
	"fmt"
	"path/filepath"

	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/tagger"
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
