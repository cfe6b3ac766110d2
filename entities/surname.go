package entities

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/extract"
)

// addSurnames finds the surnames that are ordinary words: once the text has
// "Nora Fuchs", a "Fuchs" without article is she.
func (t *tagger) addSurnames() {
	surnames := wordSet{}
	for i := range t.found {
		if c := &t.found[i]; c.form == Name && c.last-c.first > 1 && c.label() == PER && c.top() >= 5 {
			surnames[folded(t.words[c.last-1].text)] = struct{}{}
		}
	}
	if len(surnames) == 0 {
		return
	}
	held := make([]bool, len(t.words))
	for i := range t.found {
		for k := t.found[i].first; k < t.found[i].last; k++ {
			held[k] = true
		}
	}
	n := len(t.found)
	var buf [64]byte
	for i := range t.words {
		w := &t.words[i]
		if held[i] || w.Kind != extract.Word || w.is&capital == 0 || w.rank > inside || len(w.text) > longestWord || t.determined(i) ||
			w.is&(function|opening) == function|opening {
			continue
		}
		base, _ := genitive(w.text)
		if surnames.has(string(fold(buf[:0], w.text))) || surnames.has(string(fold(buf[:0], base))) {
			c := t.add(i, i+1, 0)
			c.weak = true
			t.weigh(c, i+1)
		}
	}
	if len(t.found) > n {
		slices.SortStableFunc(t.found, func(a, b candidate) int { return cmp.Compare(a.Start, b.Start) })
	}
}
