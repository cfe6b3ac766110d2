package main

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/ner"
)

// complete adds the parts that a corpus lacks where the name is known: of such
// compounds as SPD-Antrag GermEval has 344 of 417 as parts, 5 outside.
func (c *converter) complete() {
	var more []ner.Mention
	c.outside(func(i int, form string) {
		head := headOf(form)
		if head == "" || !c.partial(head) {
			return
		}
		before := form[:len(form)-len(head)-1]
		w := c.usage.words[before]
		if w == nil {
			return
		}
		best, n, all := most(w.alone)
		if n >= 3 && 5*n >= 4*(all+w.out) && best.Form == ner.Name {
			more = append(more, ner.Mention{First: i, Last: i + 1, Class: best.Class, Form: ner.Part})
		}
	})
	c.insert(more)
}

// outside calls f for each token outside of mentions that is not unknown.
func (c *converter) outside(f func(i int, form string)) {
	next := 0
	for i, t := range c.doc.Tokens() {
		for next < len(c.mentions) && c.mentions[next].Last <= i {
			next++
		}
		if c.unknown[i] || next < len(c.mentions) && c.mentions[next].First <= i {
			continue
		}
		f(i, c.doc.Slice(t.Span))
	}
}

// insert puts mentions in order.
func (c *converter) insert(more []ner.Mention) {
	c.mentions = append(c.mentions, more...)
	slices.SortFunc(c.mentions, func(a, b ner.Mention) int { return a.First - b.First })
}

// longestTitle is how many tokens in quotation marks may be a title.
const longestTitle = 6

// doubt marks the tokens of a partial corpus that may belong to names that it
// does not annotate, and adds the names that are MISC nearly wherever GermEval
// has them (Euro 325 of 329, Dollar 97 of 99).
func (c *converter) doubt() {
	tokens, tags := c.doc.Tokens(), c.doc.Tags()
	var more []ner.Mention
	c.outside(func(i int, form string) {
		switch tokens[i].Kind {
		case extract.Handle:
			c.unknown[i] = true
			return
		case extract.Word, extract.Abbreviation, extract.Symbol:
		default:
			return
		}
		if w := c.usage.words[form]; w != nil {
			best, n, all := most(w.alone)
			all += w.out + w.within
			switch {
			case n >= 8 && 20*n >= 19*all && best == class{ner.MISC, ner.Name}:
				more = append(more, ner.Mention{First: i, Last: i + 1, Class: ner.MISC})
				return
			case 2*w.out < all:
				c.unknown[i] = true
				return
			case w.out >= 4:
				return
			}
		}
		c.unknown[i] = tags[i].POS == extract.PROPN && tokens[i].Kind == extract.Word
	})
	c.insert(more)
	named := make([]bool, len(tokens))
	for _, m := range c.mentions {
		for i := m.First; i < m.Last; i++ {
			named[i] = true
		}
	}
	for _, q := range c.doc.Quotations() {
		first, last := q.Open+1, q.Close
		if first >= last || last-first > longestTitle || slices.Contains(named[first:last], true) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(c.text(first, first+1)); unicode.IsUpper(r) {
			c.doNotKnow(first, last) // „Star Wars“
		}
	}
	sentences := c.doc.Sentences()
	for _, p := range c.doc.Paragraphs() {
		if p.Kind == extract.Furniture && p.First < p.Last {
			c.doNotKnow(sentences[p.First].First, sentences[p.Last-1].Last)
		}
	}
}
