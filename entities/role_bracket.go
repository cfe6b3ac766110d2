package entities

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// brackets finds what stands in brackets after a name and returns the token
// after them.
func (f *roleFinder) brackets(m *mentionOf) int {
	t := m.Last
	if !f.is(t, "(") {
		return t
	}
	end := f.bracketEnd(t)
	if end == t || f.es[m.entity].Label == LOC {
		return end
	}
	for from := t + 1; from < end-1; {
		to := from
		for to < end-1 && !f.is(to, ",", ";", "/") {
			to++
		}
		if f.is(to, "/") && f.nameAt(from) != nil && f.nameAt(from) == f.nameAt(to) { // CDU/CSU in three tokens
			to++
			for to < end-1 && !f.is(to, ",", ";") {
				to++
			}
		}
		f.bracketed(m, from, to)
		from = to + 1
	}
	return end
}

// bracketed looks at one part of what is in brackets.
func (f *roleFinder) bracketed(m *mentionOf, from, to int) {
	if from >= to {
		return
	}
	if o := f.nameAt(from); o != nil && o.First == from && o.Last == to {
		if f.es[m.entity].Label == PER && o.entity != m.entity && (f.es[o.entity].Label == ORG || isListedParty(f.d.Slice(o.Span))) {
			f.affiliate(m.entity, o.Span, o.entity)
		}
		return
	}
	span := extract.Span{Start: f.d.Tokens()[from].Start, End: f.d.Tokens()[to-1].End}
	if f.es[m.entity].Label == PER && isListedParty(f.d.Slice(span)) {
		f.affiliate(m.entity, span, -1)
		return
	}
	f.apposition(m, from, to, true, false)
}

// isListedParty reports whether a list has a party of exactly this name.
func isListedParty(name string) bool {
	return slices.ContainsFunc(wordlist.Load().Names[wordlist.KeyOf(name)], func(n wordlist.Listed) bool {
		return n.Party && n.Exact == name
	})
}

// bracketEnd returns the token after the bracket that opens at t, t if it does
// not close soon.
func (f *roleFinder) bracketEnd(t int) int {
	for i := t + 1; i < f.last && i < t+longestBracket; i++ {
		if f.is(i, ")") {
			return i + 1
		}
	}
	return t
}

const longestBracket = 12

// from finds "Eva Lang von der Universität Kiel sagte" and "sagte Eva Lang vom
// Mieterbund." What "von" tells elsewhere may be who did something to the person.
func (f *roleFinder) from(m *mentionOf, start, t int) {
	if !f.is(t, "von", "vom") {
		return
	}
	k := t + 1
	for k < f.last && k < t+4 && f.name[k] == 0 && (f.tags[k].POS == extract.DET || f.tags[k].POS == extract.ADJ) {
		k++
	}
	o := f.nameAt(k)
	if o == nil || o.First != k || f.es[o.entity].Label != ORG || o.Last > f.last {
		return
	}
	finite := func(i int) bool { return i >= f.first && i < f.last && f.tags[i].VerbForm == extract.Finite }
	closed := o.Last == f.last || f.is(o.Last, ".", ",", ":", ";")
	if f.opensClause(start) && finite(o.Last) || finite(start-1) && closed && f.d.Lemma(start-1) != "werden" {
		f.affiliate(m.entity, o.Span, o.entity)
	}
}
