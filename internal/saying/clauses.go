package saying

import (
	"github.com/laut-nlp/laut/internal/syntax"
)

// ClausesIn returns the clauses of the tokens [first, last).
func (s *Sayings) ClausesIn(first, last int) []syntax.Clause {
	cs := s.text.Clauses(first, last)
	s.articles(cs)
	return cs
}

// Clauses returns the clauses of a unit, which must not be changed; none of furniture
// and of long units.
func (s *Sayings) Clauses(u int) []syntax.Clause { return s.clauses[u] }

// articles looks again at what seems to be a relative clause after a clause
// that reports: in "Sie sagte, die Gespräche seien gescheitert" the article has
// its noun, and both go with the verb.
func (s *Sayings) articles(cs []syntax.Clause) {
	for k := 1; k < len(cs); k++ {
		c := &cs[k]
		if c.Kind != syntax.RelativeClause || s.ws[c.Begin].Function != syntax.Relative || !s.text.IsPunct(c.First-1, ",") {
			continue
		}
		v := s.text.FirstFinite(c.Begin, c.Last)
		end := s.text.NounCore(c.Begin, v)
		if end <= c.Begin+1 || !s.text.Agree(c.Begin, end, v) {
			continue
		}
		q, ok := s.CueIn(cs[k-1])
		if !ok {
			q, ok = s.NounCue(cs[k-1])
		}
		if !ok {
			continue
		}
		w := &s.ws[v]
		last := q.Tokens[len(q.Tokens)-1]
		if w.Konjunktiv1 || w.Konjunktiv2 || end == v && !q.Noun && last == cs[k-1].Last-1 {
			c.Kind, c.Verb = syntax.MainClause, v
		}
	}
}
