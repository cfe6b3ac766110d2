package attribution

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// indirect finds indirect speech: a clause with a cue, and what is said before
// it, behind it or around it.
func (r *rules) indirect(u int) {
	cs := r.unitClauses(u)
	done := -1 // the last clause that is content already
	for k := range cs {
		if k <= done || cs[k].bracket || r.claimed[cs[k].first] >= 0 {
			continue
		}
		q, ok := r.cueIn(cs[k])
		if ok && cs[k].kind == clauseVerbFirst && k > 0 && !r.resumes(cs, k) && !r.adverbialBefore(cs, k) && r.coordinated(cs, k) < 0 {
			if r.contentBefore(u, cs, k, q) {
				return
			}
			continue
		}
		if ok && cs[k].kind == clauseSub && isWie(r.ws[cs[k].begin].text) {
			if r.contentAroundWie(u, cs, k, q) {
				return
			}
			continue
		}
		if noun, with := r.nounCue(cs[k]); with && noun.tokens[0] == noun.verb {
			q, ok = noun, true // äußerte die Hoffnung
		}
		if ok {
			if n := r.contentBehind(u, cs, k, q); n > 0 {
				done = n
				continue
			}
		}
		if q, ok := r.nounCue(cs[k]); ok {
			if n := r.contentBehind(u, cs, k, q); n > 0 {
				done = n
			}
		}
	}
}

// adverbialBefore reports whether a subordinate clause other than a content
// clause opens the sentence, so that verb-first clause k is its main clause:
// "Während verhandelt wurde, sagte der Minister, …".
func (r *rules) adverbialBefore(cs []clause, k int) bool {
	w := &r.ws[cs[0].begin]
	if cs[0].kind != clauseSub && cs[0].kind != clauseInfinitive {
		return false
	}
	for _, c := range cs[1:k] {
		if c.kind == clauseMain || c.kind == clauseVerbFirst {
			return false
		}
	}
	switch w.lower() {
	case "dass", "daß", "ob", "wer", "was", "wie":
		return false
	}
	return cs[0].kind == clauseSub || w.lower() == "um"
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
// ein Datenklau, behauptet X", and goes on behind it if the content was
// interrupted: "Der Grund, sagte X, sei ein Datenklau".
func (r *rules) contentBefore(u int, cs []clause, k int, q cue) bool {
	un := &r.units[u]
	first := un.first
	for first < cs[k].first && (r.ws[first].opaque || r.claimed[first] >= 0 || r.isPunct(first, ",.:")) {
		first++
	}
	end := cs[k].first - 1
	if end <= first {
		return false
	}
	verb, mood := -1, false
	sub := cs[0].first == first && cs[0].kind == clauseSub && q.takes&takesSubClause != 0 && isDass(r.ws[first].text)
	for _, c := range cs[:k] {
		if c.first < first {
			continue
		}
		if c.kind == clauseMain || c.kind == clauseVerbFirst || c.kind == clauseSub && c.first == first {
			verb = c.verb
		}
		mood = mood || r.konjunktiv(c)
	}
	if verb < 0 && k+1 < len(cs) && cs[k+1].kind == clauseVerbFirst { // "Die Strecke, sagte die Bahn, sei sicher"
		mood = mood || r.konjunktiv(cs[k+1])
	}
	if q.takes&(takesClause|takesQuote) == 0 && !mood && !sub {
		return false
	}
	if !mood && (q.takes&takesClause == 0 && !sub || verb < 0 || !r.subjectNext(cs[k], q)) {
		return false
	}
	content := tokens(first, end)
	frameEnd := k + 1
	open := r.ws[end-1].finite && !r.ws[end-1].capital // "Er sei, sagte sie, krank": its verb waits for the rest
	for frameEnd < len(cs) && (cs[frameEnd].kind == clauseRelative || cs[frameEnd].kind == clauseNone && verb >= 0 && !open || cs[frameEnd].bracket) {
		frameEnd++
	}
	last := r.contentEnd(un.first, un.last)
	if frameEnd < len(cs) {
		next := cs[frameEnd]
		c := &r.ws[next.first]
		if verb < 0 || r.konjunktiv(next) && !c.capital || open && next.kind == clauseNone {
			content = append(content, tokens(next.first, last)...)
		}
	}
	f := found{Claim: Claim{Kind: Indirect, Content: content, Score: .88}, by: byBefore, unit: u}
	r.fill(&f, q, cs, k, without(first, last, content))
	f.Frame = r.trimFrame(f.Frame)
	r.add(f)
	return true
}

// subjectNext reports whether the subject of a verb-first clause follows its
// verb at once, as in an attribution: "sagte der Minister".
func (r *rules) subjectNext(c clause, q cue) bool {
	i := c.verb + 1
	for i < c.last && (r.ws[i].role == roleAdverb || r.ws[i].text == "sich" || r.ws[i].text == "es") {
		i++
	}
	end := r.phrase(i, c.last)
	return i < c.last && end > i && r.nominative(i, end)
}

// contentAroundWie takes the sentence around "wie X mitteilte".
func (r *rules) contentAroundWie(u int, cs []clause, k int, q cue) bool {
	if q.takes&(takesClause|takesSubClause) == 0 {
		return false
	}
	un := &r.units[u]
	c := cs[k]
	last := r.contentEnd(un.first, un.last)
	frame := tokens(c.first, c.last)
	if c.last < last && r.isPunct(c.last, ",") {
		frame = tokens(c.first, c.last+1)
	}
	if c.first > un.first && r.isPunct(c.first-1, ",") {
		frame = append([]int{c.first - 1}, frame...)
	}
	content := without(un.first, last, frame)
	if len(content) < 3 {
		return false
	}
	f := found{Claim: Claim{Kind: Indirect, Content: content, Score: .92}, by: byWie, unit: u}
	r.fill(&f, q, cs, k, frame)
	f.Cue = append([]int{c.begin}, f.Cue...)
	r.add(f)
	return true
}

// contentBehind takes the content clause behind clause k and returns the last
// clause that belongs to it, 0 if there is none.
func (r *rules) contentBehind(u int, cs []clause, k int, q cue) int {
	un := &r.units[u]
	last := r.contentEnd(un.first, un.last)
	n := k + 1
	// An apposition or a relative clause may stand between: "sagte Klaus
	// Meier, der Leiter der Behörde, dass …".
	for n < len(cs) && (cs[n].kind == clauseRelative || cs[n].kind == clauseNone || cs[n].bracket) && n-k < 4 {
		n++
	}
	if n >= len(cs) || r.ws[cs[n].first].opaque {
		return r.nextSentence(u, cs, k, q)
	}
	c := cs[n]
	colon := r.isPunct(c.first-1, ":")
	switch c.kind {
	case clauseSub:
		if !r.contentConjunction(c, q) || q.takes&(takesClause|takesSubClause) == 0 {
			return 0
		}
	case clauseInfinitive:
		if q.takes&takesInfinitive == 0 || r.ws[c.first].text == "um" || r.ws[c.first].text == "ohne" || r.ws[c.first].text == "statt" || r.ws[c.first].text == "anstatt" {
			return 0
		}
	case clauseMain, clauseVerbFirst:
		if r.ws[c.first].role == roleCoord && !colon {
			return 0
		}
		if c.kind == clauseVerbFirst && !r.konjunktiv(c) {
			return 0
		}
		if n > k+1 && !r.konjunktiv(c) {
			return 0
		}
		switch {
		case q.takes&(takesClause|takesSubClause) == 0:
			return 0
		case r.konjunktiv(c), colon:
		case q.takes&takesClause == 0 || q.noun:
			return 0
		case cs[k].kind == clauseSub || cs[k].kind == clauseRelative:
			return 0
		}
	default:
		return 0
	}
	next := r.contentStops(cs, k, n, q)
	if next < len(cs) {
		last = cs[next-1].last
	}
	f := found{Claim: Claim{Kind: Indirect, Content: tokens(c.first, last), Score: .88}, by: byBehind, unit: u}
	frame := without(un.first, last, f.Content)
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

// contentStops returns the clause in which the reporter speaks again behind
// content that begins with clause n: a second verb of saying behind "und", or
// the rest of the clause that the content hangs on: "Die Forderung, dass …, fand
// Beifall". Without such a clause it is the number of clauses.
func (r *rules) contentStops(cs []clause, k, n int, q cue) int {
	for m := n + 1; m < len(cs); m++ {
		c := cs[m]
		if c.kind == clauseNone && cs[k].kind == clauseMain && q.prefix == "" && r.ws[c.last-1].f.HasAny(lexicon.Prefix) && !r.ws[c.last-1].capital {
			return m // lehnte die Forderung, dass …, ab
		}
		if c.kind != clauseVerbFirst || r.konjunktiv(c) {
			continue
		}
		if r.ws[c.first].role == roleCoord {
			if _, ok := r.cueIn(c); ok {
				return m
			}
			continue
		}
		if cs[k].kind != clauseMain && cs[k].kind != clauseVerbFirst && r.isPunct(c.first-1, ",") {
			return m
		}
	}
	return len(cs)
}

// contentConjunction reports whether a subordinate clause can be what is said.
func (r *rules) contentConjunction(c clause, q cue) bool {
	switch r.ws[c.first].text {
	case "so", "ohne", "statt", "anstatt", "außer", "ausser": // so dass: what follows, not what is said
		return false
	}
	for i := c.first; i < min(c.first+3, c.last); i++ {
		switch r.ws[i].text {
		case "dass", "daß", "ob":
			return true
		}
		if r.ws[i].role == roleWh && (r.ws[i].text != "wo" || q.stance == Asks) || r.ws[i].text == "wonach" {
			return true
		}
	}
	return false
}

// nextSentence takes the next sentence of the paragraph as the content of a
// frame that ends with a colon: "X sagte: Das geht nicht."
func (r *rules) nextSentence(u int, cs []clause, k int, q cue) int {
	un := &r.units[u]
	if k != len(cs)-1 || !r.isPunct(un.last-1, ":") || u+1 >= len(r.units) || q.takes&(takesClause|takesSubClause) == 0 {
		return 0
	}
	next := &r.units[u+1]
	if next.paragraph != un.paragraph || len(next.quotations) > 0 || r.claimed[next.first] >= 0 {
		return 0
	}
	f := found{Claim: Claim{Kind: Indirect, Content: tokens(next.first, r.contentEnd(next.first, next.last)), Score: .7}, by: byColon, unit: u}
	if len(f.Content) == 0 {
		return 0
	}
	r.fill(&f, q, cs, k, tokens(un.first, un.last))
	r.list[r.add(f)].unit++
	return len(cs)
}

// reported finds acts of speech that are told with their object instead of a
// clause: "warb um Unterstützung", "fordert ein Verbot".
func (r *rules) reported(u int) {
	un := &r.units[u]
	cs := r.unitClauses(u)
	for k, c := range cs {
		if c.bracket || c.kind != clauseMain && c.kind != clauseVerbFirst {
			continue
		}
		q, ok := r.cueIn(c)
		if !ok || !r.tellsObject(c, q) {
			continue
		}
		f := found{Claim: Claim{Kind: Reported, Content: tokens(un.first, un.last), Score: .53}, by: byAct, unit: u}
		r.fill(&f, q, cs, k, nil)
		if f.Speaker == nil {
			continue
		}
		f.Cue, f.Frame = nil, nil
		r.add(f)
		return
	}
}

// tellsObject reports whether the object of a cue tells what is said.
func (r *rules) tellsObject(c clause, q cue) bool {
	if q.prep != "" && r.hasPreposition(c, q.prep) {
		return true
	}
	return q.takes&takesObject != 0
}

// hasPreposition reports whether an object with a preposition follows the verb.
func (r *rules) hasPreposition(c clause, prep string) bool {
	for i := c.first; i < c.last; i++ {
		if w := r.ws[i].text; i != c.verb && (w == prep || contracted(w, prep)) {
			return true
		}
	}
	return false
}

// contracted reports whether w is a preposition joined with an article.
func contracted(w, prep string) bool {
	switch prep {
	case "zu":
		return w == "zum" || w == "zur"
	case "von":
		return w == "vom"
	case "um":
		return w == "ums"
	case "für":
		return w == "fürs"
	case "vor":
		return w == "vorm"
	case "auf":
		return w == "aufs"
	}
	return false
}

// continued takes a sentence in the Konjunktiv that has no frame of its own:
// what the last speaker said goes on.
func (r *rules) continued(u int) {
	un := &r.units[u]
	cs := r.unitClauses(u)
	mood, plural := 0, false
	for _, c := range cs {
		if c.kind == clauseMain || c.kind == clauseVerbFirst && c.first == un.first {
			w := &r.ws[c.verb]
			switch {
			case r.firstPerson(c):
			case w.subj1:
				mood = 2
			case w.subj2 && mood == 0:
				mood, plural = 1, w.text == "hätten" || w.text == "würden"
			}
			break
		}
	}
	if mood == 0 {
		return
	}
	p := r.before(u)
	if p == nil && r.ws[un.first].text == "Man" && un.first+1 < un.last && !r.ws[un.first+1].f.HasAny(lexicon.Auxiliary|lexicon.Modal) {
		return // Man nehme drei Eier
	}
	if mood == 1 && (p == nil && !(plural && r.cueBefore(u)) || p != nil && p.Kind == Direct || r.conditional(cs)) {
		return
	}
	if p != nil && p.Kind == Continued && p.unit == u-1 && r.units[u-1].paragraph == un.paragraph {
		more := tokens(un.first, un.last)
		p.Content = append(p.Content, more...)
		p.unit = u
		for _, t := range more {
			r.claimed[t] = len(r.list) - 1
		}
		return
	}
	f := found{Claim: Claim{Kind: Continued, Medium: Speech, Stance: Asserts, Content: tokens(un.first, un.last), Carried: true, Score: .81}, by: byMood, unit: u}
	if p != nil {
		f.Medium = p.Medium
	}
	r.add(f)
}

// cueBefore reports whether the sentence before unit u has a verb of saying
// without content of its own: "Er wies die Kritik zurück. Die Ämter hätten …",
// where "haben" would look like the indicative.
func (r *rules) cueBefore(u int) bool {
	if u == 0 || r.units[u-1].paragraph != r.units[u].paragraph || r.units[u-1].long() {
		return false
	}
	for _, c := range r.unitClauses(u - 1) {
		if c.kind == clauseMain {
			_, ok := r.cueIn(c)
			return ok
		}
	}
	return false
}

// firstPerson reports whether "ich" is the subject of a clause: its Konjunktiv
// I looks like the indicative.
func (r *rules) firstPerson(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if r.ws[i].text == "ich" || r.ws[i].text == "Ich" {
			return true
		}
	}
	return false
}

// conditional reports whether a Konjunktiv II is explained by a condition:
// "wäre nicht Altman, wüsste er …", "wenn … hätte".
func (r *rules) conditional(cs []clause) bool {
	for _, c := range cs {
		switch r.ws[c.begin].text {
		case "wenn", "Wenn", "falls", "Falls":
			return true
		}
		if c.kind == clauseVerbFirst && r.konjunktiv(c) {
			return true
		}
	}
	return false
}

// before returns the last claim if it ends in the unit before u or in u.
func (r *rules) before(u int) *found {
	if n := len(r.list); n > 0 && r.list[n-1].unit >= u-1 {
		return &r.list[n-1]
	}
	return nil
}

// hearsay takes what is told with sollen and an infinitive of the perfect: "Er
// soll gezahlt haben".
func (r *rules) hearsay(u int) {
	un := &r.units[u]
	for _, c := range r.unitClauses(u) {
		if c.kind != clauseMain || c.verb < 0 {
			continue
		}
		switch r.ws[c.verb].text {
		case "soll", "sollen":
		default:
			continue
		}
		n := c.last
		if n-2 <= c.verb || r.ws[n-1].Kind != extract.Word {
			continue
		}
		switch r.ws[n-1].text {
		case "haben", "sein":
			if !r.ws[n-2].f.HasAny(lexicon.PastParticiple) {
				continue
			}
		default:
			continue
		}
		r.add(found{Claim: Claim{Kind: FreeIndirect, Medium: SpeechOrWriting, Stance: Asserts, Content: tokens(un.first, un.last), Carried: true, Score: .55}, by: byHearsay, unit: u})
		return
	}
}
