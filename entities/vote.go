package entities

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// sums are the evidence for the labels, added up over all candidates of a name.
type sums struct {
	score  weights
	strong bool // one of the candidates is a name by itself
}

// coordinate lets a name without evidence take the label of the names that it
// stands in a row with: Tokio, Delhi und Dubai.
func (t *tagger) coordinate() {
	linked := func(a, b *candidate) bool {
		if a.form != Name || b.form != Name || b.first-a.last != 1 {
			return false
		}
		switch t.next(a.last).text {
		case ",", "und", "oder", "sowie", "/":
			return true
		}
		return false
	}
	give := func(from, to *candidate) {
		if to.top() >= 5 || to.last-to.first > 1 && from.label() != PER {
			return
		}
		if from.top() >= 5 || from.inRow {
			to.score[from.label()] += leastEvidence
			to.inRow = to.top() == leastEvidence
		}
	}
	for i := 1; i < len(t.found); i++ {
		if linked(&t.found[i-1], &t.found[i]) {
			give(&t.found[i-1], &t.found[i])
		}
	}
	for i := len(t.found) - 1; i > 0; i-- {
		if linked(&t.found[i-1], &t.found[i]) {
			give(&t.found[i], &t.found[i-1])
		}
	}
}

// top returns the best score of a candidate, label the label that has it.
func (c *candidate) top() int {
	if c.fixed != 0 {
		return 12
	}
	return c.score.top()
}

func (c *candidate) label() Label {
	if c.fixed != 0 {
		return c.fixed
	}
	return sums{score: c.score}.best()
}

// best returns the label with the most evidence. Of equals it is the one that
// is more frequent in news.
func (s sums) best() Label {
	best := PER
	for _, l := range [...]Label{LOC, ORG, MISC} {
		if s.score[l] > s.score[best] {
			best = l
		}
	}
	return best
}

// vote adds up the evidence of all candidates of a name.
func (t *tagger) vote() map[string]sums {
	votes := map[string]sums{}
	surnames := map[string]bool{}
	for i := range t.found {
		c := &t.found[i]
		if c.form == Derived {
			continue
		}
		v := votes[c.key]
		v.score.add(c.score)
		if c.fixed != 0 {
			v.score[c.fixed] += 12
		}
		v.strong = v.strong || !c.weak || t.supported(c)
		votes[c.key] = v
		if c.form == Name && c.label() == PER && c.last-c.first > 1 && c.top() >= 5 {
			surnames[t.surname(c)] = true
		}
	}
	for key, v := range votes {
		if surnames[key] {
			v.score[PER] += 8
			v.strong = true
			votes[key] = v
		}
	}
	return votes
}

// supported reports whether a weak candidate's own place makes it a name.
func (t *tagger) supported(c *candidate) bool {
	if c.form == Part {
		return false
	}
	w := &t.words[c.first]
	n := c.top()
	if p := t.prev(c.first); w.is&(noun|compound) != 0 && p.is&capital == 0 && p.Kind == extract.Word && adjectival(p.text) {
		return false // in freier Wildbahn
	}
	if w.is&odd != 0 && w.class&nameHead != 0 && t.bare(c.first) {
		return true // Softbank steigt ein
	}
	if w.is&(odd|compound) != 0 {
		return n >= 5
	}
	if w.is&unknown != 0 {
		return n >= 4
	}
	return n >= 6
}

// bare reports whether the noun at i is a singular without article or adjective,
// as a name is and a noun seldom.
func (t *tagger) bare(i int) bool {
	w := &t.words[i]
	h := lexicon.Head(w.text)
	if !h.Known() || h.Features().HasAny(lexicon.Plural) && !h.Features().HasAny(lexicon.Singular) || w.text != w.plain {
		return false
	}
	if p := t.prev(i); p.Kind == extract.Word {
		if t.determined(i) || p.is&capital != 0 && w.is&opening == 0 {
			return false
		}
		switch p.text {
		case "und", "oder", "ohne", "per", "mit", "als", "pro":
			return false
		}
		return true
	}
	n := t.next(i + 1)
	return w.is&opening != 0 && n.is&capital == 0 && n.Kind == extract.Word
}
