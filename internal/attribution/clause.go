package attribution

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// clauseKind says how a clause begins and where its verb stands.
type clauseKind uint8

const (
	clauseNone       clauseKind = iota // no verb: an apposition, a list, the rest of a clause
	clauseMain                         // the finite verb in second place: Der Minister sagte
	clauseVerbFirst                    // the finite verb in first place: sagte der Minister
	clauseSub                          // with a conjunction or a question word: dass er komme
	clauseRelative                     // der gestern kam
	clauseInfinitive                   // morgen zu kommen
)

// clause is a stretch of a unit between punctuation marks.
type clause struct {
	first, last int // tokens, punctuation left out
	kind        clauseKind
	verb        int // its finite verb, or -1
	begin       int // its first word behind und, aber, and adverbs before a conjunction
	bracket     bool
}

// cutClauses cuts the tokens [first, last) at punctuation marks. What is quoted
// and opaque is passed over as if it were one word.
func (a *analysis) cutClauses(first, last int) []clause {
	var out []clause
	start := first
	depth := 0
	flush := func(end int) {
		if end > start {
			out = append(out, a.clause(start, end, depth > 0))
		}
		start = end + 1
	}
	for i := first; i < last; i++ {
		w := &a.ws[i]
		if w.quoted {
			continue
		}
		switch {
		case a.isPunct(i, "("), a.isPunct(i, "["):
			if k := a.aside(i, last); k > i { // (CDU) is part of its clause
				i = k
				continue
			}
			flush(i)
			depth++
		case a.isPunct(i, ")"), a.isPunct(i, "]"):
			flush(i)
			depth = max(0, depth-1)
		case w.Kind == extract.Dash, a.isPunct(i, ",;:.!?…"):
			flush(i)
		case w.role == roleCoord && i > start+1 && i+1 < last && a.ws[i+1].finite && !a.attributive(i+1, start, last) && a.anyFinite(start, i):
			// "er sagte, … und fügte hinzu": a second verb
			flush(i)
			start = i
		}
	}
	flush(last)
	return a.join(out)
}

// join puts subordinate clauses together that an apposition interrupts: "Wie
// Klaus Meier, der Chef, gestern mitteilte".
func (a *analysis) join(cs []clause) []clause {
	for k := 0; k+1 < len(cs); k++ {
		c := cs[k]
		w := &a.ws[c.begin]
		if c.kind != clauseNone || c.bracket || w.role != roleSub && !isWie(w.text) {
			continue
		}
		for n := k + 1; n < len(cs) && n < k+4; n++ {
			if !a.isPunct(cs[n].first-1, ",") || cs[n].kind == clauseSub || cs[n].kind == clauseInfinitive {
				break
			}
			if v := cs[n].verb; v >= 0 && v >= cs[n].last-2 && cs[n].kind != clauseRelative {
				cs[k] = clause{first: c.first, last: cs[n].last, kind: clauseSub, verb: v, begin: c.begin}
				cs = append(cs[:k+1], cs[n+1:]...)
				break
			}
		}
	}
	return cs
}

// agree reports whether the phrase [first, end), an article with its noun, can
// be the subject of the finite verb v.
func (a *analysis) agree(first, end, v int) bool {
	noun := &a.ws[end-1]
	e := lexicon.Lookup(noun.text)
	if !e.Known() {
		e = lexicon.Head(noun.text)
	}
	if !e.Known() || a.mention[end-1] >= 0 {
		return true // names tell no gender: die Hamas, der FC Aarau
	}
	verb := a.ws[v].f
	for r := range e.Readings() {
		f := r.Features
		if !f.HasAny(lexicon.Noun|lexicon.Name) || !f.HasAny(lexicon.Nominative) || f&lexicon.Numbers&verb == 0 {
			continue
		}
		switch a.ws[first].lower() {
		case "der":
			if f.Has(lexicon.Singular | lexicon.Masculine) {
				return true
			}
		case "die":
			if f.HasAny(lexicon.Plural) || f.Has(lexicon.Singular|lexicon.Feminine) {
				return true
			}
		case "das":
			if f.Has(lexicon.Singular | lexicon.Neuter) {
				return true
			}
		}
	}
	return false
}

// aside returns the closing bracket of a short bracket without a verb at token
// i, or i.
func (a *analysis) aside(i, last int) int {
	for k := i + 1; k < last && k < i+12; k++ {
		if a.isPunct(k, ")") || a.isPunct(k, "]") {
			return k
		}
		if a.ws[k].finite {
			break
		}
	}
	return i
}

func (a *analysis) clause(first, last int, bracket bool) clause {
	c := clause{first: first, last: last, verb: -1, begin: first, bracket: bracket}
	i := first
	for i < last-1 && (a.ws[i].role == roleCoord && a.ws[i].text != "doch" || a.ws[i].quoted) && a.quotedName(i, last) == i {
		i++
	}
	// "auch weil", "nur dass", "so dass"; "mit dem", "in der", "bei denen".
	c.begin = i
	if i+1 < last && a.ws[i].role == roleAdverb && a.ws[i+1].role == roleSub {
		i++
	}
	w := &a.ws[i]
	switch {
	case w.role == roleSub, w.role == roleWh:
		// A question has its verb in second place, a subordinate clause at the end.
		v := a.lastFinite(i+1, last)
		if v >= 0 && (w.text == "dass" || w.text == "Dass" || a.verbFinal(i+1, last)) {
			c.verb, c.kind = v, clauseSub
			return c
		}
	case (w.role == roleRelative || w.role == rolePrep && i+1 < last && a.ws[i+1].role == roleRelative) && !w.capital && a.isPunct(i-1, ","):
		// "der gestern kam" against ", der Minister sagte gestern".
		if v := a.lastFinite(i+1, last); v > i+1 && a.verbFinal(i+1, last) {
			c.verb, c.kind = v, clauseRelative
			return c
		}
	}
	c.verb = a.firstFinite(i, last)
	switch {
	case c.verb < 0 && a.zuInfinitive(i, last):
		c.kind = clauseInfinitive
	case c.verb < 0:
		c.kind = clauseNone
	case c.verb == i:
		c.kind = clauseVerbFirst
	default:
		c.kind = clauseMain
	}
	return c
}

func (a *analysis) anyFinite(first, last int) bool { return a.firstFinite(first, last) >= 0 }

// firstFinite returns the first finite verb in [first, last) outside opaque
// quotations, or -1.
func (a *analysis) firstFinite(first, last int) int {
	for i := first; i < last; i++ {
		if a.ws[i].finite && !a.ws[i].opaque && !a.attributive(i, first, last) {
			return i
		}
	}
	return -1
}

func (a *analysis) lastFinite(first, last int) int {
	for i := last - 1; i >= first; i-- {
		if a.ws[i].finite && !a.ws[i].opaque && !a.attributive(i, first, last) {
			return i
		}
	}
	return -1
}

// verbFinal reports whether the first finite verb in [first, last) stands at
// the end of its clause: no noun, article or pronoun comes behind it before
// "und" or the end.
func (a *analysis) verbFinal(first, last int) bool {
	v := a.firstFinite(first, last)
	if v < 0 {
		return false
	}
	for i := v + 1; i < last; i++ {
		w := &a.ws[i]
		switch {
		case w.role == roleCoord || w.text == "als" || w.text == "wie":
			return true
		case w.opaque:
		case w.capital && w.Kind == extract.Word, w.role == roleDeterminer, w.role == roleRelative, w.role == rolePronoun, w.role == rolePrep:
			return false
		}
	}
	return true
}

// attributive reports whether a word that can be a finite verb is rather an
// adjective or participle in front of its noun: "die geplante Reform", or an
// infinitive behind zu or a modal: "zu geben".
func (a *analysis) attributive(i, first, last int) bool {
	w := &a.ws[i]
	if i > 0 && a.ws[i-1].text == "zu" || i+1 < last && a.ws[i+1].text == "zu" && w.f.HasAny(lexicon.Infinitive) && !w.subj1 {
		return true // zu geben, geben zu wollen
	}
	if w.f.HasAny(lexicon.PastParticiple) && i+2 < last && a.ws[i+1].text == "zu" && a.ws[i+2].f.HasAny(lexicon.Infinitive) {
		return true // vernichtet zu haben
	}
	if i == first+1 && a.onlyVerb(i, last) { // "Das bestätigte Minister Meier"
		return false
	}
	if i > first && i+1 < last && a.ws[i+1].capital && (a.ws[i-1].role == roleDeterminer || a.ws[i-1].role == roleRelative) && !a.isPunct(i-1, ",") {
		return true
	}
	if w.f.HasAny(lexicon.Adjective) && i+1 < last && a.ws[i+1].capital && i > 0 &&
		(a.ws[i-1].role == roleDeterminer || a.ws[i-1].role == roleRelative || a.ws[i-1].role == rolePrep || a.ws[i-1].f.HasAny(lexicon.Adjective) && !a.ws[i-1].capital) {
		return true
	}
	if w.subj1 && w.f.HasAny(lexicon.Adjective) && i+1 < last && a.ws[i+1].capital { // 43 Meter breite Schiffe
		return true
	}
	// An infinitive is a finite form of the plural too; behind another finite
	// verb it is the infinitive.
	return w.f.Has(lexicon.Infinitive) && !w.subj1 && i+1 == last && a.modalBefore(i)
}

// onlyVerb reports whether token i follows "Das" or "Dies" at the start of a
// sentence and no other finite verb does in its clause.
func (a *analysis) onlyVerb(i, last int) bool {
	if w := a.ws[i-1].text; w != "Das" && w != "Dies" || !a.ws[i].finite {
		return false
	}
	for k := i + 1; k < last; k++ {
		if a.ws[k].finite && !a.ws[k].capital && !a.ws[k].quoted {
			return false
		}
	}
	return true
}

// modalBefore reports whether a modal, werden or lassen stands before token i
// in the same clause.
func (a *analysis) modalBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-30; k-- {
		w := &a.ws[k]
		if w.Kind == extract.Punctuation && !w.quoted {
			return false
		}
		if w.finite && w.f.HasAny(lexicon.Modal|lexicon.Auxiliary) {
			return true
		}
		switch w.text {
		case "lassen", "lässt", "ließ", "liess", "ließen", "liessen":
			return true
		}
	}
	return false
}

// zuInfinitive reports whether [first, last) holds an infinitive with zu.
func (a *analysis) zuInfinitive(first, last int) bool {
	for i := first; i < last; i++ {
		w := &a.ws[i]
		if w.opaque {
			continue
		}
		if w.f.HasAny(lexicon.ZuInfinitive) || w.text == "zu" && i+1 < last && a.ws[i+1].f.HasAny(lexicon.Infinitive) {
			return true
		}
	}
	return false
}

// konjunktiv reports whether the verb of a clause stands in a Konjunktiv that
// reports.
func (a *analysis) konjunktiv(c clause) bool {
	for i := c.first; i < c.last; i++ {
		w := &a.ws[i]
		if w.opaque || w.text == "sei" && i+1 < c.last && a.ws[i+1].text == "denn" { // es sei denn
			continue
		}
		if (w.subj1 || w.subj2) && !a.attributive(i, c.first, c.last) {
			return true
		}
	}
	return false
}

func isWie(w string) bool { return w == "wie" || w == "Wie" }
