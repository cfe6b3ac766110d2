package attribution

import (
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// subject finds who speaks in the clauses cs, the k-th of which holds the cue.
// In German the verb stands second: what stands before it in a main clause is
// one phrase, and if that is no subject, the subject follows the verb.
func (a *analysis) subject(cs []clause, k int, q cue) []int {
	c := cs[k]
	if q.takes&takesText != 0 {
		return a.document(c)
	}
	if q.owner != nil {
		return q.owner
	}
	if q.passive {
		return a.agent(c)
	}
	if c.verb < 0 {
		return nil
	}
	switch c.kind {
	case clauseMain:
		if s := a.forefield(cs, k); s != nil {
			return s
		}
		return a.behind(c.verb+1, c.last, q)
	case clauseVerbFirst:
		if j := a.coordinated(cs, k); j >= 0 {
			return a.subject(cs, j, cue{verb: cs[j].verb})
		}
		if a.resumes(cs, k) {
			return a.interrupted(cs, k)
		}
		if s := a.behind(c.verb+1, c.last, q); s != nil {
			return s
		}
		return a.interrupted(cs, k)
	case clauseRelative:
		i := c.begin
		s := a.behind(i+1, c.verb, q)
		if a.nominativeRelative(i) && (s == nil || a.ws[s[0]].role == rolePronoun || a.ws[i].text == "der") {
			return []int{i}
		}
		return s
	case clauseSub:
		return a.behind(c.begin+1, c.verb, q)
	}
	return nil
}

// coordinated returns the main clause whose subject clause k shares: "Er sagte,
// …, und fügte hinzu"; -1 if it has none to share.
func (a *analysis) coordinated(cs []clause, k int) int {
	c := cs[k]
	if c.kind != clauseVerbFirst || a.ws[c.first].role != roleCoord || a.konjunktiv(c) {
		return -1
	}
	for j := k - 1; j >= 0; j-- {
		if cs[j].kind == clauseMain && !a.konjunktiv(cs[j]) {
			return j
		}
	}
	return -1
}

// nominativeRelative reports whether token i is a relative pronoun that can be
// the subject.
func (a *analysis) nominativeRelative(i int) bool {
	if a.ws[i].role != roleRelative {
		return false
	}
	switch a.ws[i].text {
	case "der", "die", "das":
		return true
	}
	return false
}

// forefield returns the subject before the verb of main clause k, or nil.
func (a *analysis) forefield(cs []clause, k int) []int {
	c := cs[k]
	first, last := c.begin, c.verb
	for first < last && (a.ws[first].role == roleAdverb || a.ws[first].role == roleCoord) && !a.phraseAt(first, last) {
		first++
	}
	last = a.trimAdverbs(first, last)
	if first >= last || !a.phraseAt(first, last) {
		return nil
	}
	w := &a.ws[first]
	if w.role == rolePrep || w.role == roleWh || w.role == roleSub || w.quoted && w.opaque {
		return nil
	}
	end := a.phrase(first, last)
	if !a.nominative(first, max(end, first+1)) {
		return nil
	}
	if end < last && a.ws[first].role == rolePronoun {
		last = end
	}
	// The whole forefield is one phrase, whatever hangs on the noun.
	return tokens(first, last)
}

// phraseAt reports whether a noun phrase begins at token i.
func (a *analysis) phraseAt(i, limit int) bool { return a.nounCore(i, limit) > i }

// trimAdverbs leaves out what follows a subject before its verb: "hingegen".
func (a *analysis) trimAdverbs(first, last int) int {
	for last > first+1 && (a.ws[last-1].role == roleAdverb || a.ws[last-1].f == lexicon.Adverb) {
		last--
	}
	return last
}

// behind returns the first phrase in [i, limit) that can be a subject, nil if
// there is none. It passes over adverbs, phrases with prepositions and objects.
func (a *analysis) behind(i, limit int, q cue) []int {
	for i < limit {
		w := &a.ws[i]
		if slices.Contains(q.tokens, i) || w.quoted && w.opaque {
			i++
			continue
		}
		if w.role == rolePrep {
			if end := a.phrase(i+1, limit); end > i+1 {
				i = end
			} else {
				i++
			}
			continue
		}
		end := a.phrase(i, limit)
		if end == i {
			end = a.shortQuotation(i, limit)
		}
		if end == i {
			i++
			continue
		}
		if w.text == "es" { // so versprach es der Trainer
			i = end
			continue
		}
		if a.nominative(i, end) {
			return tokens(i, a.apposition(end, limit))
		}
		i = end
	}
	return nil
}

// apposition returns the end of a phrase together with a name or a title
// behind a comma: "der Leiter der Behörde, Klaus Meier,".
func (a *analysis) apposition(end, limit int) int {
	if end != limit || !a.isPunct(end, ",") {
		return end
	}
	i := end + 1
	stop := i
	for stop < len(a.ws) && stop < i+16 && !a.isPunct(stop, ",.;:–!?") && !a.ws[stop].quoted {
		if a.ws[stop].finite {
			return end
		}
		stop++
	}
	if core := a.nounCore(i, stop); core == i || a.ws[i].role == rolePronoun || !a.ws[i].capital && !a.nominative(i, core) || a.isPunct(stop, ":") || a.zuInfinitive(i, stop) {
		return end
	}
	return stop
}

// agent returns who acts in a passive clause: "von Minister Meier".
func (a *analysis) agent(c clause) []int {
	for i := c.first; i < c.last; i++ {
		switch a.ws[i].text {
		case "von", "vom", "durch", "Von", "Vom":
			if end := a.phrase(i+1, c.last); end > i+1 {
				return tokens(i+1, end)
			}
		}
	}
	return nil
}

// document returns the text that speaks in clause c: heißt es "in dem Brief".
func (a *analysis) document(c clause) []int {
	for i := c.first; i < c.last; i++ {
		switch a.ws[i].lower() {
		case "in", "im", "auf", "bei", "beim", "aus":
			if end := a.phrase(i+1, c.last); end > i+1 {
				return tokens(i+1, end)
			}
		}
	}
	return nil
}

// resumes reports whether verb-first clause k goes on with a phrase that was
// interrupted: "Der Leiter, Klaus Meier, sagte" and "Der Sender, der … ist,
// erklärte", against ", sagte der Leiter".
func (a *analysis) resumes(cs []clause, k int) bool {
	if k == 0 {
		return false
	}
	for j := k - 1; j >= 0; j-- {
		switch cs[j].kind {
		case clauseNone:
			if j == 0 || a.isPunct(cs[j].first-1, ":.;") {
				first := cs[j].begin
				w := &a.ws[first]
				if !a.phraseAt(first, cs[j].last) || w.role == rolePrep || !a.nominative(first, a.phrase(first, cs[j].last)) {
					return false
				}
				// What stands behind the verb decides: a second subject means
				// that the first phrase is what was said.
				c := cs[k]
				i := c.verb + 1
				if k == 1 && k+1 < len(cs) && cs[k+1].kind == clauseVerbFirst && a.konjunktiv(cs[k+1]) {
					return false // "Die Strecke, sagte die Bahn, sei sicher"
				}
				if k >= 2 && i < c.last && a.ws[i].role != rolePronoun && !a.person(i) {
					return true // "Der Chef, Olaf Reich, nannte das Gesetz"
				}
				return i >= c.last || !(a.ws[i].role == rolePronoun || a.phraseAt(i, c.last) && a.nominative(i, a.phrase(i, c.last)) && k+1 >= len(cs))
			}
		case clauseRelative:
		default:
			if !cs[j].bracket {
				return false
			}
		}
	}
	return false
}

// interrupted returns the phrase that verb-first clause k goes on with.
func (a *analysis) interrupted(cs []clause, k int) []int {
	for j := k - 1; j >= 0; j-- {
		if cs[j].kind != clauseNone && cs[j].kind != clauseRelative {
			return nil
		}
		if j == 0 || a.isPunct(cs[j].first-1, ":.;") {
			first := cs[j].begin
			if cs[j].kind != clauseNone || !a.phraseAt(first, cs[j].last) || a.ws[first].role == rolePrep {
				return nil
			}
			last := a.trimAdverbs(first, cs[j].last)
			// An apposition belongs to the subject, a relative clause does not.
			if j+1 < k && cs[j+1].kind == clauseNone && !cs[j+1].bracket {
				last = cs[j+1].last
			} else if j+1 < k && cs[j+1].bracket {
				last = cs[j+1].last + 1
			}
			return tokens(first, last)
		}
	}
	return nil
}

// addressee returns to whom clause c speaks: a phrase with gegenüber, or in the
// dative.
func (a *analysis) addressee(c clause, speaker []int, q cue) []int {
	for i := c.first; i < c.last; i++ {
		w := &a.ws[i]
		if w.quoted && w.opaque || slices.Contains(speaker, i) || q.noun && slices.Contains(q.tokens, i) {
			continue
		}
		if w.text == "gegenüber" || w.text == "Gegenüber" {
			if end := a.phrase(i+1, c.last); end > i+1 {
				return tokens(i+1, end)
			}
		}
		if w.role == rolePrep {
			if end := a.phrase(i+1, c.last); end > i+1 {
				i = end - 1
			}
			continue
		}
		switch w.text {
		case "die", "das", "einen", "ihn", "seinen", "ihren", "alle", "beide", "sie":
			if q.takes&takesPerson == 0 || len(speaker) == 0 {
				continue
			}
		case "dem", "einem", "seinem", "ihrem", "ihm", "ihnen", "den", "Dem":
		case "der":
			if i+1 < c.last && a.masculine(i+1, c.last) && !(a.ws[i+1].Kind == extract.OpenQuote && len(speaker) > 0) {
				continue
			}
		default:
			if q.takes&takesPerson == 0 || len(speaker) == 0 || !a.beginsMention(i) {
				continue
			}
		}
		if i > 0 && slices.Contains(speaker, i-1) || (i == 0 || !a.ws[i-1].capital || a.ws[i-1].finite || i == c.first) && !a.insidePhrase(i, c.first) {
			if end := a.phrase(i, c.last); end > i && (w.text != "den" || q.takes&takesPerson != 0 || q.takes&takesObject == 0 && (q.stance == Demands || q.stance == Criticises)) {
				return tokens(i, end)
			}
		}
	}
	return nil
}

// beginsMention reports whether the name of a person or an organisation begins
// at token i: forderte Huber auf.
func (a *analysis) beginsMention(i int) bool {
	e := a.mention[i]
	return e >= 0 && (i == 0 || a.mention[i-1] != e) && (a.es[e].Label == entities.PER || a.es[e].Label == entities.ORG)
}

// insidePhrase reports whether token i goes on with a phrase, as a genitive does.
func (a *analysis) insidePhrase(i, first int) bool {
	return i > first && (a.ws[i-1].capital && !a.ws[i-1].finite || a.ws[i-1].role == rolePrep)
}
