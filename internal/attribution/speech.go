package attribution

import "github.com/laut-nlp/laut/extract"

// findSpeech decides which quotations are speech, before clauses are cut: these are no
// part of the clause around them.
func (a *analysis) findSpeech(l lists) {
	qs := a.d.Quotations()
	for u := range a.units {
		un := &a.units[u]
		if un.furniture {
			continue
		}
		for _, qi := range un.quotations {
			if !a.speaks(un, qi, l) {
				continue
			}
			for i := qs[qi].Open; i <= qs[qi].Close; i++ {
				a.ws[i].opaque = true
			}
		}
	}
}

// speaks reports whether a quotation is speech with a frame and not a title, a
// name or a word in passing: it follows a colon, ends with the mark of a
// sentence, is followed by a comma or an attribution, or holds a clause.
func (a *analysis) speaks(un *unit, qi int, l lists) bool {
	q := a.d.Quotations()[qi]
	n := q.Close - q.Open - 1
	if n <= 0 {
		return false
	}
	before, after := q.Open-1, q.Close+1
	if before >= un.first && a.isPunct(before, ":") {
		return n > 1 || a.isPunct(q.Close-1, ".!?")
	}
	ends := a.isPunct(q.Close-1, ".!?…")
	begins := q.Open == un.first || a.isPunct(before, ".!?")
	clause := a.holdsVerb(q)
	switch {
	case ends && (begins || a.isPunct(before, ",") || a.ws[before].Kind == extract.Dash || n > 5 && !a.ws[before].finite):
		return true
	case begins && after < un.last && a.isPunct(after, ",") && (clause || n > 4):
		return true
	case begins && after < un.last && a.ws[after].finite && clause: // „Nein, das geht nicht“ sagte er
		return true
	case before >= un.first && a.isPunct(before, ",") && clause && startsUpper(a.ws[q.Open+1].text):
		return true
	case begins && after >= un.last-1 && clause:
		return true
	case begins && a.attribution(after, un.last, l): // «Ein Desaster», titelt die Zeitung
		return true
	}
	return false
}

// attribution reports whether a comma or a dash and a verb of saying stand at
// token i. Behind a comma "so" tells too little: „In kurzer Zeit“, so der
// Minister, werde man fertig.
func (a *analysis) attribution(i, last int, l lists) bool {
	if i+2 >= last || !a.isPunct(i, ",") && a.ws[i].Kind != extract.Dash {
		return false
	}
	if a.ws[i+1].text == "so" && a.ws[i].Kind == extract.Dash {
		return true
	}
	return a.ws[i+1].finite && l.Reports(&a.ws[i+1])
}

// holdsVerb reports whether a quotation holds a finite verb.
func (a *analysis) holdsVerb(q extract.Quotation) bool {
	return a.firstFinite(q.Open+1, q.Close) >= 0
}
