package entities

// leastEvidence is what a name needs for its label. On GermEval 2014 (train)
// fewer points cost more precision than they win recall.
const leastEvidence = 3

// resolve decides which candidates are mentions, labels them and has them
// grouped into entities.
func (t *tagger) resolve() []Entity {
	t.addSurnames()
	t.cutGenitives()
	t.coordinate()
	votes := t.vote()
	var names []Named
	for _, c := range t.found {
		if v, ok := votes[c.whole]; ok && v.strong && c.whole != "" {
			// Open-AI, which looks like a compound, is Open AI.
			w := &t.words[c.first]
			c.Span, c.form, c.base, c.key = w.Span, Name, w.text, c.whole
		}
		if w := &t.words[c.first]; c.weak && c.form == Name && w.is&noun != 0 && t.determined(c.first) {
			continue // er wohnt in Essen, aber das Essen
		}
		v := votes[c.key]
		switch {
		case c.form == Derived:
			names = append(names, Named{c.Span, LOC, Derived})
		case v.strong && v.score.top() >= leastEvidence:
			names = append(names, Named{c.Span, v.best(), c.form})
		}
	}
	return Group(t.d, names)
}

// surname returns the folded last word of a person's name.
func (t *tagger) surname(c *candidate) string {
	i := c.last - 1
	for i > c.first && t.words[i].is&roman != 0 {
		i--
	}
	w := t.words[i].text
	if i == c.last-1 {
		cut := t.d.Slice(c.Span)
		w = w[:max(0, len(w)-(len(cut)-len(c.base)))]
	}
	return folded(w)
}
