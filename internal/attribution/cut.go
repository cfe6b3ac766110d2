package attribution

// cuts keeps the clauses of units and the cues in them: all rules ask for them anew.
// What a quotation is to the clause around it may change while the rules run over its
// unit; then what depends on it is forgotten, see forget.
type cuts struct {
	memory  *memory    // has the answers
	clauses [][]clause // by unit, once they are asked for
	verbs   []int32    // by token: 1 + the answer for the clause whose verb it is
	ends    []int32    // by token: 1 + the answer for nouns in the clause whose last it is
	changes int        // how often something was forgotten
}

// answer is what cueIn or nounCue found in a clause.
type answer struct {
	clause
	cue     cue
	ok      bool
	changes int
}

func newCuts(units, tokens int, m *memory) cuts {
	return cuts{memory: m, clauses: make([][]clause, units), verbs: m.int32s.take(tokens), ends: m.int32s.take(tokens)}
}

// unitClauses returns the clauses of a unit, which must not be changed.
func (a *analysis) unitClauses(u int) []clause {
	if a.cuts.clauses[u] == nil {
		cs := a.clauses(a.units[u].first, a.units[u].last)
		if cs == nil {
			cs = []clause{}
		}
		a.cuts.clauses[u] = cs
	}
	return a.cuts.clauses[u]
}

// kept returns the answer at a place for a clause, nil if it is not there.
func (c *cuts) kept(place int32, of clause) *answer {
	if place == 0 {
		return nil
	}
	if q := &c.memory.answers[place-1]; q.first == of.first && q.last == of.last && q.verb == of.verb {
		return q
	}
	return nil
}

// keep keeps an answer and returns its place.
func (c *cuts) keep(of clause, q cue, ok bool) int32 {
	c.memory.answers = append(c.memory.answers, answer{of, q, ok, c.changes})
	return int32(len(c.memory.answers))
}

// cueIn finds the cue of a clause: its finite verb with the prefix or the
// participle that belongs to it.
func (a *analysis) cueIn(c clause) (cue, bool) {
	if c.verb < 0 {
		return cue{}, false
	}
	if q := a.cuts.kept(a.cuts.verbs[c.verb], c); q != nil {
		return q.cue, q.ok
	}
	q, ok := a.findCue(c)
	a.cuts.verbs[c.verb] = a.cuts.keep(c, q, ok)
	return q, ok
}

// nounCue finds a noun of saying at the end of a clause, for what follows:
// "die Forderung, dass …", "ist der Ansicht, …".
func (a *analysis) nounCue(c clause) (cue, bool) {
	end := c.last - 1
	if q := a.cuts.kept(a.cuts.ends[end], c); q != nil && q.changes == a.cuts.changes {
		return q.cue, q.ok
	}
	q, ok := a.findNounCue(c)
	a.cuts.ends[end] = a.cuts.keep(c, q, ok)
	return q, ok
}
