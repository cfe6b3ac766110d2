package attribution

// clauses returns the clauses of the tokens [first, last).
func (a *analysis) clauses(first, last int) []clause {
	cs := a.cutClauses(first, last)
	a.articles(cs)
	return cs
}

// unitClauses returns the clauses of a unit, which must not be changed; none of furniture
// and of long units.
func (a *analysis) unitClauses(u int) []clause { return a.clausesOf[u] }

// articles looks again at what seems to be a relative clause behind a clause
// that reports: in "Sie sagte, die Gespräche seien gescheitert" the article has
// its noun, and both go with the verb.
func (a *analysis) articles(cs []clause) {
	for k := 1; k < len(cs); k++ {
		c := &cs[k]
		if c.kind != clauseRelative || a.ws[c.begin].role != roleRelative || !a.isPunct(c.first-1, ",") {
			continue
		}
		v := a.firstFinite(c.begin, c.last)
		end := a.nounCore(c.begin, v)
		if end <= c.begin+1 || !a.agree(c.begin, end, v) {
			continue
		}
		q, ok := a.cueIn(cs[k-1])
		if !ok {
			q, ok = a.nounCue(cs[k-1])
		}
		if !ok {
			continue
		}
		w := &a.ws[v]
		last := q.tokens[len(q.tokens)-1]
		if w.subj1 || w.subj2 || end == v && !q.noun && last == cs[k-1].last-1 {
			c.kind, c.verb = clauseMain, v
		}
	}
}
