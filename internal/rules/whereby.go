package rules

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// whereby finds content in a clause that hangs on a noun: "Berichte, wonach …",
// and a relative clause in the Konjunktiv, which only a reporter of somebody's
// words uses: "ein Gesetz, das die Lage verbessern werde".
func (r *finder) whereby(u int) {
	un := &r.text.Units[u]
	last := r.text.ContentEnd(un.First, un.Last)
	cs := r.says.Clauses(u)
	for k, c := range cs {
		if k == 0 || r.claimed[c.First] >= 0 || c.Bracket {
			continue
		}
		f := Claim{Claim: claim.Claim{Kind: claim.Indirect, Medium: claim.SpeechOrWriting, Stance: claim.Asserts}, By: byWhereby, unit: u}
		to := min(c.Last, last)
		switch {
		case r.ws[c.Begin].Text == "wonach" && c.Kind == syntax.SubordinateClause:
			for n := k + 1; n < len(cs) && cs[n].Kind != syntax.VerbFirst && cs[n].Kind != syntax.MainClause; n++ {
				to = min(cs[n].Last, last)
			}
			f.Cue = []int{c.Begin}
			f.Content = claim.Tokens(c.Begin+1, to)
			f.Speaker = r.headOf(un, c)
		case c.Kind == syntax.RelativeClause && r.ws[c.Verb].Konjunktiv1:
			f.Content = claim.Tokens(c.First, to)
			for n := k - 1; n >= 0; n-- {
				if cs[n].Kind == syntax.MainClause {
					f.Speaker = r.says.Subject(cs, n, saying.Cue{Verb: cs[n].Verb})
					break
				}
			}
		default:
			continue
		}
		if len(f.Content) == 0 || !r.free(f.Content) {
			continue
		}
		f.Frame = claim.Without(un.First, last, f.Content)
		r.add(f)
	}
}

// headOf returns the noun phrase that the clause c hangs on.
func (r *finder) headOf(un *syntax.Unit, c syntax.Clause) []int {
	end := c.First - 1
	if end <= un.First {
		return nil
	}
	start := r.phraseStart(end, un.First)
	if start >= end {
		return nil
	}
	return claim.Tokens(start, end)
}

// anaphoric finds "Das bestätigte der Minister": the sentence before is what
// is said.
func (r *finder) anaphoric(u int) {
	un := &r.text.Units[u]
	if u == 0 || r.text.Units[u-1].Paragraph != un.Paragraph {
		return
	}
	w := r.ws[un.First].Text
	if w != "Das" && w != "Dies" && w != "Dieses" {
		return
	}
	cs := r.says.Clauses(u)
	if len(cs) == 0 || cs[0].Kind != syntax.MainClause || cs[0].Verb != un.First+1 {
		return
	}
	for _, c := range cs[1:] { // "Das ruft Neider auf den Plan und führt zu Streit"
		if c.Kind == syntax.MainClause || c.Kind == syntax.VerbFirst {
			return
		}
	}
	q, ok := r.says.CueIn(cs[0])
	prev := claim.Tokens(r.text.Units[u-1].First, r.text.Units[u-1].Last)
	if !ok || q.Stance == claim.Demands || q.Takes&(saying.TakesClause|saying.TakesSubClause) == 0 || !r.free(prev) {
		return
	}
	f := Claim{Claim: claim.Claim{Kind: claim.Indirect, Content: append(prev, un.First)}, By: byAnaphor, unit: u}
	r.fill(&f, q, cs, 0, claim.Tokens(un.First+1, r.text.ContentEnd(un.First, un.Last)))
	f.Speaker = r.says.FirstSubject(cs[0].Verb+1, cs[0].Last, q)
	switch {
	case q.Passive:
		f.Speaker = r.says.Agent(cs[0])
	case q.Takes&saying.TakesText != 0:
		f.Speaker = r.says.Document(cs[0])
	}
	r.add(f)
}
