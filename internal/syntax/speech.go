package syntax

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// findSpeech decides which quotations are speech, before clauses are cut: these are no
// part of the clause around them.
func (t *Text) findSpeech(l Lists) {
	qs := t.Doc.Quotations()
	for u := range t.Units {
		t.Sign.Look()
		un := &t.Units[u]
		if un.Furniture {
			continue
		}
		for _, qi := range un.Quotations {
			if !t.speaks(un, qi, l) {
				continue
			}
			for i := qs[qi].Open; i <= qs[qi].Close; i++ {
				t.Words[i].Speech = true
			}
		}
	}
}

// speaks reports whether a quotation is speech with a frame and not a title, a
// name or a word in passing: it follows a colon, ends with the mark of a
// sentence, is followed by a comma or an attribution, or holds a clause.
func (t *Text) speaks(un *Unit, qi int, l Lists) bool {
	q := t.Doc.Quotations()[qi]
	n := q.Close - q.Open - 1
	if n <= 0 {
		return false
	}
	if t.Title(q.Open, q.Close) {
		return false
	}
	before, after := q.Open-1, q.Close+1
	if before >= un.First && t.IsPunct(before, ":") {
		return n > 1 || t.IsPunct(q.Close-1, ".!?")
	}
	ends := t.IsPunct(q.Close-1, ".!?…")
	begins := q.Open == un.First || t.IsPunct(before, ".!?")
	clause := t.HoldsVerb(q)
	switch {
	case ends && (begins || t.IsPunct(before, ",") || t.Words[before].Kind == extract.Dash || n > 5 && !t.Words[before].Finite):
		return true
	case begins && after < un.Last && t.IsPunct(after, ",") && (clause || n > 4):
		return true
	case begins && after < un.Last && t.Words[after].Finite && clause: // „Nein, das geht nicht“ sagte er
		return true
	case before >= un.First && t.IsPunct(before, ",") && clause && letters.IsUpper(t.Words[q.Open+1].Text):
		return true
	case begins && after >= un.Last-1 && clause:
		return true
	case begins && clause && t.credited(after, un.Last): // „Ihr lügt“ (Eva Lang).
		return true
	case begins && t.attribution(after, un.Last, l): // «Ein Desaster», titelt die Zeitung
		return true
	}
	return false
}

// credited reports whether brackets at token i are the last thing of a sentence, or a dash or
// a colon stands there and no verb behind it.
func (t *Text) credited(i, last int) bool {
	switch {
	case i+1 >= last:
		return false
	case t.Words[i].Kind == extract.Dash || t.IsPunct(i, ":"):
		return !t.AnyFinite(i+1, last)
	case t.Words[i].Text != "(":
		return false
	}
	for i < last && t.Words[i].Text != ")" {
		i++
	}
	return i+2 >= last && i < last
}

// attribution reports whether a comma or a dash and a verb of saying stand at
// token i. After a comma "so" tells too little: „In kurzer Zeit“, so der
// Minister, werde man fertig.
func (t *Text) attribution(i, last int, l Lists) bool {
	if i+2 >= last || !t.IsPunct(i, ",") && t.Words[i].Kind != extract.Dash {
		return false
	}
	if t.Words[i+1].Text == "so" && t.Words[i].Kind == extract.Dash {
		return true
	}
	return t.Words[i+1].Finite && l.Reports(&t.Words[i+1])
}

// HoldsVerb reports whether a quotation holds a finite verb.
func (t *Text) HoldsVerb(q extract.Quotation) bool {
	return t.FirstFinite(q.Open+1, q.Close) >= 0
}

// Title reports whether the quotation from token open to token end is the title of a work: a noun
// such as Buch or Motto stands before it, or a verb for what is done on a stage, or a bracket with
// its publisher or its price behind it. What is inflected after such a verb or said to be
// somebody's own is none: präsentierte „Einen Plan für alle“ als seine Losung.
func (t *Text) Title(open, end int) bool {
	if open == 0 || t.Words[open].Kind != extract.OpenQuote || t.Words[end].Kind != extract.CloseQuote || t.IsPunct(end-1, ".,") || !letters.IsUpper(t.Words[open+1].Text) {
		return false
	}
	before := &t.Words[open-1]
	if before.Capital && before.Kind == extract.Word && t.Entity[open-1] < 0 && wordlist.Load().NounClass(before.Text)&wordlist.WorkNoun != 0 {
		return !t.named(open)
	}
	switch before.Text {
	case "zeigt", "zeigte", "zeigen", "zeigten", "spielt", "spielte", "spielen", "spielten", "inszeniert", "inszenierte", "präsentiert", "präsentierte", "präsentieren", "präsentierten":
		first := t.Words[open+1].Lower()
		inflected := strings.HasSuffix(first, "en") && wordlist.Load().Determiners.Has(first)
		own := end+2 < len(t.Words) && t.Words[end+1].Text == "als" && (strings.HasPrefix(t.Words[end+2].Text, "sein") || strings.HasPrefix(t.Words[end+2].Text, "ihr"))
		return !inflected && !own
	}
	return t.published(end + 1)
}

// named reports whether a form of nennen stands before token i in its sentence: nannte den Film
// „Ein Wunder“.
func (t *Text) named(i int) bool {
	for k := i - 1; k >= 0 && k > i-20 && !t.IsPunct(k, ".!?:"); k-- {
		switch t.Words[k].Text {
		case "nannte", "nannten", "nennt", "nennen", "nenne", "taufte", "tauften":
			return true
		}
	}
	return false
}

// published reports whether a bracket with a publisher or a price begins at token i.
func (t *Text) published(i int) bool {
	if i >= len(t.Words) || !t.IsPunct(i, "(") {
		return false
	}
	for k := i + 1; k < len(t.Words) && k < i+14 && !t.IsPunct(k, ")"); k++ {
		switch w := t.Words[k].Text; {
		case strings.HasSuffix(w, "Verlag"), strings.HasSuffix(w, "verlag"), w == "€", w == "Euro", w == "Franken", w == "Fr.", w == "CHF", strings.HasSuffix(w, "€"):
			return true
		}
	}
	return false
}

// Inside returns the text as it reads inside its quotations: what somebody says there is
// cut into units and clauses of its own, as if no marks stood around it. Quotations in
// which nothing can be told, such as titles, have no units; where none has, Inside returns
// nil. The paragraph of a unit is the number of its quotation.
func (t *Text) Inside(l Lists) *Text {
	in := *t
	in.Inner, in.Units = true, nil
	copied := false
	for u := range t.Units {
		t.Sign.Look()
		if un := &t.Units[u]; !un.Furniture && !un.Long() {
			for _, qi := range un.Quotations {
				if q := t.Doc.Quotations()[qi]; q.Close-q.Open+1 < leastInside {
					continue
				}
				if !copied {
					in.Words, copied = roomFor(len(t.Words)), true
					copy(in.Words, t.Words)
				}
				in.enter(un, qi)
			}
		}
	}
	if len(in.Units) == 0 {
		return nil
	}
	in.findSpeech(l)
	t.inside = &in
	return &in
}

// leastInside is how many tokens a quotation has at least, its marks included, in which
// another claim may be.
const leastInside = 6

// enter makes units of the inside of a quotation in a unit of the text around it.
func (t *Text) enter(outer *Unit, qi int) {
	qs := t.Doc.Quotations()
	q := qs[qi]
	for i := q.Open; i <= q.Close; i++ {
		t.Words[i].Quoted, t.Words[i].Speech = false, false
	}
	if !t.HoldsVerb(q) {
		return
	}
	var within []int // the outermost quotations in it
	for n := qi + 1; n < len(qs) && qs[n].Open < q.Close; n++ {
		if qs[n].Parent != qi+1 {
			continue
		}
		within = append(within, n)
		for i := qs[n].Open; i <= qs[n].Close; i++ {
			t.Words[i].Quoted = true
		}
	}
	begun, reach := len(t.Units), 0 // its first unit; the end of the last quotation within it
	for si := outer.FirstSent; si < outer.LastSent; si++ {
		s := t.Doc.Sentences()[si]
		first, last := max(s.First, q.Open+1), min(s.Last, q.Close)
		if first >= last {
			continue
		}
		if len(t.Units) == begun || first >= reach {
			t.Words[first].beginSentence()
			t.Units = append(t.Units, Unit{First: first, Paragraph: qi, Heading: outer.Heading, FirstSent: si})
		}
		un := &t.Units[len(t.Units)-1]
		un.Last, un.LastSent = last, si+1
		for len(within) > 0 && qs[within[0]].Open < last {
			un.Quotations = append(un.Quotations, within[0])
			reach = max(reach, qs[within[0]].Close+1)
			within = within[1:]
		}
	}
}
