package attribution

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// direct finds the direct quotations of a unit that have a frame of their own
// or stand by themselves. What is quoted in passing is left to nested.
func (r *rules) direct(u int) {
	un := &r.units[u]
	var quotes []int
	qs := r.d.Quotations()
	for _, qi := range un.quotations {
		if r.ws[qs[qi].Open].opaque {
			quotes = append(quotes, qi)
		}
	}
	start := un.first // behind the last quotation
	for n := 0; n < len(quotes); n++ {
		qi := quotes[n]
		q := qs[qi]
		end := un.last
		if n+1 < len(quotes) {
			end = qs[quotes[n+1]].Open
		}
		f := found{Claim: Claim{Kind: Direct, Medium: Speech, Stance: Asserts, Content: tokens(q.Open, q.Close+1), Score: .98}, by: byQuotation, unit: u}
		switch {
		case r.attributedBehind(&f, q, end):
			// „A“, sagte X, „B“: the second part belongs to the first.
			if n+1 < len(quotes) && r.goesOn(f.Frame, qs[quotes[n+1]]) {
				next := qs[quotes[n+1]]
				f.Content = append(f.Content, tokens(next.Open, next.Close+1)...)
				n++
				r.told[quotes[n]] = true
			}
		case r.attributedBefore(&f, q, start):
		case n > 0 && r.lastDirect() != nil && r.adjoins(start, q):
			p := r.lastDirect()
			f.Cue, f.Frame, f.Speaker, f.Addressee = p.Cue, p.Frame, p.Speaker, p.Addressee
			f.Medium, f.Stance = p.Medium, p.Stance
		case q.Open == un.first || r.isPunct(q.Open-1, ".!?"):
			f.Carried, f.Score = true, .9
		default:
			f.Score = .88
			r.around(&f, u, q)
			if f.Cue == nil {
				start = q.Close + 1
				continue
			}
		}
		r.told[qi] = true
		r.add(f)
		start = qs[quotes[n]].Close + 1
	}
}

func (r *rules) lastDirect() *found {
	if n := len(r.list); n > 0 && r.list[n-1].Kind == Direct {
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
			f.Frame = frame
			f.Speaker = r.subject(cs, k, cue{verb: cs[k].verb})
			f.Score = .9
			return true
		}
	}
	if len(cs) > 0 && r.phraseAt(cs[0].begin, cs[0].last) { // Müller: „…“
		f.Frame, f.Speaker = frame, tokens(cs[0].begin, r.phrase(cs[0].begin, cs[0].last))
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
				r.fill(f, cu, cs, k, without(un.first, r.contentEnd(un.first, un.last), f.Content))
			}
			return
		}
	}
}

// fill completes a claim from its cue.
func (r *rules) fill(f *found, k cue, cs []clause, n int, frame []int) {
	f.Cue, f.Frame = k.tokens, frame
	f.Stance, f.Medium = r.stanceWith(&k.cueEntry, k.negated, f.Content), k.medium
	f.Speaker = r.subject(cs, n, k)
	f.Addressee = r.addressee(cs[n], f.Speaker, k)
}

// nested finds what is quoted in passing inside the claims of a unit, from
// the n-th on: their speakers speak it. Beside claims it takes a cue of its own.
func (r *rules) nested(u, n int) {
	un := &r.units[u]
	qs := r.d.Quotations()
	for _, qi := range un.quotations {
		q := qs[qi]
		if r.told[qi] || !r.words(q) {
			continue
		}
		f := found{Claim: Claim{Kind: Direct, Medium: Speech, Stance: Asserts, Content: tokens(q.Open, q.Close+1), Score: .88}, by: byNested, unit: u}
		parent := -1
		for i := n; i < len(r.list); i++ {
			if contains(r.list[i].Content, q.Open) && contains(r.list[i].Content, q.Close) {
				parent = i
			}
		}
		if parent >= 0 {
			p := &r.list[parent]
			f.Medium, f.Stance, f.Cue, f.Frame, f.Speaker, f.Addressee, f.Carried = p.Medium, p.Stance, p.Cue, p.Frame, p.Speaker, p.Addressee, p.Carried
			f.Parent = parent
			r.list = append(r.list, f)
			continue
		}
		if r.claimed[q.Open] >= 0 {
			continue
		}
		r.around(&f, u, q)
		if f.Cue != nil && q.Close-q.Open > 2 {
			r.add(f)
		}
	}
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
