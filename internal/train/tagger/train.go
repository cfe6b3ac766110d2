package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"strings"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/tagger"
	train "github.com/laut-nlp/laut/internal/train/linear"
)

// What training can be told. The values were chosen by cross-validation.
const (
	orders      = 5       // perceptrons of labels whose weights are averaged
	labelBytes  = 860_000 // of the file of their weights at most
	firstEpochs = 5       // of the model that chooses labels where a corpus leaves several
	epochs      = 8       // of the model of labels
	verbEpochs  = 30      // of the model of verbs
	verbL2      = 6
	sure        = 20 // forms that always have the same label are given it if they occur as often
	majority    = 2. / 3
)

// trainer trains models on the sentences of some corpora.
type trainer struct {
	clusters string
	report   func(format string, args ...any)
}

// train returns a model file.
func (t *trainer) train(note string, sentences []*sentence) (string, error) {
	f := forms{labels: sureLabels(sentences)}
	table, err := f.pack()
	if err != nil {
		return "", err
	}
	words, err := clusters.Open(t.clusters)
	if err != nil {
		return "", err
	}
	u := tagger.Untrained(words, table)
	// Only one corpus says all that a label says. A model of its sentences chooses,
	// in the others, among the labels that agree with what they say.
	first, err := t.trainLabels(u, sentences, nil, firstEpochs)
	if err != nil {
		return "", err
	}
	labels, err := complete(u, first, sentences)
	if err != nil {
		return "", err
	}
	weights, err := t.trainLabels(u, sentences, labels, epochs)
	if err != nil {
		return "", err
	}
	verbs, err := t.trainVerbs(sentences, labels)
	if err != nil {
		return "", err
	}
	f.lemmas = oddLemmas(sentences, labels)
	if table, err = f.pack(); err != nil {
		return "", err
	}
	t.report("%d forms with one label, %d lemmas: %d bytes; clusters: %d bytes", len(f.labels), len(f.lemmas), len(table), len(t.clusters))
	parts := []string{weights, verbs, t.clusters, table}
	var out []byte
	for _, p := range parts {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(p)))
	}
	return string(blob.Seal(tagger.Magic+note, append(out, strings.Join(parts, "")...))), nil
}

// sureLabels returns the frequent forms that always have the same label.
func sureLabels(sentences []*sentence) map[uint64]tagger.Label {
	type seen struct {
		n    int
		both uint64
	}
	forms := make(map[string]*seen)
	for _, q := range sentences {
		for i, f := range q.forms {
			s := forms[f]
			if s == nil {
				s = &seen{both: ^uint64(0)}
				forms[f] = s
			}
			s.n++
			s.both &= q.gold[i].set
		}
	}
	labels := make(map[uint64]tagger.Label)
	for f, s := range forms {
		if s.n >= sure && bits.OnesCount64(s.both) == 1 {
			labels[tagger.LabelKey(f)] = lowest(s.both)
		}
	}
	return labels
}

func lowest(set uint64) tagger.Label { return tagger.Label(bits.TrailingZeros64(set)) }

// trainLabels trains the model of labels. Without labels it learns from the
// sentences of which all is known.
func (t *trainer) trainLabels(u *tagger.Tagger, sentences []*sentence, labels [][]tagger.Label, epochs int) (string, error) {
	d, err := train.NewData(tagger.Labels()...)
	if err != nil {
		return "", err
	}
	var s tagger.Scratch
	var gold []tagger.Label
	for n, q := range sentences {
		switch {
		case labels != nil:
			gold = labels[n]
		case q.full:
			gold = gold[:0]
			for i := range q.gold {
				gold = append(gold, lowest(q.gold[i].set))
			}
		default:
			continue
		}
		if err := d.Add(u.Sequence(&s, q.forms, nil), gold); err != nil {
			return "", err
		}
	}
	w, err := train.Perceptrons(d, nil, orders, train.Options{Decoding: linear.Greedy, Signature: tagger.Signature(), Epochs: epochs})
	if err != nil {
		return "", err
	}
	file, report, err := w.Encode(train.Packing{MaxBytes: labelBytes})
	t.report("labels: %v", report)
	return string(file), err
}

// complete returns a label for each token: of those that agree with the corpus
// the one that the model finds.
func complete(u *tagger.Tagger, weights string, sentences []*sentence) ([][]tagger.Label, error) {
	m, err := linear.New(weights, tagger.Signature())
	if err != nil {
		return nil, err
	}
	labels := make([][]tagger.Label, len(sentences))
	var s tagger.Scratch
	var dec linear.Decoder
	var sets []uint64
	for n, q := range sentences {
		sets = sets[:0]
		for i := range q.gold {
			sets = append(sets, q.gold[i].set)
		}
		labels[n] = dec.Decode(m, u.Sequence(&s, q.forms, sets), nil)
	}
	return labels, nil
}

// trainVerbs trains the model of moods and auxiliaries: a logistic regression.
func (t *trainer) trainVerbs(sentences []*sentence, labels [][]tagger.Label) (string, error) {
	d, err := train.NewData(tagger.VerbLabels()...)
	if err != nil {
		return "", err
	}
	var s tagger.Scratch
	add := func(sequence *linear.Sequence, verbs []int, label func(verb int) linear.Label) {
		var gold []linear.Label
		for _, v := range verbs {
			gold = append(gold, label(v))
		}
		err = errors.Join(err, d.Add(sequence, gold))
	}
	for n, q := range sentences {
		if !q.moods {
			continue
		}
		sequence, verbs := tagger.MoodSequence(&s, q.forms, labels[n])
		add(sequence, verbs, func(v int) linear.Label { return tagger.MoodLabel(q.gold[v].mood == "sub") })
		if q.full {
			sequence, verbs = tagger.AuxSequence(&s)
			add(sequence, verbs, func(v int) linear.Label { return tagger.AuxLabel(labels[n][v]) })
		}
	}
	if err != nil {
		return "", err
	}
	w, err := train.CRF(d, nil, train.Options{Decoding: linear.Independent, Epochs: verbEpochs, Seed: 1, L2: verbL2})
	if err != nil {
		return "", err
	}
	file, report, err := w.Encode(train.Packing{Prune: 0.01})
	t.report("verbs: %v", report)
	return string(file), err
}

// oddLemmas returns the lemmas that the lexicon tells otherwise than the
// treebank.
func oddLemmas(sentences []*sentence, labels [][]tagger.Label) map[uint64]string {
	type seen struct {
		lemmas map[string]int
		right  map[string]int // what the lexicon says
		n      int
	}
	forms := make(map[uint64]*seen)
	var s tagger.Scratch
	for n, q := range sentences {
		if !q.full {
			continue
		}
		tagger.MoodSequence(&s, q.forms, labels[n])
		for i, f := range q.forms {
			g, y := &q.gold[i], labels[n][i]
			if g.lemma == "" || g.upos == "PUNCT" {
				continue
			}
			key := tagger.LemmaKey(f, y)
			x := forms[key]
			if x == nil {
				x = &seen{lemmas: map[string]int{}, right: map[string]int{}}
				forms[key] = x
			}
			x.n++
			x.lemmas[g.lemma]++
			x.right[fold(tagger.LexiconLemma(&s, i, y, g.mood == "sub"))]++
		}
	}
	odd := make(map[uint64]string)
	for key, x := range forms {
		best, n := "", 0
		for l, k := range x.lemmas {
			if k > n || k == n && l < best {
				best, n = l, k
			}
		}
		if float64(n) >= majority*float64(x.n) && x.right[fold(best)] < x.n {
			odd[key] = best
		}
	}
	return odd
}

// fold makes equal what is the same lemma: the treebank mixes old and new
// spelling ("Schluß"), the lexicon has the new one.
func fold(lemma string) string { return strings.ReplaceAll(strings.ToLower(lemma), "ß", "ss") }

// progress prints lines to w.
func progress(quiet bool) func(string, ...any) {
	return func(format string, args ...any) {
		if !quiet {
			fmt.Printf(format+"\n", args...)
		}
	}
}
