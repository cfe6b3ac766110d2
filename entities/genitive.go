package entities

import (
	"strings"

	"github.com/laut-nlp/laut/internal/gazetteer"
)

// cutGenitives finds what each name is without its genitive s, with the help of
// the other names of the document, and makes the keys.
func (t *tagger) cutGenitives() {
	forms := map[string]bool{}
	var buf [64]byte
	for i := range t.found {
		if c := &t.found[i]; c.form == Name {
			forms[string(fold(buf[:0], t.words[c.last-1].text))] = true
		}
	}
	text := t.d.Text()
	for i := range t.found {
		c := &t.found[i]
		c.base = text[c.Start:c.End]
		switch c.form {
		case Name:
			w := &t.words[c.last-1]
			if !t.isListedAs(c.base) {
				cut := len(w.text) - len(t.nominative(c, w, forms))
				c.base = c.base[:len(c.base)-cut]
			}
			c.key = t.key(c)
		case Part:
			c.key = folded(c.base)
		case Derived:
			c.base = c.place
			c.key = folded(c.place)
		}
		if c.key == "" {
			c.key = c.base // signs only: what a list or a quotation gave
		}
	}
}

// key returns the spelling under which a name is looked up: folded, without
// legal form, and adjectives without their endings, so that "Deutsche Bank" and "der Deutschen
// Bank" are one.
func (t *tagger) key(c *candidate) string {
	n := c.last
	for n > c.first+1 && (t.words[n-1].class&legalForm != 0 || t.words[n-1].text == "&") {
		n-- // Siemens AG is Siemens
	}
	if n < c.last {
		return folded(t.d.Text()[c.Start:t.words[n-1].End])
	}
	if c.last-c.first == 1 || c.fixed == 0 || c.fixed == PER {
		return folded(c.base)
	}
	var key []byte
	end := c.Start + len(c.base)
	for i := c.first; i < c.last; i++ {
		w := &t.words[i]
		start := len(key)
		key = fold(key, t.d.Text()[w.Start:max(w.Start, min(w.End, end))])
		if w.is&adjective != 0 {
			key = append(key[:start], bare(key[start:])...)
		}
	}
	return string(key)
}

// nominative returns the last word of a candidate without its genitive ending.
func (t *tagger) nominative(c *candidate, w *word, forms map[string]bool) string {
	base, ok := genitive(w.text)
	switch {
	case !ok || w.is&allCaps != 0 && strings.HasSuffix(w.text, "S"):
		return w.text
	case w.text[len(base)] != 's': // Hans', Peter's
		return base
	case c.fixed != 0 && c.last-c.first == 1:
		for _, n := range t.names[keyOf(base)] {
			if n.inflected(w.text) {
				return w.text[:len(n.exact)] // Bundestages
			}
		}
		return w.plain
	case c.fixed != 0:
		return w.text
	case w.is&allCaps == 0 && w.plain != w.text:
		if t.firstName(c.first) && c.last-c.first > 1 && w.gaz&gazetteer.Surname == 0 && !forms[folded(base)] {
			return w.text // Gavin Jantjes is not of Jantje
		}
		return w.plain
	case forms[folded(base)] && len(base) > 3:
		return base
	case gazetteer.Lookup(w.text) != 0:
		return w.text
	case w.is&(unknown|odd) == 0 || t.determined(c.first):
		return w.text
	}
	for _, e := range [...]string{"is", "us", "os", "as", "es", "ys"} {
		if strings.HasSuffix(w.text, e) {
			return w.text
		}
	}
	if n := t.next(c.last); n.is&(noun|compound) != 0 && n.is&capital != 0 {
		return base // Altmans Firma
	}
	return w.text
}
