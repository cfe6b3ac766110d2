package spans

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/syntax"
)

// The functions of this file sort words and clauses into classes, small numbers that
// trees compare. The trees know them.

// BorderClass returns what kind of word or mark token i is at the border of a stretch.
func (v *View) BorderClass(i int) uint8 {
	w := &v.ws[i]
	switch {
	case w.Text == ",":
		return 1
	case w.Text == ":":
		return 2
	case v.text.IsPunct(i, ".!?…"):
		return 3
	case w.Kind == extract.OpenQuote:
		return 4
	case w.Kind == extract.CloseQuote:
		return 5
	case w.Kind == extract.Dash:
		return 6
	case w.Kind == extract.Punctuation:
		return 7
	case w.Function == syntax.Coordinator:
		return 8
	case w.Finite && !w.Capital:
		return 9
	case v.tags[i].POS == extract.NOUN:
		return 10
	case v.tags[i].POS == extract.PROPN:
		return 11
	case w.Function == syntax.Determiner, w.Function == syntax.Relative:
		return 12
	}
	return 13
}

// OpeningClass returns what kind of word token i is at the beginning of a stretch.
func (v *View) OpeningClass(i int) uint8 {
	w := &v.ws[i]
	switch w.Lower() {
	case "dass", "daß":
		return 1
	case "ob":
		return 2
	case "man", "er", "sie", "es":
		return 3
	case "um", "ohne", "statt", "anstatt":
		return 4
	}
	switch {
	case w.Function == syntax.Interrogative:
		return 5
	case w.Function == syntax.Subordinator:
		return 6
	case w.Function == syntax.Coordinator:
		return 7
	case w.Kind == extract.OpenQuote:
		return 8
	case w.Finite && !w.Capital:
		return 9
	case w.Features.HasAny(lexicon.Infinitive) && !w.Capital:
		return 10
	case w.Function == syntax.Preposition:
		return 11
	case w.Capital && !w.Small:
		return 12
	case w.Function == syntax.Relative, w.Function == syntax.Determiner:
		return 13
	}
	return 14
}

// QuotationClass returns how a word stands to quotation marks.
func QuotationClass(w *syntax.Word) uint64 {
	switch {
	case w.Kind == extract.OpenQuote:
		return 2
	case w.Kind == extract.CloseQuote:
		return 3
	case w.Quoted && w.Speech:
		return 4
	case w.Quoted:
		return 5
	}
	return 1
}

// CueClass returns what kind of cue a clause has.
func (c *Clause) CueClass() uint8 {
	switch {
	case c.cue:
		return 20 + uint8(c.strength)
	case c.nounCue:
		return 40
	}
	return uint8(c.strength)
}

// quotationBits returns how the quotation from token first to last looks.
func (v *View) quotationBits(first, last int) (bits uint8) {
	for i := first; i <= last; i++ {
		if v.ws[i].Finite {
			bits |= 1
		}
	}
	if last > 0 && v.text.IsPunct(last-1, ".!?…") {
		bits |= 2
	}
	if first+1 < len(v.ws) && v.ws[first+1].Capital {
		bits |= 4
	}
	if v.ws[first].Speech {
		bits |= 8
	}
	if first > 0 && v.ws[first-1].Quoted {
		bits |= 16
	}
	if first > 0 && v.ws[first-1].Capital {
		bits |= 32
	}
	return bits
}
