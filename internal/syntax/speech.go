package syntax

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
)

// findSpeech decides which quotations are speech, before clauses are cut: these are no
// part of the clause around them.
func (a *Text) findSpeech(l Lists) {
	qs := a.Doc.Quotations()
	for u := range a.Units {
		un := &a.Units[u]
		if un.Furniture {
			continue
		}
		for _, qi := range un.Quotations {
			if !a.speaks(un, qi, l) {
				continue
			}
			for i := qs[qi].Open; i <= qs[qi].Close; i++ {
				a.Words[i].Speech = true
			}
		}
	}
}

// speaks reports whether a quotation is speech with a frame and not a title, a
// name or a word in passing: it follows a colon, ends with the mark of a
// sentence, is followed by a comma or an attribution, or holds a clause.
func (a *Text) speaks(un *Unit, qi int, l Lists) bool {
	q := a.Doc.Quotations()[qi]
	n := q.Close - q.Open - 1
	if n <= 0 {
		return false
	}
	before, after := q.Open-1, q.Close+1
	if before >= un.First && a.IsPunct(before, ":") {
		return n > 1 || a.IsPunct(q.Close-1, ".!?")
	}
	ends := a.IsPunct(q.Close-1, ".!?…")
	begins := q.Open == un.First || a.IsPunct(before, ".!?")
	clause := a.HoldsVerb(q)
	switch {
	case ends && (begins || a.IsPunct(before, ",") || a.Words[before].Kind == extract.Dash || n > 5 && !a.Words[before].Finite):
		return true
	case begins && after < un.Last && a.IsPunct(after, ",") && (clause || n > 4):
		return true
	case begins && after < un.Last && a.Words[after].Finite && clause: // „Nein, das geht nicht“ sagte er
		return true
	case before >= un.First && a.IsPunct(before, ",") && clause && letters.IsUpper(a.Words[q.Open+1].Text):
		return true
	case begins && after >= un.Last-1 && clause:
		return true
	case begins && a.attribution(after, un.Last, l): // «Ein Desaster», titelt die Zeitung
		return true
	}
	return false
}

// attribution reports whether a comma or a dash and a verb of saying stand at
// token i. Behind a comma "so" tells too little: „In kurzer Zeit“, so der
// Minister, werde man fertig.
func (a *Text) attribution(i, last int, l Lists) bool {
	if i+2 >= last || !a.IsPunct(i, ",") && a.Words[i].Kind != extract.Dash {
		return false
	}
	if a.Words[i+1].Text == "so" && a.Words[i].Kind == extract.Dash {
		return true
	}
	return a.Words[i+1].Finite && l.Reports(&a.Words[i+1])
}

// HoldsVerb reports whether a quotation holds a finite verb.
func (a *Text) HoldsVerb(q extract.Quotation) bool {
	return a.FirstFinite(q.Open+1, q.Close) >= 0
}
