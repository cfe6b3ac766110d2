package saying

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/syntax"
)

// modalCue finds the infinitive of saying after a modal where the act is said
// to be done or refused: "wollte das nicht bestätigen", "musste einräumen". What
// somebody can or should say is not said yet.
func (s *Sayings) modalCue(k *Cue, c syntax.Clause) bool {
	i := s.infinitive(c)
	if i < 0 {
		return false
	}
	e, ok := s.verbEntry(i)
	if !ok || e.Takes&TakesText != 0 {
		return false
	}
	switch {
	case k.Negated && s.form(c.Verb).helper&isWant != 0:
	case s.form(c.Verb).helper&isMust != 0 && e.Stance == claim.Admits:
	default:
		return false
	}
	k.Entry, k.Tokens = e, ordered(c.Verb, i)
	k.Takes, k.Prep = k.Takes&^TakesObject, ""
	return true
}

// expression finds a phrase or an adjective in a clause that says more than its
// verb: gab zu Protokoll, zeigte sich überzeugt.
func (s *Sayings) expression(k *Cue, c syntax.Clause) bool {
	m := s.contentVerb(c)
	in := stretch{c.First, c.Last}
	p := s.longest(s.form(m).phrases, in, nil)
	if m != c.Verb {
		if q := s.longest(s.form(c.Verb).phrases, in, nil); q != nil && (p == nil || len(q.words) > len(p.words)) {
			p = q
		}
	}
	l := Cues()
	if p != nil {
		if !l.Entries[p.id].acts() {
			return false
		}
		k.Entry = l.Entries[p.id]
		k.Negated = s.clauseNegated(c, p.words)
		k.Passive = m != c.Verb && s.ws[m].Features.HasAny(lexicon.PastParticiple) && s.form(c.Verb).helper&isWerden != 0
		k.Tokens = s.tokensOf(c, p.words, m)
		s.withCorrelate(k, c)
		return true
	}
	be := s.form(m).helper & (isSein | isShow)
	if be == 0 {
		return false
	}
	i := s.adjectiveIn(c)
	if i < 0 {
		return false
	}
	words := []string{s.ws[i].Text}
	if s.reflexive(c) {
		words = append(words, "sich")
	} else if be&isSein == 0 {
		return false
	}
	if e := l.Entries[s.form(i).adjective]; e.acts() {
		k.Entry = e
		k.Tokens = s.tokensOf(c, words, m)
		s.withCorrelate(k, c)
		return true
	}
	return false
}

// contentVerb returns the verb of a clause that tells what is done: the
// participle or infinitive after an auxiliary or a modal, else the finite verb.
func (s *Sayings) contentVerb(c syntax.Clause) int {
	v := c.Verb
	switch {
	case !s.ws[v].Features.HasAny(lexicon.Auxiliary | lexicon.Modal):
	case s.form(v).helper&isAuxiliary != 0:
		if p := s.Participle(c); p >= 0 {
			return p
		}
		if i := s.infinitive(c); i >= 0 && s.form(v).helper&isWerden != 0 {
			return i
		}
	default:
		if i := s.infinitive(c); i >= 0 {
			return i
		}
	}
	return v
}

// infinitive returns the infinitive without zu that ends a clause, or -1.
func (s *Sayings) infinitive(c syntax.Clause) int {
	i := c.Last - 1
	if i == c.Verb {
		i--
	}
	if i <= c.First || s.ws[i].Quoted || s.ws[i].Capital || !s.ws[i].Features.HasAny(lexicon.Infinitive) || s.ws[i-1].Text == "zu" {
		return -1
	}
	return i
}

// adjectiveIn returns the token of an adjective that tells what somebody thinks or
// feels, or -1.
func (s *Sayings) adjectiveIn(c syntax.Clause) int {
	for i := c.First; i < c.Last; i++ {
		w := &s.ws[i]
		if !w.Quoted && !w.Capital && w.Function == syntax.NoFunction && (w.Features == 0 || w.Features.HasAny(lexicon.Adjective|lexicon.PastParticiple)) && s.form(i).adjective != 0 && (i+1 == c.Last || !s.ws[i+1].Capital) {
			return i
		}
	}
	return -1
}

// tokensOf returns the finite verb of a clause, its content verb m and the words
// of an expression.
func (s *Sayings) tokensOf(c syntax.Clause, words []string, m int) []int {
	ts := []int{c.Verb, m}
	for _, word := range words {
		for i := c.First; i < c.Last; i++ {
			if !s.ws[i].Quoted && strings.EqualFold(s.ws[i].Text, word) {
				ts = append(ts, i)
				break
			}
		}
	}
	slices.Sort(ts)
	return slices.Compact(ts)
}

// Participle returns the last past participle of a clause, or -1.
func (s *Sayings) Participle(c syntax.Clause) int {
	for i := c.Last - 1; i >= c.First; i-- {
		w := &s.ws[i]
		if i != c.Verb && !w.Quoted && !w.Capital && w.Features.HasAny(lexicon.PastParticiple) && !s.text.Attributive(i, c.First, c.Last) {
			return i
		}
	}
	return -1
}
