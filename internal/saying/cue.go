package saying

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Cue is an expression of saying found in a clause.
type Cue struct {
	Entry
	Tokens  []int // in order
	Verb    int   // the finite verb
	Passive bool
	Negated bool
	Noun    bool // die Forderung, dass …

	owner []int // whose noun it is: der Lehrer
}

// CueIn finds the cue of a clause: its finite verb with the prefix or the
// participle that belongs to it.
func (a *Sayings) CueIn(c syntax.Clause) (Cue, bool) {
	v := c.Verb
	if v < 0 {
		return Cue{}, false
	}
	w := &a.ws[v]
	k := Cue{Verb: v, Tokens: []int{v}, Negated: a.negated(c, nil)}
	if a.expression(&k, c) {
		return k, true
	}
	helper := a.form(v).helper
	if w.Features.HasAny(lexicon.Auxiliary) && helper&isAuxiliary != 0 {
		if e, p := a.prefixed(c, v); p >= 0 { // wurde bekannt
			k.Entry, k.Tokens = e, ordered(v, p)
			return k, true
		}
		p := a.Participle(c)
		if p < 0 {
			return k, false
		}
		e, ok := a.verbEntry(p)
		if !ok || a.ws[p].Text == "gestanden" {
			return k, false
		}
		k.Entry, k.Tokens = e, ordered(v, p)
		if e.Takes&TakesText != 0 { // hatte es geheißen
			if !a.withEs(&k, c) {
				return k, false
			}
			k.Tokens = append(k.Tokens, p)
			slices.Sort(k.Tokens)
		}
		k.Passive = helper&isWerden != 0 || c.Last > p+1 && a.ws[p+1].Text == "worden"
		return k, true
	}
	if e, p := a.prefixed(c, v); p >= 0 {
		k.Entry, k.Tokens = e, ordered(v, p)
		a.withCorrelate(&k, c)
		return k, true
	}
	if w.Features.HasAny(lexicon.Modal) {
		return k, a.modalCue(&k, c)
	}
	e, ok := a.verbEntry(v)
	if w.Text == "gestanden" { // rather of stehen than of gestehen
		return k, false
	}
	if !ok || e.Prefix != "" && !w.Features.HasAny(lexicon.Joined) {
		return k, false
	}
	if a.otherVerb(c, v) || e.Takes&NotReflexive != 0 && a.reflexive(c) {
		return k, false
	}
	k.Entry = e
	if e.Takes&TakesText != 0 && e.Prefix == "" && !a.withEs(&k, c) {
		return k, false // heißt es, not: er heißt Meier
	}
	a.withCorrelate(&k, c)
	return k, true
}

// withCorrelate adds the word that stands for the content in the clause of a
// cue: ging davon aus, dass; hofft darauf, dass.
func (a *Sayings) withCorrelate(k *Cue, c syntax.Clause) {
	i := c.Last - 1
	for i > c.First && slices.Contains(k.Tokens, i) {
		i--
	}
	if i <= k.Verb || !a.text.IsPunct(c.Last, ",") {
		return
	}
	switch a.ws[i].Text {
	case "daran", "darauf", "daraus", "darum", "darüber", "davon", "davor", "dafür", "dazu":
		k.Tokens = append(k.Tokens, i)
		slices.Sort(k.Tokens)
	}
}

func (a *Sayings) reflexive(c syntax.Clause) bool {
	for i := c.First; i < c.Last; i++ {
		if a.ws[i].Text == "sich" && !a.ws[i].Quoted {
			return true
		}
	}
	return false
}

// otherVerb reports whether the clause ends with a prefix that makes another
// verb of the finite verb v: findet statt, stellt fest, sagte ab.
func (a *Sayings) otherVerb(c syntax.Clause, v int) bool {
	p := c.Last - 1
	if p <= v || a.ws[p].Quoted || !separable(a.ws[p].Text) {
		return false
	}
	var buf [64]byte
	for r := range lexiconVerb(&a.ws[v]) {
		lemma := r.AppendLemma(append(buf[:0], a.ws[p].Text...), a.ws[v].Text)
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
func (a *Sayings) withEs(k *Cue, c syntax.Clause) bool {
	for i := max(c.First, k.Verb-1); i < min(c.Last, k.Verb+2); i++ {
		if a.ws[i].Lower() == "es" {
			k.Tokens = ordered(k.Verb, i)
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
func (a *Sayings) prefixed(c syntax.Clause, v int) (Entry, int) {
	for _, id := range a.form(v).base {
		e := &Cues().Entries[id]
		if !e.acts() {
			continue
		}
		for i := c.Last - 1; i > v; i-- {
			if a.ws[i].Quoted {
				continue
			}
			if a.ws[i].Text == e.Prefix && (i == c.Last-1 || !a.ws[i+1].Capital && a.ws[i+1].Function != syntax.Determiner && a.ws[i+1].Function != syntax.Relative) {
				return *e, i
			}
		}
	}
	return Entry{}, -1
}

// lexiconVerb yields the readings of a word as a verb or participle.
func lexiconVerb(w *syntax.Word) func(yield func(lexicon.Reading) bool) {
	return func(yield func(lexicon.Reading) bool) {
		e := w.Form.Entry
		if w.Capital {
			if l := lexicon.Lower(w.Text); l.Known() {
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
func (a *Sayings) negated(c syntax.Clause, own []string) bool {
	for i := c.First; i < c.Last; i++ {
		if a.negates(i, own) {
			return true
		}
	}
	return false
}

// NounCue finds a noun of saying at the end of a clause, for what follows:
// "die Forderung, dass …", "ist der Ansicht, …".
func (a *Sayings) NounCue(c syntax.Clause) (Cue, bool) {
	k, ok := a.nounCueAt(c, c.Last-1)
	if ok {
		return k, true
	}
	// "die Forderung der Lehrer": the genitive says whose it is.
	for g := c.Last - 1; g > c.First && g > c.Last-8; g-- {
		if !syntax.Genitive(a.ws[g].Text) || a.text.NounCore(g, c.Last) != c.Last {
			continue
		}
		if k, ok = a.nounCueAt(c, g-1); ok {
			k.owner = claim.Tokens(g, c.Last)
			return k, true
		}
		break
	}
	return Cue{}, false
}

// nounCueAt looks for a noun of saying at token i of a clause.
func (a *Sayings) nounCueAt(c syntax.Clause, i int) (Cue, bool) {
	if i < c.First || a.ws[i].Quoted || !a.ws[i].Capital || a.ws[i].Kind != extract.Word {
		return Cue{}, false
	}
	id := a.form(i).act
	if id == 0 {
		return Cue{}, false
	}
	k := Cue{Entry: Cues().Entries[id], Verb: c.Verb, Noun: true, Negated: a.negated(c, nil)}
	first := i
	for first > c.First && (a.ws[first-1].Function == syntax.Determiner || a.ws[first-1].Function == syntax.Relative || a.ws[first-1].Features.HasAny(lexicon.Adjective) && !a.ws[first-1].Capital && !a.ws[first-1].Finite) {
		first--
	}
	if first > c.First {
		switch a.ws[first-1].Lower() {
		case "nach", "laut", "gemäß", "gemäss": // a source
			return Cue{}, false
		}
	}
	if c.Verb >= 0 && c.Verb < first && a.form(c.Verb).light {
		k.Tokens = append(k.Tokens, c.Verb)
		if first-1 > c.Verb && a.ws[first-1].Function == syntax.Preposition { // kam zu dem Schluss
			first--
		}
	}
	for j := first; j <= i; j++ {
		k.Tokens = append(k.Tokens, j)
	}
	return k, true
}
