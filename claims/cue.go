package claims

import (
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

	document bool // heißt es in dem Brief: a text speaks
}

// cueIn finds the cue of a clause: its finite verb with the prefix or the
// participle that belongs to it.
func (a *analysis) cueIn(c clause) (cue, bool) {
	v := c.verb
	if v < 0 {
		return cue{}, false
	}
	w := &a.ws[v]
	k := cue{verb: v, tokens: []int{v}, negated: a.negated(c)}
	if w.f.HasAny(lexicon.Auxiliary) && a.lemmaIs(v, "haben", "sein", "werden") {
		if e, p := a.prefixed(c, v); p >= 0 { // wurde bekannt
			k.cueEntry, k.tokens = e, ordered(v, p)
			return k, true
		}
		p := a.participle(c)
		if p < 0 {
			return k, false
		}
		e, ok := a.lookup(p, cueList.whole)
		if !ok || a.ws[p].text == "gestanden" {
			return k, false
		}
		k.cueEntry, k.tokens = e, ordered(v, p)
		k.passive = a.lemmaIs(v, "werden") || c.last > p+1 && a.ws[p+1].text == "worden"
		return k, true
	}
	if e, p := a.prefixed(c, v); p >= 0 {
		k.cueEntry, k.tokens = e, ordered(v, p)
		if a.ws[p-1].text == "davon" { // ging davon aus
			k.tokens = []int{v, p - 1, p}
		}
		return k, true
	}
	e, ok := a.lookup(v, cueList.whole)
	if w.text == "gestanden" { // rather of stehen than of gestehen
		return k, false
	}
	if !ok || e.prefix != "" && !w.f.HasAny(lexicon.Joined) {
		return k, false
	}
	k.cueEntry = e
	if e.medium == mediumOf("speech/writing") && a.lemmaIs(v, "heißen") {
		if !a.withEs(&k, c) { // heißt es, not: er heißt Meier
			return k, false
		}
		k.document = true
	}
	return k, true
}

// withEs adds the pronoun of "heißt es" to a cue.
func (a *analysis) withEs(k *cue, c clause) bool {
	for i := max(c.first, k.verb-1); i < min(c.last, k.verb+2); i++ {
		if lowerFirst(a.ws[i].text) == "es" {
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
	w := &a.ws[v]
	for r := range lexiconVerb(w) {
		a.lemma = r.AppendLemma(a.lemma[:0], w.text)
		for _, e := range cueList.base[string(a.lemma)] {
			for i := c.last - 1; i > v; i-- {
				if a.ws[i].quoted {
					continue
				}
				if a.ws[i].text == e.prefix && (i == c.last-1 || !a.ws[i+1].capital && a.ws[i+1].role != roleDeterminer && a.ws[i+1].role != roleRelative) {
					return e, i
				}
			}
		}
	}
	return cueEntry{}, -1
}

// participle returns the last past participle of a clause, or -1.
func (a *analysis) participle(c clause) int {
	for i := c.last - 1; i >= c.first; i-- {
		w := &a.ws[i]
		if i != c.verb && !w.quoted && !w.capital && w.f.HasAny(lexicon.PastParticiple) && !a.attributive(i, c.first, c.last) {
			return i
		}
	}
	return -1
}

// lookup finds one of the lemmas of token i in a list of cues.
func (a *analysis) lookup(i int, list map[string]cueEntry) (cueEntry, bool) {
	w := &a.ws[i]
	for r := range lexiconVerb(w) {
		a.lemma = r.AppendLemma(a.lemma[:0], w.text)
		if e, ok := list[string(a.lemma)]; ok {
			return e, true
		}
	}
	if w.f == 0 {
		e, ok := list[cueList.forms[w.text]]
		return e, ok
	}
	return cueEntry{}, false
}

func (a *analysis) lemmaIs(i int, lemmas ...string) bool {
	w := &a.ws[i]
	for r := range lexiconVerb(w) {
		a.lemma = r.AppendLemma(a.lemma[:0], w.text)
		for _, l := range lemmas {
			if string(a.lemma) == l {
				return true
			}
		}
	}
	return false
}

// lexiconVerb yields the readings of a word as a verb or participle.
func lexiconVerb(w *word) func(yield func(lexicon.Reading) bool) {
	return func(yield func(lexicon.Reading) bool) {
		e := lexicon.Lookup(w.text)
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

// negated reports whether a clause denies its verb.
func (a *analysis) negated(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if a.ws[i].quoted {
			continue
		}
		switch a.ws[i].text {
		case "nicht", "nie", "niemals", "kein", "keine", "keinen", "keinerlei":
			return true
		}
	}
	return false
}

// nounCue finds a noun of saying at the end of a clause, for what follows:
// "die Forderung, dass …", "ist der Ansicht, …".
func (a *analysis) nounCue(c clause) (cue, bool) {
	i := c.last - 1
	if i < c.first || a.ws[i].quoted || !a.ws[i].capital || a.ws[i].Kind != extract.Word {
		return cue{}, false
	}
	w := &a.ws[i]
	for r := range lexicon.Lookup(w.text).Readings() {
		if r.Features&lexicon.Noun == 0 {
			continue
		}
		a.lemma = r.AppendLemma(a.lemma[:0], w.text)
		e, ok := cueList.nouns[string(a.lemma)]
		if !ok {
			continue
		}
		e.takes = takesSubClause | takesInfinitive
		k := cue{cueEntry: e, verb: c.verb, noun: true, negated: a.negated(c)}
		first := i
		for first > c.first && (a.ws[first-1].role == roleDeterminer || a.ws[first-1].role == roleRelative || a.ws[first-1].f.HasAny(lexicon.Adjective) && !a.ws[first-1].capital && !a.ws[first-1].finite) {
			first--
		}
		if c.verb >= 0 && c.verb < first && a.lemmaIs(c.verb, "sein", "haben", "vertreten", "äußern", "erheben", "kommen", "bringen", "geben", "stehen", "machen", "teilen") {
			k.tokens = append(k.tokens, c.verb)
		}
		for j := first; j <= i; j++ {
			k.tokens = append(k.tokens, j)
		}
		return k, true
	}
	return cue{}, false
}
