package syntax

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
)

// ClauseKind says how a clause begins and where its verb stands.
type ClauseKind uint8

// The kinds of clauses.
const (
	NoVerb            ClauseKind = iota // no verb: an apposition, a list, the rest of a clause
	MainClause                          // the finite verb in second place: Der Minister sagte
	VerbFirst                           // the finite verb in first place: sagte der Minister
	SubordinateClause                   // with a conjunction or a question word: dass er komme
	RelativeClause                      // der gestern kam
	InfinitiveClause                    // morgen zu kommen
)

// Clause is a stretch of a unit between punctuation marks.
type Clause struct {
	First, Last int // tokens, punctuation left out
	Kind        ClauseKind
	Verb        int // its finite verb, or -1
	Begin       int // its first word after und, aber, and adverbs before a conjunction
	Bracket     bool
}

// Clauses cuts the tokens [first, last) at punctuation marks. What is
// quoted is passed over as if it were one word.
func (t *Text) Clauses(first, last int) []Clause {
	var out []Clause
	start := first
	depth := 0
	flush := func(end int) {
		if end > start {
			out = append(out, t.clauseOf(start, end, depth > 0))
		}
		start = end + 1
	}
	for i := first; i < last; i++ {
		w := &t.Words[i]
		if w.Quoted {
			continue
		}
		switch {
		case t.IsPunct(i, "("), t.IsPunct(i, "["):
			if k := t.aside(i, last); k > i { // (CDU) is part of its clause
				i = k
				continue
			}
			flush(i)
			depth++
		case t.IsPunct(i, ")"), t.IsPunct(i, "]"):
			flush(i)
			depth = max(0, depth-1)
		case w.Kind == extract.Dash, t.IsPunct(i, ",;:.!?…"):
			flush(i)
		case w.Function == Coordinator && i > start+1 && i+1 < last && t.Words[i+1].Finite && !t.Attributive(i+1, start, last) && t.AnyFinite(start, i):
			// "er sagte, … und fügte hinzu": a second verb
			flush(i)
			start = i
		}
	}
	flush(last)
	return t.join(out)
}

// join puts subordinate clauses together that an apposition interrupts: "Wie
// Klaus Meier, der Chef, gestern mitteilte".
func (t *Text) join(cs []Clause) []Clause {
	for k := 0; k+1 < len(cs); k++ {
		c := cs[k]
		w := &t.Words[c.Begin]
		if c.Kind != NoVerb || c.Bracket || w.Function != Subordinator && !IsWie(w.Text) {
			continue
		}
		for n := k + 1; n < len(cs) && n < k+4; n++ {
			if !t.IsPunct(cs[n].First-1, ",") || cs[n].Kind == SubordinateClause || cs[n].Kind == InfinitiveClause {
				break
			}
			if v := cs[n].Verb; v >= 0 && v >= cs[n].Last-2 && cs[n].Kind != RelativeClause {
				cs[k] = Clause{First: c.First, Last: cs[n].Last, Kind: SubordinateClause, Verb: v, Begin: c.Begin}
				cs = append(cs[:k+1], cs[n+1:]...)
				break
			}
		}
	}
	return cs
}

// Agree reports whether the phrase [first, end), an article with its noun, can
// be the subject of the finite verb v.
func (t *Text) Agree(first, end, v int) bool {
	e := nouns.Entry(t.Words[end-1].Text)
	if !e.Known() || t.Entity[end-1] >= 0 {
		return true // names tell no gender: die Hamas, der FC Aarau
	}
	article, verb := nouns.Load().Determiner(t.Words[first].Lower())&nouns.Nominative, t.Words[v].Features
	for r := range e.Readings() {
		if f := r.Features; f.HasAny(lexicon.Noun|lexicon.Name) && f&lexicon.Numbers&verb != 0 && nouns.Forms(f)&article != 0 {
			return true
		}
	}
	return false
}

// aside returns the closing bracket of a short bracket without a verb at token
// i, or i.
func (t *Text) aside(i, last int) int {
	for k := i + 1; k < last && k < i+12; k++ {
		if t.IsPunct(k, ")") || t.IsPunct(k, "]") {
			return k
		}
		if t.Words[k].Finite {
			break
		}
	}
	return i
}

func (t *Text) clauseOf(first, last int, bracket bool) Clause {
	c := Clause{First: first, Last: last, Verb: -1, Begin: first, Bracket: bracket}
	i := first
	for i < last-1 && (t.Words[i].Function == Coordinator && t.Words[i].Text != "doch" || t.Words[i].Quoted) && t.quotedName(i, last) == i {
		i++
	}
	// "auch weil", "nur dass", "so dass"; "mit dem", "in der", "bei denen".
	c.Begin = i
	if i+1 < last && t.Words[i].Function == Adverb && t.Words[i+1].Function == Subordinator {
		i++
	}
	w := &t.Words[i]
	switch {
	case w.Function == Subordinator, w.Function == Interrogative:
		// A question has its verb in second place, a subordinate clause at the end.
		v := t.lastFinite(i+1, last)
		if v >= 0 && (w.Text == "dass" || w.Text == "Dass" || t.verbFinal(i+1, last)) {
			c.Verb, c.Kind = v, SubordinateClause
			return c
		}
	case (w.Function == Relative || w.Function == Preposition && i+1 < last && t.Words[i+1].Function == Relative) && !w.Capital && t.IsPunct(i-1, ","):
		// "der gestern kam" against ", der Minister sagte gestern".
		if v := t.lastFinite(i+1, last); v > i+1 && t.verbFinal(i+1, last) {
			c.Verb, c.Kind = v, RelativeClause
			return c
		}
	}
	c.Verb = t.FirstFinite(i, last)
	switch {
	case c.Verb < 0 && t.ZuInfinitive(i, last):
		c.Kind = InfinitiveClause
	case c.Verb < 0:
		c.Kind = NoVerb
	case c.Verb == i:
		c.Kind = VerbFirst
	default:
		c.Kind = MainClause
	}
	return c
}

// AnyFinite reports whether there is a finite verb in [first, last) outside speech.
func (t *Text) AnyFinite(first, last int) bool { return t.FirstFinite(first, last) >= 0 }

// FirstFinite returns the first finite verb in [first, last) outside
// speech, or -1.
func (t *Text) FirstFinite(first, last int) int {
	for i := first; i < last; i++ {
		if t.Words[i].Finite && !t.Words[i].Speech && !t.Attributive(i, first, last) {
			return i
		}
	}
	return -1
}

func (t *Text) lastFinite(first, last int) int {
	for i := last - 1; i >= first; i-- {
		if t.Words[i].Finite && !t.Words[i].Speech && !t.Attributive(i, first, last) {
			return i
		}
	}
	return -1
}

// verbFinal reports whether the first finite verb in [first, last) stands at
// the end of its clause: no noun, article or pronoun comes after it before
// "und" or the end.
func (t *Text) verbFinal(first, last int) bool {
	v := t.FirstFinite(first, last)
	if v < 0 {
		return false
	}
	for i := v + 1; i < last; i++ {
		w := &t.Words[i]
		switch {
		case w.Function == Coordinator || w.Text == "als" || w.Text == "wie":
			return true
		case w.Speech:
		case w.Capital && w.Kind == extract.Word, w.Function == Determiner, w.Function == Relative, w.Function == Pronoun, w.Function == Preposition:
			return false
		}
	}
	return true
}

// Attributive reports whether a word that can be a finite verb is rather an
// adjective or participle in front of its noun: "die geplante Reform", or an
// infinitive after zu or a modal: "zu geben".
func (t *Text) Attributive(i, first, last int) bool {
	w := &t.Words[i]
	if i > 0 && t.Words[i-1].Text == "zu" || i+1 < last && t.Words[i+1].Text == "zu" && w.Features.HasAny(lexicon.Infinitive) && !w.Konjunktiv1 {
		return true // zu geben, geben zu wollen
	}
	if w.Features.HasAny(lexicon.PastParticiple) && i+2 < last && t.Words[i+1].Text == "zu" && t.Words[i+2].Features.HasAny(lexicon.Infinitive) {
		return true // vernichtet zu haben
	}
	if i == first+1 && t.onlyVerb(i, last) { // "Das bestätigte Minister Meier"
		return false
	}
	if strings.HasSuffix(w.Text, "t") && i == first+1 && t.Words[i-1].Capital { // Ihr gebührt Lob: attributes have an ending
		return false
	}
	if i > first && i+1 < last && t.Words[i+1].Capital && (t.Words[i-1].Function == Determiner || t.Words[i-1].Function == Relative) && !t.IsPunct(i-1, ",") {
		return true
	}
	if w.Features.HasAny(lexicon.Adjective) && i+1 < last && t.Words[i+1].Capital && i > 0 &&
		(t.Words[i-1].Function == Determiner || t.Words[i-1].Function == Relative || t.Words[i-1].Function == Preposition || t.Words[i-1].Features.HasAny(lexicon.Adjective) && !t.Words[i-1].Capital) {
		return true
	}
	if w.Konjunktiv1 && w.Features.HasAny(lexicon.Adjective) && i+1 < last && t.Words[i+1].Capital { // 43 Meter breite Schiffe
		return true
	}
	// An infinitive is a finite form of the plural too; after another finite
	// verb it is the infinitive.
	return w.Features.Has(lexicon.Infinitive) && !w.Konjunktiv1 && i+1 == last && t.modalBefore(i)
}

// onlyVerb reports whether token i follows "Das" or "Dies" at the start of a
// sentence and no other finite verb does in its clause.
func (t *Text) onlyVerb(i, last int) bool {
	if w := t.Words[i-1].Text; w != "Das" && w != "Dies" || !t.Words[i].Finite {
		return false
	}
	for k := i + 1; k < last; k++ {
		if t.Words[k].Finite && !t.Words[k].Capital && !t.Words[k].Quoted {
			return false
		}
	}
	return true
}

// modalBefore reports whether a modal, werden or lassen stands before token i
// in the same clause.
func (t *Text) modalBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-30; k-- {
		w := &t.Words[k]
		if w.Kind == extract.Punctuation && !w.Quoted {
			return false
		}
		if w.Finite && w.Features.HasAny(lexicon.Modal|lexicon.Auxiliary) {
			return true
		}
		switch w.Text {
		case "lassen", "lässt", "ließ", "liess", "ließen", "liessen":
			return true
		}
	}
	return false
}

// ZuInfinitive reports whether [first, last) holds an infinitive with zu.
func (t *Text) ZuInfinitive(first, last int) bool {
	for i := first; i < last; i++ {
		w := &t.Words[i]
		if w.Speech {
			continue
		}
		if w.Features.HasAny(lexicon.ZuInfinitive) || w.Text == "zu" && i+1 < last && t.Words[i+1].Features.HasAny(lexicon.Infinitive) {
			return true
		}
	}
	return false
}

// Konjunktiv reports whether the verb of a clause stands in a Konjunktiv that
// reports.
func (t *Text) Konjunktiv(c Clause) bool {
	for i := c.First; i < c.Last; i++ {
		w := &t.Words[i]
		if w.Speech || w.Text == "sei" && i+1 < c.Last && t.Words[i+1].Text == "denn" { // es sei denn
			continue
		}
		if (w.Konjunktiv1 || w.Konjunktiv2) && !t.Attributive(i, c.First, c.Last) {
			return true
		}
	}
	return false
}

// IsWie reports whether w is wie, which opens what reports: wie er sagte.
func IsWie(w string) bool { return w == "wie" || w == "Wie" }
