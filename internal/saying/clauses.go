package saying

import (
	"github.com/laut-nlp/laut/internal/syntax"
)

// ClausesIn returns the clauses of the tokens [first, last).
func (a *Sayings) ClausesIn(first, last int) []syntax.Clause {
	cs := a.text.Clauses(first, last)
	a.articles(cs)
	return cs
}

// Clauses returns the clauses of a unit, which must not be changed; none of furniture
// and of long units.
func (a *Sayings) Clauses(u int) []syntax.Clause { return a.clauses[u] }

// articles looks again at what seems to be a relative clause behind a clause
// that reports: in "Sie sagte, die Gespräche seien gescheitert" the article has
// its noun, and both go with the verb.
func (a *Sayings) articles(cs []syntax.Clause) {
	for k := 1; k < len(cs); k++ {
		c := &cs[k]
		if c.Kind != syntax.RelativeClause || a.ws[c.Begin].Function != syntax.Relative || !a.text.IsPunct(c.First-1, ",") {
			continue
		}
		v := a.text.FirstFinite(c.Begin, c.Last)
		end := a.text.NounCore(c.Begin, v)
		if end <= c.Begin+1 || !a.text.Agree(c.Begin, end, v) {
			continue
		}
		q, ok := a.CueIn(cs[k-1])
		if !ok {
			q, ok = a.NounCue(cs[k-1])
		}
		if !ok {
			continue
		}
		w := &a.ws[v]
		last := q.Tokens[len(q.Tokens)-1]
		if w.Konjunktiv1 || w.Konjunktiv2 || end == v && !q.Noun && last == cs[k-1].Last-1 {
			c.Kind, c.Verb = syntax.MainClause, v
		}
	}
}
