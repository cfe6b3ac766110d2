package rules

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// direct finds the direct quotations of a unit that have a frame of their own
// or stand by themselves. What is quoted in passing is left to nested.
func (r *finder) direct(u int) {
	un := &r.text.Units[u]
	var quotes []int
	qs := r.text.Doc.Quotations()
	for _, qi := range un.Quotations {
		if r.ws[qs[qi].Open].Speech {
			quotes = append(quotes, qi)
		}
	}
	start := un.First // after the last quotation
	for n := 0; n < len(quotes); n++ {
		qi := quotes[n]
		q := qs[qi]
		end := un.Last
		if n+1 < len(quotes) {
			end = qs[quotes[n+1]].Open
		}
		f := Claim{Claim: claim.Claim{Kind: claim.Direct, Medium: claim.Speech, Stance: claim.Asserts, Content: claim.Tokens(q.Open, q.Close+1)}, By: byQuotation, unit: u}
		switch {
		case r.attributedAfter(&f, q, end):
			// „A“, sagte X, „B“: the second part belongs to the first.
			if n+1 < len(quotes) && r.goesOn(f.Frame, qs[quotes[n+1]]) {
				next := qs[quotes[n+1]]
				f.Content = append(f.Content, claim.Tokens(next.Open, next.Close+1)...)
				n++
				r.told[quotes[n]] = true
			}
		case r.beside(&f, q):
		case r.attributedBefore(&f, q, start):
		case n > 0 && r.lastDirect() != nil && r.adjoins(start, q):
			p := r.lastDirect()
			f.Cue, f.Frame, f.Speaker, f.Addressee = p.Cue, p.Frame, p.Speaker, p.Addressee
			f.Medium, f.Stance = p.Medium, p.Stance
		case un.Heading && r.guest != nil: // the title of an interview
			f.Speaker, f.Via = r.guest, claim.ViaInterview
		case q.Open == un.First || r.text.IsPunct(q.Open-1, ".!?"):
			f.Carried = true
		default:
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

func (r *finder) lastDirect() *Claim {
	if n := len(r.list); n > 0 && r.list[n-1].Kind == claim.Direct && !r.list[n-1].By.Turn() {
		return &r.list[n-1]
	}
	return nil
}

// adjoins reports whether nothing but "und" and marks lies between the end of
// a quotation, at start, and the next.
func (r *finder) adjoins(start int, q extract.Quotation) bool {
	for i := start; i < q.Open; i++ {
		if r.ws[i].Function != syntax.Coordinator && r.ws[i].Kind != extract.Punctuation {
			return false
		}
	}
	return true
}

// goesOn reports whether a frame after one quotation leads to the next: it
// ends with a comma or a dash in front of it.
func (r *finder) goesOn(frame []int, next extract.Quotation) bool {
	last := next.Open - 1
	return len(frame) > 0 && frame[len(frame)-1] == last && (r.text.IsPunct(last, ",") || r.ws[last].Kind == extract.Dash)
}

// attributedAfter looks for a frame after a quotation, up to token end:
// „…“, sagte X. — „…“, so X.
func (r *finder) attributedAfter(f *Claim, q extract.Quotation, end int) bool {
	i := q.Close + 1
	if i < end && r.text.IsPunct(i, ",") {
		i++
	} else if i < end && r.ws[i].Kind == extract.Dash {
		i++
	}
	if i >= end || !(r.ws[i].Finite || r.ws[i].Text == "so" || r.ws[i].Text == "wie" || r.ws[i].Text == "heißt") {
		return false
	}
	last := i
	end = min(end, i+syntax.LongUnit)
	for last < end && !r.text.IsPunct(last, ".!?:;") {
		last++
	}
	cs := r.says.ClausesIn(i, last)
	if len(cs) == 0 {
		return false
	}
	frame := claim.Tokens(q.Close+1, last)
	if r.ws[i].Text == "so" {
		return r.soSource(f, i, last, frame)
	}
	c := cs[0]
	if c.Kind != syntax.VerbFirst && c.Kind != syntax.SubordinateClause {
		return false
	}
	k, ok := r.says.CueIn(c)
	if !ok {
		if c.Kind != syntax.VerbFirst || r.ws[c.Verb].Features.HasAny(lexicon.Modal) {
			return false
		}
		// Any verb can follow a quotation: „Ja“, freute sich der Trainer.
		k.Stance, k.Medium = claim.Asserts, claim.Speech
	}
	r.fill(f, k, cs, 0, frame)
	return true
}

// attributedBefore looks for a frame before a quotation, from token start on:
// X sagte: „…“ — X sagte, „…“
func (r *finder) attributedBefore(f *Claim, q extract.Quotation, start int) bool {
	i := q.Open
	if i <= start || !r.text.IsPunct(i-1, ":,") {
		return false
	}
	colon := r.text.IsPunct(i-1, ":")
	start = max(start, i-syntax.LongUnit)
	for k := i - 2; k > start; k-- { // the frame is one sentence
		if r.text.IsPunct(k, ".!?;") {
			start = k + 1
			break
		}
	}
	for start < i && (r.text.IsPunct(start, ",.") || r.ws[start].Kind == extract.CloseQuote) {
		start++
	}
	cs := r.says.ClausesIn(start, i-1)
	frame := claim.Tokens(start, i)
	for k := len(cs) - 1; k >= 0; k-- {
		if q, ok := r.says.CueIn(cs[k]); ok {
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
	if s := r.viewOf(cs); s != nil {
		f.Frame, f.Speaker = frame, s
		return true
	}
	for k := len(cs) - 1; k >= 0; k-- { // no verb of saying, but a colon: whoever acts speaks
		if cs[k].Kind == syntax.MainClause || cs[k].Kind == syntax.VerbFirst {
			f.Frame = frame
			f.Speaker = r.says.Subject(cs, k, saying.Cue{Verb: cs[k].Verb})
			return true
		}
	}
	if len(cs) > 0 && r.says.PhraseAt(cs[0].Begin, cs[0].Last) { // Müller: „…“
		f.Frame, f.Speaker = frame, claim.Tokens(cs[0].Begin, r.text.Phrase(cs[0].Begin, cs[0].Last))
	}
	return true
}

// viewOf returns whose view a clause before a colon tells, nil if nobody's: Für den Trainer ist
// die Sache klar.
func (r *finder) viewOf(cs []syntax.Clause) []int {
	if len(cs) == 0 || cs[0].Kind != syntax.MainClause || r.ws[cs[0].Begin].Lower() != "für" || !r.says.IsBeing(cs[0].Verb) {
		return nil
	}
	first := cs[0].Begin + 1
	end := r.text.Phrase(first, cs[0].Verb)
	phrase := claim.Tokens(first, end)
	if r.canSpeak(phrase) {
		return phrase
	}
	reader := nouns.NewReader(r.text.Doc, nil)
	for i := first; i < end; i++ {
		if _, ok := reader.Sense(i, first, end); ok || r.ws[i].Capital && r.ws[i].Features == 0 {
			return phrase
		}
	}
	return nil
}

// around looks for a cue in the clause that a quotation is part of: Er nannte
// das „unerträglich“.
func (r *finder) around(f *Claim, u int, q extract.Quotation) {
	un := &r.text.Units[u]
	if un.Long() {
		return
	}
	cs := r.says.Clauses(u)
	for k, c := range cs {
		if c.First <= q.Open && q.Close <= c.Last {
			if cu, ok := r.says.CueIn(c); ok && cu.Takes&saying.TakesQuote != 0 {
				r.fill(f, cu, cs, k, claim.Without(un.First, r.text.ContentEnd(un.First, un.Last), f.Content))
			}
			return
		}
	}
}

// fill completes a claim from its cue.
func (r *finder) fill(f *Claim, k saying.Cue, cs []syntax.Clause, n int, frame []int) {
	f.Cue, f.Frame = k.Tokens, frame
	f.Stance, f.Medium = r.says.StanceWith(&k.Entry, k.Negated, f.Content), k.Medium
	f.Speaker = r.says.Subject(cs, n, k)
	if f.Addressee = r.says.Addressee(cs[n], f.Speaker, k); k.Noun && r.says.Heeds(cs[n]) {
		f.Addressee = r.says.Subject(cs, n, saying.Cue{Verb: cs[n].Verb})
	}
}

// nested finds what is quoted in passing. A quotation inside one of the claims of a unit, from
// the n-th on, takes that claim's speaker and cue; one outside needs a cue of its own.
func (r *finder) nested(u, n int) {
	un := &r.text.Units[u]
	qs := r.text.Doc.Quotations()
	for _, qi := range un.Quotations {
		q := qs[qi]
		if r.told[qi] || !r.quotesWords(q) {
			continue
		}
		f := Claim{Claim: claim.Claim{Kind: claim.Direct, Medium: claim.Speech, Stance: claim.Asserts, Content: claim.Tokens(q.Open, q.Close+1)}, By: byNested, unit: u}
		parent := -1
		for i := n; i < len(r.list); i++ {
			if claim.Contains(r.list[i].Content, q.Open) && claim.Contains(r.list[i].Content, q.Close) {
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

// quotesWords reports whether a quotation in passing holds somebody's words rather
// than a name or a title: it begins with a small letter, or holds several words
// that are not all capitals and follows no noun that it could name.
func (r *finder) quotesWords(q extract.Quotation) bool {
	n := q.Close - q.Open - 1
	if n <= 0 {
		return false
	}
	for i := q.Open + 1; i < q.Close; i++ {
		if r.text.Entity[i] >= 0 && n <= 3 {
			return false
		}
	}
	if r.text.Title(q.Open, q.Close) {
		return false
	}
	first := &r.ws[q.Open+1]
	if r.text.HoldsVerb(q) {
		return true
	}
	if !first.Capital && first.Kind == extract.Word {
		return true
	}
	if n < 3 {
		return false
	}
	before := q.Open - 1
	return before < 0 || !r.ws[before].Capital || r.ws[before].Kind != extract.Word
}
