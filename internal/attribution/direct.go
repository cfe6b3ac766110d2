package attribution

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// direct finds the direct quotations of a unit that have a frame of their own
// or stand by themselves. What is quoted in passing is left to nested.
func (r *rules) direct(u int) {
	un := &r.units[u]
	var quotes []int
	for _, qi := range un.quotations {
		if r.speaks(un, qi) {
			quotes = append(quotes, qi)
			r.mark(u, qi, true)
		}
	}
	qs := r.d.Quotations()
	start := un.first // behind the last quotation
	for n := 0; n < len(quotes); n++ {
		qi := quotes[n]
		q := qs[qi]
		end := un.last
		if n+1 < len(quotes) {
			end = qs[quotes[n+1]].Open
		}
		f := found{kind: Direct, by: byQuotation, medium: Speech, stance: Asserts, content: tokens(q.Open, q.Close+1), unit: u, score: .98}
		switch {
		case r.attributedBehind(&f, q, end):
			// „A“, sagte X, „B“: the second part belongs to the first.
			if n+1 < len(quotes) && r.goesOn(f.frame, qs[quotes[n+1]]) {
				next := qs[quotes[n+1]]
				f.content = append(f.content, tokens(next.Open, next.Close+1)...)
				n++
			}
		case r.attributedBefore(&f, q, start):
		case n > 0 && r.lastDirect() != nil && r.adjoins(start, q):
			p := r.lastDirect()
			f.cue, f.frame, f.speaker, f.addressee = p.cue, p.frame, p.speaker, p.addressee
			f.medium, f.stance = p.medium, p.stance
		case q.Open == un.first || r.isPunct(q.Open-1, ".!?"):
			f.via, f.score = ViaCarried, .9
		default:
			f.score = .88
			r.around(&f, u, q)
			if f.cue == nil {
				r.mark(u, qi, false)
				start = q.Close + 1
				continue
			}
		}
		r.add(f)
		start = qs[quotes[n]].Close + 1
	}
}

func (r *rules) lastDirect() *found {
	if n := len(r.list); n > 0 && r.list[n-1].kind == Direct {
		return &r.list[n-1]
	}
	return nil
}

// adjoins reports whether nothing but "und" and marks lies between the end of
// a quotation, at start, and the next.
func (r *rules) adjoins(start int, q extract.Quotation) bool {
	for i := start; i < q.Open; i++ {
		if r.ws[i].role != roleCoord && r.ws[i].Kind != extract.Punctuation {
			return false
		}
	}
	return true
}

// goesOn reports whether a frame behind one quotation leads to the next: it
// ends with a comma or a dash in front of it.
func (r *rules) goesOn(frame []int, next extract.Quotation) bool {
	last := next.Open - 1
	return len(frame) > 0 && frame[len(frame)-1] == last && (r.isPunct(last, ",") || r.ws[last].Kind == extract.Dash)
}

// mark makes a quotation of a unit opaque, no part of the clause around it, or undoes it.
func (r *rules) mark(u, qi int, opaque bool) {
	q := r.d.Quotations()[qi]
	for i := q.Open; i <= q.Close; i++ {
		r.ws[i].opaque = opaque
	}
	r.forget(u)
}

// speaks reports whether a quotation is speech with a frame and not a title, a
// name or a word in passing: it follows a colon, ends with the mark of a
// sentence, is followed by a comma or an attribution, or holds a clause.
func (r *rules) speaks(un *unit, qi int) bool {
	q := r.d.Quotations()[qi]
	n := q.Close - q.Open - 1
	if n <= 0 {
		return false
	}
	before, after := q.Open-1, q.Close+1
	if before >= un.first && r.isPunct(before, ":") {
		return n > 1 || r.isPunct(q.Close-1, ".!?")
	}
	ends := r.isPunct(q.Close-1, ".!?…")
	begins := q.Open == un.first || r.isPunct(before, ".!?")
	clause := r.holdsVerb(q)
	switch {
	case ends && (begins || r.isPunct(before, ",") || r.ws[before].Kind == extract.Dash || n > 5):
		return true
	case begins && after < un.last && r.isPunct(after, ",") && (clause || n > 4):
		return true
	case begins && after < un.last && r.ws[after].finite && clause: // „Nein, das geht nicht“ sagte er
		return true
	case before >= un.first && r.isPunct(before, ",") && clause && letters.IsUpper(r.ws[q.Open+1].text):
		return true
	case begins && after >= un.last-1 && clause:
		return true
	case begins && r.attribution(after, un.last): // «Ein Desaster», titelt die Zeitung
		return true
	}
	return false
}

// attribution reports whether a comma or a dash and a verb of saying stand at
// token i. Behind a comma "so" tells too little: „In kurzer Zeit“, so der
// Minister, werde man fertig.
func (r *rules) attribution(i, last int) bool {
	if i+2 >= last || !r.isPunct(i, ",") && r.ws[i].Kind != extract.Dash {
		return false
	}
	if r.ws[i+1].text == "so" && r.ws[i].Kind == extract.Dash {
		return true
	}
	_, ok := r.verbEntry(i + 1)
	return ok && r.ws[i+1].finite
}

// holdsVerb reports whether a quotation holds a finite verb.
func (r *rules) holdsVerb(q extract.Quotation) bool {
	return r.firstFinite(q.Open+1, q.Close) >= 0
}

// attributedBehind looks for a frame behind a quotation, up to token end:
// „…“, sagte X. — „…“, so X.
func (r *rules) attributedBehind(f *found, q extract.Quotation, end int) bool {
	i := q.Close + 1
	if i < end && r.isPunct(i, ",") {
		i++
	} else if i < end && r.ws[i].Kind == extract.Dash {
		i++
	}
	if i >= end || !(r.ws[i].finite || r.ws[i].text == "so" || r.ws[i].text == "wie" || r.ws[i].text == "heißt") {
		return false
	}
	last := i
	end = min(end, i+longUnit)
	for last < end && !r.isPunct(last, ".!?:;") {
		last++
	}
	cs := r.clauses(i, last)
	if len(cs) == 0 {
		return false
	}
	frame := tokens(q.Close+1, last)
	if r.ws[i].text == "so" {
		return r.soSource(f, i, last, frame)
	}
	c := cs[0]
	if c.kind != clauseVerbFirst && c.kind != clauseSub {
		return false
	}
	k, ok := r.cueIn(c)
	if !ok {
		if c.kind != clauseVerbFirst || r.ws[c.verb].f.HasAny(lexicon.Modal) {
			return false
		}
		// Any verb can follow a quotation: „Ja“, freute sich der Trainer.
		k.stance, k.medium = Asserts, Speech
	}
	r.fill(f, k, cs, 0, frame)
	return true
}

// attributedBefore looks for a frame before a quotation, from token start on:
// X sagte: „…“ — X sagte, „…“
func (r *rules) attributedBefore(f *found, q extract.Quotation, start int) bool {
	i := q.Open
	if i <= start || !r.isPunct(i-1, ":,") {
		return false
	}
	colon := r.isPunct(i-1, ":")
	start = max(start, i-longUnit)
	for k := i - 2; k > start; k-- { // the frame is one sentence
		if r.isPunct(k, ".!?;") {
			start = k + 1
			break
		}
	}
	for start < i && (r.isPunct(start, ",.") || r.ws[start].Kind == extract.CloseQuote) {
		start++
	}
	cs := r.clauses(start, i-1)
	frame := tokens(start, i)
	for k := len(cs) - 1; k >= 0; k-- {
		if q, ok := r.cueIn(cs[k]); ok {
			r.fill(f, q, cs, k, frame)
			return true
		}
		if !colon {
			break
		}
	}
	if !colon {
		return false
	}
	for k := len(cs) - 1; k >= 0; k-- { // no verb of saying, but a colon: whoever acts speaks
		if cs[k].kind == clauseMain || cs[k].kind == clauseVerbFirst {
			f.frame = frame
			f.speaker = r.subject(cs, k, cue{verb: cs[k].verb})
			f.score = .9
			return true
		}
	}
	if len(cs) > 0 && r.phraseAt(cs[0].begin, cs[0].last) { // Müller: „…“
		f.frame, f.speaker = frame, tokens(cs[0].begin, r.phrase(cs[0].begin, cs[0].last))
	}
	return true
}

// around looks for a cue in the clause that a quotation is part of: Er nannte
// das „unerträglich“.
func (r *rules) around(f *found, u int, q extract.Quotation) {
	un := &r.units[u]
	if un.long() {
		return
	}
	cs := r.unitClauses(u)
	for k, c := range cs {
		if c.first <= q.Open && q.Close <= c.last {
			if cu, ok := r.cueIn(c); ok && cu.takes&takesQuote != 0 {
				r.fill(f, cu, cs, k, without(un.first, r.contentEnd(un.first, un.last), f.content))
			}
			return
		}
	}
}

// fill completes a claim from its cue.
func (r *rules) fill(f *found, k cue, cs []clause, n int, frame []int) {
	f.cue, f.frame = k.tokens, frame
	f.stance, f.medium = r.stanceWith(&k.cueEntry, k.negated, f.content), k.medium
	f.speaker = r.subject(cs, n, k)
	f.addressee = r.addressee(cs[n], f.speaker, k)
}

// nested finds what is quoted in passing inside the claims of a unit, from
// the n-th on: their speakers speak it. Beside claims it takes a cue of its own.
func (r *rules) nested(u, n int) {
	un := &r.units[u]
	qs := r.d.Quotations()
	for _, qi := range un.quotations {
		q := qs[qi]
		if r.ws[q.Open].opaque || !r.words(q) {
			continue
		}
		f := found{kind: Direct, by: byNested, medium: Speech, stance: Asserts, content: tokens(q.Open, q.Close+1), unit: u, score: .88}
		parent := -1
		for i := n; i < len(r.list); i++ {
			if contains(r.list[i].content, q.Open) && contains(r.list[i].content, q.Close) {
				parent = i
			}
		}
		if parent >= 0 {
			p := &r.list[parent]
			f.medium, f.stance, f.cue, f.frame, f.speaker, f.addressee, f.via = p.medium, p.stance, p.cue, p.frame, p.speaker, p.addressee, p.via
			f.parent = parent
			r.list = append(r.list, f)
			continue
		}
		if r.claimed[q.Open] >= 0 {
			continue
		}
		r.around(&f, u, q)
		if f.cue != nil && q.Close-q.Open > 2 {
			r.add(f)
		}
	}
}

func contains(ts []int, t int) bool {
	_, in := slices.BinarySearch(ts, t)
	return in
}

// words reports whether a quotation in passing holds somebody's words rather
// than a name or a title: it begins with a small letter, or holds several words
// that are not all capitals and follows no noun that it could name.
func (r *rules) words(q extract.Quotation) bool {
	n := q.Close - q.Open - 1
	if n <= 0 {
		return false
	}
	for i := q.Open + 1; i < q.Close; i++ {
		if r.mention[i] >= 0 && n <= 3 {
			return false
		}
	}
	first := &r.ws[q.Open+1]
	if r.holdsVerb(q) {
		return true
	}
	if !first.capital && first.Kind == extract.Word {
		return true
	}
	if n < 3 {
		return false
	}
	before := q.Open - 1
	return before < 0 || !r.ws[before].capital || r.ws[before].Kind != extract.Word
}
