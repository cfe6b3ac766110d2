package attribution

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/internal/lexicon"
)

// modalCue finds the infinitive of saying behind a modal where the act is said
// to be done or refused: "wollte das nicht bestätigen", "musste einräumen". What
// somebody can or should say is not said yet.
func (a *analysis) modalCue(k *cue, c clause) bool {
	i := a.infinitive(c)
	if i < 0 {
		return false
	}
	e, ok := a.verbEntry(i)
	if !ok || e.takes&takesText != 0 {
		return false
	}
	switch {
	case k.negated && a.form(c.verb).helper&isWant != 0:
	case a.form(c.verb).helper&isMust != 0 && e.stance == Admits:
	default:
		return false
	}
	k.cueEntry, k.tokens = e, ordered(c.verb, i)
	k.takes, k.prep = k.takes&^takesObject, ""
	return true
}

// expression finds a phrase or an adjective in a clause that says more than its
// verb: gab zu Protokoll, zeigte sich überzeugt.
func (a *analysis) expression(k *cue, c clause) bool {
	m := a.contentVerb(c)
	in := stretch{c.first, c.last}
	p := a.longest(a.form(m).phrases, in, nil)
	if m != c.verb {
		if q := a.longest(a.form(c.verb).phrases, in, nil); q != nil && (p == nil || len(q.words) > len(p.words)) {
			p = q
		}
	}
	l := cueList()
	if p != nil {
		if !l.entries[p.id].acts() {
			return false
		}
		k.cueEntry = l.entries[p.id]
		k.negated = a.negated(c, p.words)
		k.passive = m != c.verb && a.ws[m].f.HasAny(lexicon.PastParticiple) && a.form(c.verb).helper&isWerden != 0
		k.tokens = a.tokensOf(c, p.words, m)
		a.withCorrelate(k, c)
		return true
	}
	be := a.form(m).helper & (isSein | isShow)
	if be == 0 {
		return false
	}
	i := a.moodIn(c)
	if i < 0 {
		return false
	}
	words := []string{a.ws[i].text}
	if a.reflexive(c) {
		words = append(words, "sich")
	} else if be&isSein == 0 {
		return false
	}
	if e := l.entries[a.form(i).mood]; e.acts() {
		k.cueEntry = e
		k.tokens = a.tokensOf(c, words, m)
		a.withCorrelate(k, c)
		return true
	}
	return false
}

// contentVerb returns the verb of a clause that tells what is done: the
// participle or infinitive behind an auxiliary or a modal, else the finite verb.
func (a *analysis) contentVerb(c clause) int {
	v := c.verb
	switch {
	case !a.ws[v].f.HasAny(lexicon.Auxiliary | lexicon.Modal):
	case a.form(v).helper&isAuxiliary != 0:
		if p := a.participle(c); p >= 0 {
			return p
		}
		if i := a.infinitive(c); i >= 0 && a.form(v).helper&isWerden != 0 {
			return i
		}
	default:
		if i := a.infinitive(c); i >= 0 {
			return i
		}
	}
	return v
}

// infinitive returns the infinitive without zu that ends a clause, or -1.
func (a *analysis) infinitive(c clause) int {
	i := c.last - 1
	if i == c.verb {
		i--
	}
	if i <= c.first || a.ws[i].quoted || a.ws[i].capital || !a.ws[i].f.HasAny(lexicon.Infinitive) || a.ws[i-1].text == "zu" {
		return -1
	}
	return i
}

// moodIn returns the token of an adjective that tells what somebody thinks or
// feels, or -1.
func (a *analysis) moodIn(c clause) int {
	for i := c.first; i < c.last; i++ {
		w := &a.ws[i]
		if !w.quoted && !w.capital && w.role == roleNone && (w.f == 0 || w.f.HasAny(lexicon.Adjective|lexicon.PastParticiple)) && a.form(i).mood != 0 && (i+1 == c.last || !a.ws[i+1].capital) {
			return i
		}
	}
	return -1
}

// tokensOf returns the finite verb of a clause, its content verb m and the words
// of an expression.
func (a *analysis) tokensOf(c clause, words []string, m int) []int {
	ts := []int{c.verb, m}
	for _, word := range words {
		for i := c.first; i < c.last; i++ {
			if !a.ws[i].quoted && strings.EqualFold(a.ws[i].text, word) {
				ts = append(ts, i)
				break
			}
		}
	}
	slices.Sort(ts)
	return slices.Compact(ts)
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
