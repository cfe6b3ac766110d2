package rules

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// indirect finds indirect speech: a clause with a cue, and what is said before
// it, after it or around it.
func (r *finder) indirect(u int) {
	cs := r.says.Clauses(u)
	done := -1 // the last clause that is content already
	for k := range cs {
		if k <= done || cs[k].Bracket || r.claimed[cs[k].First] >= 0 {
			continue
		}
		q, ok := r.says.CueIn(cs[k])
		if r.attributedLater(cs, k) {
			continue
		}
		if ok && cs[k].Kind == syntax.VerbFirst && k > 0 && !r.says.Resumes(cs, k) && !r.adverbialBefore(cs, k) && r.says.Coordinated(cs, k) < 0 {
			if r.contentBefore(u, cs, k, q) {
				return
			}
			if !r.phraseBefore(cs, k) {
				continue
			}
		}
		if ok && cs[k].Kind == syntax.SubordinateClause && syntax.IsWie(r.ws[cs[k].Begin].Text) {
			if r.contentAroundWie(u, cs, k, q) {
				return
			}
			continue
		}
		if noun, with := r.says.NounCue(cs[k]); with && noun.Tokens[0] == noun.Verb {
			q, ok = noun, true // äußerte die Hoffnung
		}
		if ok {
			if n := r.contentAfter(u, cs, k, q); n > 0 {
				done = n
				continue
			}
		}
		if q, ok := r.says.NounCue(cs[k]); ok {
			if n := r.contentAfter(u, cs, k, q); n > 0 {
				done = n
			}
		}
	}
}

// adverbialBefore reports whether a subordinate clause other than a content
// clause opens the sentence, so that verb-first clause k is its main clause:
// "Während verhandelt wurde, sagte der Minister, …".
func (r *finder) adverbialBefore(cs []syntax.Clause, k int) bool {
	w := &r.ws[cs[0].Begin]
	if cs[0].Kind != syntax.SubordinateClause && cs[0].Kind != syntax.InfinitiveClause {
		return false
	}
	for _, c := range cs[1:k] {
		if c.Kind == syntax.MainClause || c.Kind == syntax.VerbFirst {
			return false
		}
	}
	if is(w.Lower(), opensContent) {
		return false
	}
	return cs[0].Kind == syntax.SubordinateClause || w.Lower() == "um"
}

// attributedLater reports whether main clause k is in the Konjunktiv and the last clause of its
// sentence tells who says so: Er bestreite nicht, dass es stimme, sagte Meier.
func (r *finder) attributedLater(cs []syntax.Clause, k int) bool {
	n := len(cs) - 1
	if k != 0 || n < 2 || cs[k].Kind != syntax.MainClause || !r.ws[cs[k].Verb].Konjunktiv1 || cs[n].Kind != syntax.VerbFirst || !r.text.IsPunct(cs[n].First-1, ",") || r.text.Konjunktiv(cs[n]) {
		return false
	}
	q, ok := r.says.CueIn(cs[n])
	return ok && q.Takes&saying.TakesClause != 0 && r.subjectNext(cs[n], q)
}

// phraseBefore reports whether no more than a phrase with a preposition and what hangs on it stands
// before verb-first clause k: Von denen, die blieben, sagen manche, …
func (r *finder) phraseBefore(cs []syntax.Clause, k int) bool {
	for _, c := range cs[1:k] {
		if c.Kind != syntax.RelativeClause {
			return false
		}
	}
	return cs[0].Kind == syntax.NoVerb && r.ws[cs[0].Begin].Function == syntax.Preposition
}

// isDass reports whether a content clause that stands first begins with w.
func isDass(w string) bool {
	switch w {
	case "Dass", "Daß", "Ob":
		return true
	}
	return false
}

// contentBefore takes what stands before a verb-first clause: "Der Grund sei
// ein Datenklau, behauptet X", and goes on after it if the content was
// interrupted: "Der Grund, sagte X, sei ein Datenklau".
func (r *finder) contentBefore(u int, cs []syntax.Clause, k int, q saying.Cue) bool {
	un := &r.text.Units[u]
	first := un.First
	for first < cs[k].First && (r.ws[first].Speech || r.claimed[first] >= 0 || r.text.IsPunct(first, ",.:")) {
		first++
	}
	end := cs[k].First - 1
	if end <= first {
		return false
	}
	verb, mood := -1, false
	sub := cs[0].First == first && cs[0].Kind == syntax.SubordinateClause && q.Takes&saying.TakesSubClause != 0 && isDass(r.ws[first].Text)
	for _, c := range cs[:k] {
		if c.First < first {
			continue
		}
		if c.Kind == syntax.MainClause || c.Kind == syntax.VerbFirst || c.Kind == syntax.SubordinateClause && c.First == first {
			verb = c.Verb
		}
		mood = mood || r.text.Konjunktiv(c)
	}
	if verb < 0 && k+1 < len(cs) && cs[k+1].Kind == syntax.VerbFirst { // "Die Strecke, sagte die Bahn, sei sicher"
		mood = mood || r.text.Konjunktiv(cs[k+1])
	}
	if q.Takes&(saying.TakesClause|saying.TakesQuote) == 0 && !mood && !sub {
		return false
	}
	if !mood && (q.Takes&saying.TakesClause == 0 && !sub || verb < 0 || !r.subjectNext(cs[k], q)) {
		return false
	}
	content := claim.Tokens(first, end)
	frameEnd := k + 1
	open := r.ws[end-1].Finite && !r.ws[end-1].Capital // "Er sei, sagte sie, krank": its verb waits for the rest
	for frameEnd < len(cs) && (cs[frameEnd].Kind == syntax.RelativeClause || cs[frameEnd].Kind == syntax.NoVerb && verb >= 0 && !open || cs[frameEnd].Bracket) {
		frameEnd++
	}
	last := r.text.ContentEnd(un.First, un.Last)
	if frameEnd < len(cs) {
		next := cs[frameEnd]
		c := &r.ws[next.First]
		if verb < 0 || r.text.Konjunktiv(next) && !c.Capital || open && next.Kind == syntax.NoVerb {
			content = append(content, claim.Tokens(next.First, last)...)
		}
	}
	f := Claim{Claim: claim.Claim{Kind: claim.Indirect, Content: content}, By: byBefore, unit: u}
	r.fill(&f, q, cs, k, claim.Without(first, last, content))
	f.Frame = r.text.TrimFrame(f.Frame)
	r.add(f)
	return true
}

// subjectNext reports whether the subject of a verb-first clause follows its
// verb at once, as in an attribution: "sagte der Minister".
func (r *finder) subjectNext(c syntax.Clause, q saying.Cue) bool {
	i := c.Verb + 1
	for i < c.Last && (r.ws[i].Function == syntax.Adverb || r.ws[i].Text == "sich" || r.ws[i].Text == "es") {
		i++
	}
	end := r.text.Phrase(i, c.Last)
	return i < c.Last && end > i && r.text.Nominative(i, end)
}

// contentAroundWie takes the sentence around "wie X mitteilte".
func (r *finder) contentAroundWie(u int, cs []syntax.Clause, k int, q saying.Cue) bool {
	if q.Takes&(saying.TakesClause|saying.TakesSubClause) == 0 {
		return false
	}
	un := &r.text.Units[u]
	c := cs[k]
	last := r.text.ContentEnd(un.First, un.Last)
	frame := claim.Tokens(c.First, c.Last)
	if c.Last < last && r.text.IsPunct(c.Last, ",") {
		frame = claim.Tokens(c.First, c.Last+1)
	}
	if c.First > un.First && r.text.IsPunct(c.First-1, ",") {
		frame = append([]int{c.First - 1}, frame...)
	}
	content := claim.Without(un.First, last, frame)
	if len(content) < 3 {
		return false
	}
	f := Claim{Claim: claim.Claim{Kind: claim.Indirect, Content: content}, By: byWie, unit: u}
	r.fill(&f, q, cs, k, frame)
	f.Cue = append([]int{c.Begin}, f.Cue...)
	r.add(f)
	return true
}

// contentAfter takes the content clause after clause k and returns the last
// clause that belongs to it, 0 if there is none.
func (r *finder) contentAfter(u int, cs []syntax.Clause, k int, q saying.Cue) int {
	un := &r.text.Units[u]
	last := r.text.ContentEnd(un.First, un.Last)
	n := k + 1
	// An apposition or a relative clause may stand between: "sagte Klaus
	// Meier, der Leiter der Behörde, dass …".
	for n < len(cs) && (cs[n].Kind == syntax.RelativeClause || cs[n].Kind == syntax.NoVerb || cs[n].Bracket) && n-k < 4 {
		n++
	}
	if n >= len(cs) || r.ws[cs[n].First].Speech {
		return r.nextSentence(u, cs, k, q)
	}
	c := cs[n]
	colon := r.text.IsPunct(c.First-1, ":")
	switch c.Kind {
	case syntax.SubordinateClause:
		if !r.contentConjunction(c, q) || q.Takes&(saying.TakesClause|saying.TakesSubClause) == 0 {
			return 0
		}
	case syntax.InfinitiveClause:
		if q.Takes&saying.TakesInfinitive == 0 || is(r.ws[c.First].Text, noZu) {
			return 0
		}
	case syntax.MainClause, syntax.VerbFirst:
		if r.ws[c.First].Function == syntax.Coordinator && !colon {
			return 0
		}
		if c.Kind == syntax.VerbFirst && !r.text.Konjunktiv(c) {
			return 0
		}
		if n > k+1 && !r.text.Konjunktiv(c) {
			return 0
		}
		switch {
		case q.Takes&(saying.TakesClause|saying.TakesSubClause) == 0:
			return 0
		case r.text.Konjunktiv(c), colon:
		case q.Takes&saying.TakesClause == 0 || q.Noun:
			return 0
		case cs[k].Kind == syntax.SubordinateClause || cs[k].Kind == syntax.RelativeClause:
			return 0
		}
	default:
		return 0
	}
	next := r.contentStops(cs, k, n, q)
	if next < len(cs) {
		last = cs[next-1].Last
	}
	f := Claim{Claim: claim.Claim{Kind: claim.Indirect, Content: claim.Tokens(c.First, last)}, By: byAfter, unit: u}
	frame := claim.Without(un.First, last, f.Content)
	if k > 0 { // leave what belongs to an earlier claim
		var own []int
		for _, t := range frame {
			if r.claimed[t] < 0 {
				own = append(own, t)
			}
		}
		frame = own
	}
	r.fill(&f, q, cs, k, frame)
	r.add(f)
	return next - 1
}

// contentStops returns the clause in which the reporter speaks again after
// content that begins with clause n: a second verb of saying after "und", or
// the rest of the clause that the content hangs on: "Die Forderung, dass …, fand
// Beifall". Without such a clause it is the number of clauses.
func (r *finder) contentStops(cs []syntax.Clause, k, n int, q saying.Cue) int {
	for m := n + 1; m < len(cs); m++ {
		c := cs[m]
		if c.Kind == syntax.NoVerb && cs[k].Kind == syntax.MainClause && q.Prefix == "" && r.ws[c.Last-1].Features.HasAny(lexicon.Prefix) && !r.ws[c.Last-1].Capital {
			return m // lehnte die Forderung, dass …, ab
		}
		if c.Kind != syntax.VerbFirst || r.text.Konjunktiv(c) {
			continue
		}
		if r.ws[c.First].Function == syntax.Coordinator {
			if _, ok := r.says.CueIn(c); ok {
				return m
			}
			continue
		}
		if cs[k].Kind != syntax.MainClause && cs[k].Kind != syntax.VerbFirst && r.text.IsPunct(c.First-1, ",") {
			return m
		}
	}
	return len(cs)
}

// contentConjunction reports whether a subordinate clause can be what is said.
func (r *finder) contentConjunction(c syntax.Clause, q saying.Cue) bool {
	if is(r.ws[c.First].Text, noDass) { // so dass: what follows, not what is said
		return false
	}
	for i := c.First; i < min(c.First+3, c.Last); i++ {
		switch r.ws[i].Text {
		case "dass", "daß", "ob":
			return true
		}
		if r.ws[i].Function == syntax.Interrogative && (r.ws[i].Text != "wo" || q.Stance == claim.Asks) || r.ws[i].Text == "wonach" {
			return true
		}
	}
	return false
}

// nextSentence takes the next sentence of the paragraph as the content of a
// frame that ends with a colon: "X sagte: Das geht nicht."
func (r *finder) nextSentence(u int, cs []syntax.Clause, k int, q saying.Cue) int {
	un := &r.text.Units[u]
	if k != len(cs)-1 || !r.text.IsPunct(un.Last-1, ":") || u+1 >= len(r.text.Units) || q.Takes&(saying.TakesClause|saying.TakesSubClause) == 0 {
		return 0
	}
	next := &r.text.Units[u+1]
	if next.Paragraph != un.Paragraph || len(next.Quotations) > 0 || r.claimed[next.First] >= 0 {
		return 0
	}
	f := Claim{Claim: claim.Claim{Kind: claim.Indirect, Content: claim.Tokens(next.First, r.text.ContentEnd(next.First, next.Last))}, By: byColon, unit: u}
	if len(f.Content) == 0 {
		return 0
	}
	r.fill(&f, q, cs, k, claim.Tokens(un.First, un.Last))
	r.list[r.add(f)].unit++
	return len(cs)
}
