package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/laut-nlp/laut/internal/tagger"
)

// figures are what cross-validation counts.
type figures struct {
	tokens, upos, stts int
	lemmas, lemma      int
	joined             int // lemmas that are right when separable verbs are joined
	subSystem, subGold int
	sub                int
	time               time.Duration
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

func (f *figures) String() string {
	return fmt.Sprintf("upos %.2f  stts %.2f  lemma %.2f (with separable verbs joined %.2f)  mood=sub P %.2f R %.2f F1 %.2f (%d of %d/%d)  %.0f tokens/s",
		percent(f.upos, f.tokens), percent(f.stts, f.tokens), percent(f.lemma, f.lemmas), percent(f.joined, f.lemmas),
		percent(f.sub, f.subSystem), percent(f.sub, f.subGold), percent(2*f.sub, f.subSystem+f.subGold), f.sub, f.subSystem, f.subGold,
		float64(f.tokens)/f.time.Seconds())
}

// measure tags sentences and compares. Lemmas are compared without regard to
// capitals.
func (f *figures) measure(t *tagger.Tagger, sentences []*sentence) {
	var s tagger.Scratch
	for _, q := range sentences {
		begin := time.Now()
		words := t.Tag(&s, q.forms)
		f.time += time.Since(begin)
		for i := range words {
			g, w := &q.gold[i], &words[i]
			f.tokens++
			if tagger.UPOS(w.Label) == g.upos {
				f.upos++
			}
			if tagger.STTS(w.Label) == sttsNames(g.stts) {
				f.stts++
			}
			lemma := string(s.Lemmas[w.LemmaStart+w.Prefix : w.LemmaEnd])
			if g.lemma != "" {
				f.lemmas++
				if strings.EqualFold(lemma, g.lemma) {
					f.lemma++
				}
				if strings.EqualFold(string(s.Lemmas[w.LemmaStart:w.LemmaEnd]), g.lemma) {
					f.joined++
				}
			}
			if w.Subjunctive {
				f.subSystem++
			}
			if g.mood == "sub" {
				f.subGold++
				if w.Subjunctive {
					f.sub++
				}
			}
		}
	}
}

// sttsNames returns the name of the 1999 guidelines of a tag.
func sttsNames(stts string) string {
	switch stts {
	case "PROAV":
		return "PAV"
	case "PIDAT":
		return "PIAT"
	}
	return stts
}

// validate cross-validates: the corpus on is cut into folds, each is tagged by
// a model of the others and of all of the other corpora.
func (t *trainer) validate(corpora []*source, on string, folds int) (*figures, error) {
	f := new(figures)
	for fold := range folds {
		var train, test []*sentence
		for _, c := range corpora {
			for i, q := range c.sentences {
				if c.name == on && i*folds/len(c.sentences) == fold {
					test = append(test, q)
				} else {
					train = append(train, q)
				}
			}
		}
		file, err := t.train("", train)
		if err != nil {
			return nil, err
		}
		m, err := tagger.New(file)
		if err != nil {
			return nil, err
		}
		f.measure(m, test)
		t.report("fold %d of %d: %v", fold+1, folds, f)
	}
	return f, nil
}
