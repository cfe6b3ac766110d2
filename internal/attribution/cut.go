package attribution

// unitClauses returns the clauses of a unit, which must not be changed.
func (a *analysis) unitClauses(u int) []clause { return a.clausesOf[u] }
