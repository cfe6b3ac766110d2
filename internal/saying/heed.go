package saying

import (
	"slices"
	"sort"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Heeds reports whether the subject of clause c is spoken to by the noun of demanding in it:
// folgten der Aufforderung, kamen der Bitte nach.
func (s *Sayings) Heeds(c syntax.Clause) bool {
	if s.verbOf(c)&isHeed == 0 {
		return false
	}
	for i := c.First; i < c.Last; i++ {
		if said := s.said[i]; said.Strength == SayingNoun && Cues().Entries[said.ID].Stance == claim.Demands {
			return true
		}
	}
	return false
}

// Owes reports whether clause c tells what the reporter finds right, and nobody is told to have
// said: ihr gebührt Lob.
func (s *Sayings) Owes(c syntax.Clause) bool { return s.verbOf(c)&isOwed != 0 }

// Act returns the verb of clause c as a cue if its plain object tells what is said, as it seldom does.
func (s *Sayings) Act(c syntax.Clause) (Cue, bool) {
	if c.Verb < 0 {
		return Cue{}, false
	}
	e := Cues().Entries[s.said[c.Verb].ID]
	return Cue{Entry: e, Tokens: []int{c.Verb}, Verb: c.Verb, Negated: s.clauseNegated(c, nil)}, e.Takes&(takesAct|TakesObject) != 0
}

// IsBeing reports whether token v is a form of sein.
func (s *Sayings) IsBeing(v int) bool { return v >= 0 && s.form(v).helper&isSein != 0 }

// Heeder returns the subject of the clause that token i is in, if it is spoken to.
func (s *Sayings) Heeder(i int) []int {
	if cs, k := s.clauseAt(i); k >= 0 && s.Heeds(cs[k]) {
		return s.Subject(cs, k, Cue{Verb: cs[k].Verb})
	}
	return nil
}

// clauseAt returns the clauses of the unit of token i, and which of them it is in, or -1.
func (s *Sayings) clauseAt(i int) ([]syntax.Clause, int) {
	cs := s.clauses[s.text.UnitAt(i)]
	return cs, slices.IndexFunc(cs, func(c syntax.Clause) bool { return c.First <= i && i < c.Last })
}

// Admits reports whether a content itself begins by not denying something in the Konjunktiv:
// Er bestreite nicht, dass es stimme.
func (s *Sayings) Admits(content []int) bool {
	cs, k := s.clauseAt(content[0])
	if k < 0 || cs[k].First != content[0] || cs[k].Kind != syntax.MainClause || !s.ws[cs[k].Verb].Konjunktiv1 {
		return false
	}
	q, ok := s.CueIn(cs[k])
	return ok && q.Negated && q.negation() == claim.Admits
}

// verbOf returns what the lists say of the verb of a clause together with its prefix.
func (s *Sayings) verbOf(c syntax.Clause) grammar {
	if c.Verb < 0 {
		return 0
	}
	m, p := s.contentVerb(c), c.Last-1
	if m != c.Verb || p <= m || s.ws[p].Quoted || s.form(p).grammar&isPrefix == 0 {
		return s.form(m).helper
	}
	var buf [64]byte
	for r := range lexiconVerb(&s.ws[m]) {
		if g := grammarWords()[string(r.AppendLemma(append(buf[:0], s.ws[p].Text...), s.ws[m].Text))]; g != 0 {
			return g
		}
	}
	return 0
}

// compares reports whether a clause with wie compares what stands before it, and so tells
// nothing of its sentence: ein Verbot, wie es die Ärzte fordern; wie sie verlangt wurden.
func (s *Sayings) compares(c syntax.Clause) bool {
	if c.Kind != syntax.SubordinateClause || !syntax.IsWie(s.ws[c.Begin].Text) || c.Begin+1 >= c.Verb {
		return false
	}
	first := c.First - 1
	if first < 1 || !s.text.IsPunct(first, ",") {
		return false
	}
	for first > 0 && c.First-first < farPrefix && !s.text.IsPunct(first-1, ".!?:;") {
		first--
	}
	if s.text.AnyFinite(first, c.First) {
		return false // Das ist gut, wie es der Minister formulierte
	}
	switch s.ws[c.Begin+1].Text {
	case "er", "sie", "es", "ihn":
	default:
		return false
	}
	if p := s.Participle(c); p >= 0 && s.ws[c.Verb].Features.HasAny(lexicon.Auxiliary) && s.form(c.Verb).helper&isWerden != 0 {
		return true
	}
	end := s.text.Phrase(c.Begin+2, c.Verb)
	return end > c.Begin+2 && s.ws[c.Begin+2].Function != syntax.Preposition && s.text.Nominative(c.Begin+2, end)
}

// comparison is a clause that compares, the tokens [first, last), and what it compares, from token
// object on where that is not the subject: Ein Verbot, wie es die Ärzte fordern, lehnte der Senat ab.
type comparison struct{ object, first, last int }

// findComparisons adds the comparisons among the clauses of a unit.
func (s *Sayings) findComparisons(cs []syntax.Clause) {
	for k, c := range cs {
		if !s.compares(c) {
			continue
		}
		x := comparison{c.First, c.First, c.Last}
		if k > 0 && k+1 < len(cs) && cs[k-1].Kind == syntax.NoVerb && cs[k+1].Kind == syntax.VerbFirst && !s.text.Person(cs[k-1].Last-1) &&
			s.FirstSubject(cs[k+1].Verb+1, cs[k+1].Last, Cue{}) != nil {
			x.object = cs[k-1].First
		}
		s.comparisons = append(s.comparisons, x)
	}
}

// Compared reports whether token i is part of a clause that compares the phrase before it.
func (s *Sayings) Compared(i int) bool {
	x := s.comparisonAt(i)
	return x != nil && x.first <= i
}

// NoSubject reports whether token i is part of such a clause or of the object that it compares.
func (s *Sayings) NoSubject(i int) bool { return s.comparisonAt(i) != nil }

func (s *Sayings) comparisonAt(i int) *comparison {
	n := sort.Search(len(s.comparisons), func(n int) bool { return s.comparisons[n].last > i })
	if n < len(s.comparisons) && s.comparisons[n].object <= i {
		return &s.comparisons[n]
	}
	return nil
}
