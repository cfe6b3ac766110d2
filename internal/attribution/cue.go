package attribution

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// cue is an expression of saying found in a clause.
type cue struct {
	cueEntry
	tokens  []int // in order
	verb    int   // the finite verb
	passive bool
	negated bool
	noun    bool // die Forderung, dass …

	owner []int // whose noun it is: der Lehrer
}

// cueIn finds the cue of a clause: its finite verb with the prefix or the
// participle that belongs to it.
func (a *analysis) cueIn(c clause) (cue, bool) {
	v := c.verb
	if v < 0 {
		return cue{}, false
	}
	w := &a.ws[v]
	k := cue{verb: v, tokens: []int{v}, negated: a.negated(c, nil)}
	if a.expression(&k, c) {
		return k, true
	}
	helper := a.form(v).helper
	if w.f.HasAny(lexicon.Auxiliary) && helper&isAuxiliary != 0 {
		if e, p := a.prefixed(c, v); p >= 0 { // wurde bekannt
			k.cueEntry, k.tokens = e, ordered(v, p)
			return k, true
		}
		p := a.participle(c)
		if p < 0 {
			return k, false
		}
		e, ok := a.verbEntry(p)
		if !ok || a.ws[p].text == "gestanden" {
			return k, false
		}
		k.cueEntry, k.tokens = e, ordered(v, p)
		if e.takes&takesText != 0 { // hatte es geheißen
			if !a.withEs(&k, c) {
				return k, false
			}
			k.tokens = append(k.tokens, p)
			slices.Sort(k.tokens)
		}
		k.passive = helper&isWerden != 0 || c.last > p+1 && a.ws[p+1].text == "worden"
		return k, true
	}
	if e, p := a.prefixed(c, v); p >= 0 {
		k.cueEntry, k.tokens = e, ordered(v, p)
		a.withCorrelate(&k, c)
		return k, true
	}
	if w.f.HasAny(lexicon.Modal) {
		return k, a.modalCue(&k, c)
	}
	e, ok := a.verbEntry(v)
	if w.text == "gestanden" { // rather of stehen than of gestehen
		return k, false
	}
	if !ok || e.prefix != "" && !w.f.HasAny(lexicon.Joined) {
		return k, false
	}
	if a.otherVerb(c, v) || e.takes&notReflexive != 0 && a.reflexive(c) {
		return k, false
	}
	k.cueEntry = e
	if e.takes&takesText != 0 && e.prefix == "" && !a.withEs(&k, c) {
		return k, false // heißt es, not: er heißt Meier
	}
	a.withCorrelate(&k, c)
	return k, true
}

// withCorrelate adds the word that stands for the content in the clause of a
// cue: ging davon aus, dass; hofft darauf, dass.
func (a *analysis) withCorrelate(k *cue, c clause) {
	i := c.last - 1
	for i > c.first && slices.Contains(k.tokens, i) {
		i--
	}
	if i <= k.verb || !a.isPunct(c.last, ",") {
		return
	}
	switch a.ws[i].text {
	case "daran", "darauf", "daraus", "darum", "darüber", "davon", "davor", "dafür", "dazu":
		k.tokens = append(k.tokens, i)
		slices.Sort(k.tokens)
	}
}

func (a *analysis) reflexive(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if a.ws[i].text == "sich" && !a.ws[i].quoted {
			return true
		}
	}
	return false
}

// otherVerb reports whether the clause ends with a prefix that makes another
// verb of the finite verb v: findet statt, stellt fest, sagte ab.
func (a *analysis) otherVerb(c clause, v int) bool {
	p := c.last - 1
	if p <= v || a.ws[p].quoted || !separable(a.ws[p].text) {
		return false
	}
	var buf [64]byte
	for r := range lexiconVerb(&a.ws[v]) {
		lemma := r.AppendLemma(append(buf[:0], a.ws[p].text...), a.ws[v].text)
		if lexicon.Lookup(string(lemma)).Features().HasAny(lexicon.Infinitive) {
			return true
		}
	}
	return false
}

// separable reports whether w is a separable prefix of verbs that seldom ends
// a clause as anything else.
func separable(w string) bool {
	switch w {
	case "ab", "an", "auf", "aus", "bei", "ein", "fest", "her", "hin", "los", "mit", "nach", "statt", "teil", "um", "vor", "weg", "zu", "zurück":
		return true
	}
	return false
}

// withEs adds the pronoun of "heißt es" to a cue.
func (a *analysis) withEs(k *cue, c clause) bool {
	for i := max(c.first, k.verb-1); i < min(c.last, k.verb+2); i++ {
		if a.ws[i].lower() == "es" {
			k.tokens = ordered(k.verb, i)
			return true
		}
	}
	return false
}

func ordered(i, j int) []int {
	if i > j {
		i, j = j, i
	}
	return []int{i, j}
}

// prefixed looks for a separable verb whose finite part is token v: its prefix
// stands at the end of the clause. It returns the prefix's token, or -1.
func (a *analysis) prefixed(c clause, v int) (cueEntry, int) {
	for _, id := range a.form(v).base {
		e := &cueList().entries[id]
		if !e.acts() {
			continue
		}
		for i := c.last - 1; i > v; i-- {
			if a.ws[i].quoted {
				continue
			}
			if a.ws[i].text == e.prefix && (i == c.last-1 || !a.ws[i+1].capital && a.ws[i+1].role != roleDeterminer && a.ws[i+1].role != roleRelative) {
				return *e, i
			}
		}
	}
	return cueEntry{}, -1
}

// lexiconVerb yields the readings of a word as a verb or participle.
func lexiconVerb(w *word) func(yield func(lexicon.Reading) bool) {
	return func(yield func(lexicon.Reading) bool) {
		e := w.form.entry
		if w.capital {
			if l := lexicon.Lower(w.text); l.Known() {
				e = l
			}
		}
		for r := range e.Readings() {
			if r.Features.HasAny(lexicon.Verb|lexicon.PastParticiple) && !yield(r) {
				return
			}
		}
	}
}

// negated reports whether a clause denies its verb; the words of its own phrase
// do not count.
func (a *analysis) negated(c clause, own []string) bool {
	for i := c.first; i < c.last; i++ {
		if a.negates(i, own) {
			return true
		}
	}
	return false
}

// nounCue finds a noun of saying at the end of a clause, for what follows:
// "die Forderung, dass …", "ist der Ansicht, …".
func (a *analysis) nounCue(c clause) (cue, bool) {
	k, ok := a.nounCueAt(c, c.last-1)
	if ok {
		return k, true
	}
	// "die Forderung der Lehrer": the genitive says whose it is.
	for g := c.last - 1; g > c.first && g > c.last-8; g-- {
		if !genitive(a.ws[g].text) || a.nounCore(g, c.last) != c.last {
			continue
		}
		if k, ok = a.nounCueAt(c, g-1); ok {
			k.owner = tokens(g, c.last)
			return k, true
		}
		break
	}
	return cue{}, false
}

// nounCueAt looks for a noun of saying at token i of a clause.
func (a *analysis) nounCueAt(c clause, i int) (cue, bool) {
	if i < c.first || a.ws[i].quoted || !a.ws[i].capital || a.ws[i].Kind != extract.Word {
		return cue{}, false
	}
	id := a.form(i).act
	if id == 0 {
		return cue{}, false
	}
	k := cue{cueEntry: cueList().entries[id], verb: c.verb, noun: true, negated: a.negated(c, nil)}
	first := i
	for first > c.first && (a.ws[first-1].role == roleDeterminer || a.ws[first-1].role == roleRelative || a.ws[first-1].f.HasAny(lexicon.Adjective) && !a.ws[first-1].capital && !a.ws[first-1].finite) {
		first--
	}
	if first > c.first {
		switch a.ws[first-1].lower() {
		case "nach", "laut", "gemäß", "gemäss": // a source
			return cue{}, false
		}
	}
	if c.verb >= 0 && c.verb < first && a.form(c.verb).light {
		k.tokens = append(k.tokens, c.verb)
		if first-1 > c.verb && a.ws[first-1].role == rolePrep { // kam zu dem Schluss
			first--
		}
	}
	for j := first; j <= i; j++ {
		k.tokens = append(k.tokens, j)
	}
	return k, true
}
