package attribution

// whereby finds content in a clause that hangs on a noun: "Berichte, wonach …",
// and a relative clause in the Konjunktiv, which only a reporter of somebody's
// words uses: "ein Gesetz, das die Lage verbessern werde".
func (r *rules) whereby(u int) {
	un := &r.units[u]
	last := r.contentEnd(un.first, un.last)
	cs := r.unitClauses(u)
	for k, c := range cs {
		if k == 0 || r.claimed[c.first] >= 0 || c.bracket {
			continue
		}
		f := found{Claim: Claim{Kind: Indirect, Medium: SpeechOrWriting, Stance: Asserts, Score: .7}, by: byWhereby, unit: u}
		to := min(c.last, last)
		switch {
		case r.ws[c.begin].text == "wonach" && c.kind == clauseSub:
			for n := k + 1; n < len(cs) && cs[n].kind != clauseVerbFirst && cs[n].kind != clauseMain; n++ {
				to = min(cs[n].last, last)
			}
			f.Cue = []int{c.begin}
			f.Content = tokens(c.begin+1, to)
			f.Speaker = r.headOf(un, c)
		case c.kind == clauseRelative && r.ws[c.verb].subj1:
			f.Content = tokens(c.first, to)
			for n := k - 1; n >= 0; n-- {
				if cs[n].kind == clauseMain {
					f.Speaker = r.subject(cs, n, cue{verb: cs[n].verb})
					break
				}
			}
			f.Score = .54
		default:
			continue
		}
		if len(f.Content) == 0 || !r.free(f.Content) {
			continue
		}
		f.Frame = without(un.first, last, f.Content)
		r.add(f)
	}
}

// headOf returns the noun phrase that the clause c hangs on.
func (r *rules) headOf(un *unit, c clause) []int {
	end := c.first - 1
	if end <= un.first {
		return nil
	}
	start := r.phraseStart(end, un.first)
	if start >= end {
		return nil
	}
	return tokens(start, end)
}

// anaphoric finds "Das bestätigte der Minister": the sentence before is what
// is said.
func (r *rules) anaphoric(u int) {
	un := &r.units[u]
	if u == 0 || r.units[u-1].paragraph != un.paragraph {
		return
	}
	w := r.ws[un.first].text
	if w != "Das" && w != "Dies" && w != "Dieses" {
		return
	}
	cs := r.unitClauses(u)
	if len(cs) == 0 || cs[0].kind != clauseMain || cs[0].verb != un.first+1 {
		return
	}
	for _, c := range cs[1:] { // "Das ruft Neider auf den Plan und führt zu Streit"
		if c.kind == clauseMain || c.kind == clauseVerbFirst {
			return
		}
	}
	q, ok := r.cueIn(cs[0])
	prev := tokens(r.units[u-1].first, r.units[u-1].last)
	if !ok || q.stance == Demands || q.takes&(takesClause|takesSubClause) == 0 || !r.free(prev) {
		return
	}
	f := found{Claim: Claim{Kind: Indirect, Content: append(prev, un.first), Score: .7}, by: byAnaphor, unit: u}
	r.fill(&f, q, cs, 0, tokens(un.first+1, r.contentEnd(un.first, un.last)))
	f.Speaker = r.behind(cs[0].verb+1, cs[0].last, q)
	switch {
	case q.passive:
		f.Speaker = r.agent(cs[0])
	case q.takes&takesText != 0:
		f.Speaker = r.document(cs[0])
	}
	r.add(f)
}
