package saying

import (
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Subject finds who speaks in the clauses cs, the k-th of which holds the cue.
// In German the verb stands second: what stands before it in a main clause is
// one phrase, and if that is no subject, the subject follows the verb.
func (a *Sayings) Subject(cs []syntax.Clause, k int, q Cue) []int {
	c := cs[k]
	if q.Takes&TakesText != 0 {
		return a.Document(c)
	}
	if q.owner != nil {
		return q.owner
	}
	if q.Passive {
		return a.Agent(c)
	}
	if c.Verb < 0 {
		return nil
	}
	switch c.Kind {
	case syntax.MainClause:
		if s := a.forefield(cs, k); s != nil {
			return s
		}
		return a.Behind(c.Verb+1, c.Last, q)
	case syntax.VerbFirst:
		if j := a.Coordinated(cs, k); j >= 0 {
			return a.Subject(cs, j, Cue{Verb: cs[j].Verb})
		}
		if a.Resumes(cs, k) {
			return a.interrupted(cs, k)
		}
		if s := a.Behind(c.Verb+1, c.Last, q); s != nil {
			return s
		}
		return a.interrupted(cs, k)
	case syntax.RelativeClause:
		i := c.Begin
		s := a.Behind(i+1, c.Verb, q)
		if a.nominativeRelative(i) && (s == nil || a.ws[s[0]].Function == syntax.Pronoun || a.ws[i].Text == "der") {
			return []int{i}
		}
		return s
	case syntax.SubordinateClause:
		return a.Behind(c.Begin+1, c.Verb, q)
	}
	return nil
}

// Coordinated returns the main clause whose subject clause k shares: "Er sagte,
// …, und fügte hinzu"; -1 if it has none to share.
func (a *Sayings) Coordinated(cs []syntax.Clause, k int) int {
	c := cs[k]
	if c.Kind != syntax.VerbFirst || a.ws[c.First].Function != syntax.Coordinator || a.text.Konjunktiv(c) {
		return -1
	}
	for j := k - 1; j >= 0; j-- {
		if cs[j].Kind == syntax.MainClause && !a.text.Konjunktiv(cs[j]) {
			return j
		}
	}
	return -1
}

// nominativeRelative reports whether token i is a relative pronoun that can be
// the subject.
func (a *Sayings) nominativeRelative(i int) bool {
	if a.ws[i].Function != syntax.Relative {
		return false
	}
	switch a.ws[i].Text {
	case "der", "die", "das":
		return true
	}
	return false
}

// forefield returns the subject before the verb of main clause k, or nil.
func (a *Sayings) forefield(cs []syntax.Clause, k int) []int {
	c := cs[k]
	first, last := c.Begin, c.Verb
	for first < last && (a.ws[first].Function == syntax.Adverb || a.ws[first].Function == syntax.Coordinator) && !a.PhraseAt(first, last) {
		first++
	}
	last = a.trimAdverbs(first, last)
	if first >= last || !a.PhraseAt(first, last) {
		return nil
	}
	w := &a.ws[first]
	if w.Function == syntax.Preposition || w.Function == syntax.Interrogative || w.Function == syntax.Subordinator || w.Quoted && w.Speech {
		return nil
	}
	end := a.text.Phrase(first, last)
	if !a.text.Nominative(first, max(end, first+1)) {
		return nil
	}
	if end < last && a.ws[first].Function == syntax.Pronoun {
		last = end
	}
	// The whole forefield is one phrase, whatever hangs on the noun.
	return claim.Tokens(first, last)
}

// PhraseAt reports whether a noun phrase begins at token i.
func (a *Sayings) PhraseAt(i, limit int) bool { return a.text.NounCore(i, limit) > i }

// trimAdverbs leaves out what follows a subject before its verb: "hingegen".
func (a *Sayings) trimAdverbs(first, last int) int {
	for last > first+1 && (a.ws[last-1].Function == syntax.Adverb || a.ws[last-1].Features == lexicon.Adverb) {
		last--
	}
	return last
}

// Behind returns the first phrase in [i, limit) that can be a subject, nil if
// there is none. It passes over adverbs, phrases with prepositions and objects.
func (a *Sayings) Behind(i, limit int, q Cue) []int {
	for i < limit {
		w := &a.ws[i]
		if slices.Contains(q.Tokens, i) || w.Quoted && w.Speech {
			i++
			continue
		}
		if w.Function == syntax.Preposition {
			if end := a.text.Phrase(i+1, limit); end > i+1 {
				i = end
			} else {
				i++
			}
			continue
		}
		end := a.text.Phrase(i, limit)
		if end == i {
			end = a.text.ShortQuotation(i, limit)
		}
		if end == i {
			i++
			continue
		}
		if w.Text == "es" { // so versprach es der Trainer
			i = end
			continue
		}
		if a.text.Nominative(i, end) {
			return claim.Tokens(i, a.Apposition(end, limit))
		}
		i = end
	}
	return nil
}

// Apposition returns the end of a phrase together with a name or a title
// behind a comma: "der Leiter der Behörde, Klaus Meier,".
func (a *Sayings) Apposition(end, limit int) int {
	if end != limit || !a.text.IsPunct(end, ",") {
		return end
	}
	i := end + 1
	stop := i
	for stop < len(a.ws) && stop < i+16 && !a.text.IsPunct(stop, ",.;:–!?") && !a.ws[stop].Quoted {
		if a.ws[stop].Finite {
			return end
		}
		stop++
	}
	if core := a.text.NounCore(i, stop); core == i || a.ws[i].Function == syntax.Pronoun || !a.ws[i].Capital && !a.text.Nominative(i, core) || a.text.IsPunct(stop, ":") || a.text.ZuInfinitive(i, stop) {
		return end
	}
	return stop
}

// Agent returns who acts in a passive clause: "von Minister Meier".
func (a *Sayings) Agent(c syntax.Clause) []int {
	for i := c.First; i < c.Last; i++ {
		switch a.ws[i].Text {
		case "von", "vom", "durch", "Von", "Vom":
			if end := a.text.Phrase(i+1, c.Last); end > i+1 {
				return claim.Tokens(i+1, end)
			}
		}
	}
	return nil
}

// Document returns the text that speaks in clause c: heißt es "in dem Brief".
func (a *Sayings) Document(c syntax.Clause) []int {
	for i := c.First; i < c.Last; i++ {
		switch a.ws[i].Lower() {
		case "in", "im", "auf", "bei", "beim", "aus":
			if end := a.text.Phrase(i+1, c.Last); end > i+1 {
				return claim.Tokens(i+1, end)
			}
		}
	}
	return nil
}

// Resumes reports whether verb-first clause k goes on with a phrase that was
// interrupted: "Der Leiter, Klaus Meier, sagte" and "Der Sender, der … ist,
// erklärte", against ", sagte der Leiter".
func (a *Sayings) Resumes(cs []syntax.Clause, k int) bool {
	if k == 0 {
		return false
	}
	for j := k - 1; j >= 0; j-- {
		switch cs[j].Kind {
		case syntax.NoVerb:
			if j == 0 || a.text.IsPunct(cs[j].First-1, ":.;") {
				first := cs[j].Begin
				w := &a.ws[first]
				if !a.PhraseAt(first, cs[j].Last) || w.Function == syntax.Preposition || !a.text.Nominative(first, a.text.Phrase(first, cs[j].Last)) {
					return false
				}
				// What stands behind the verb decides: a second subject means
				// that the first phrase is what was said.
				c := cs[k]
				i := c.Verb + 1
				if k == 1 && k+1 < len(cs) && cs[k+1].Kind == syntax.VerbFirst && a.text.Konjunktiv(cs[k+1]) {
					return false // "Die Strecke, sagte die Bahn, sei sicher"
				}
				if k >= 2 && i < c.Last && a.ws[i].Function != syntax.Pronoun && !a.text.Person(i) {
					return true // "Der Chef, Olaf Reich, nannte das Gesetz"
				}
				return i >= c.Last || !(a.ws[i].Function == syntax.Pronoun || a.PhraseAt(i, c.Last) && a.text.Nominative(i, a.text.Phrase(i, c.Last)) && k+1 >= len(cs))
			}
		case syntax.RelativeClause:
		default:
			if !cs[j].Bracket {
				return false
			}
		}
	}
	return false
}

// interrupted returns the phrase that verb-first clause k goes on with.
func (a *Sayings) interrupted(cs []syntax.Clause, k int) []int {
	for j := k - 1; j >= 0; j-- {
		if cs[j].Kind != syntax.NoVerb && cs[j].Kind != syntax.RelativeClause {
			return nil
		}
		if j == 0 || a.text.IsPunct(cs[j].First-1, ":.;") {
			first := cs[j].Begin
			if cs[j].Kind != syntax.NoVerb || !a.PhraseAt(first, cs[j].Last) || a.ws[first].Function == syntax.Preposition {
				return nil
			}
			last := a.trimAdverbs(first, cs[j].Last)
			// An apposition belongs to the subject, a relative clause does not.
			if j+1 < k && cs[j+1].Kind == syntax.NoVerb && !cs[j+1].Bracket {
				last = cs[j+1].Last
			} else if j+1 < k && cs[j+1].Bracket {
				last = cs[j+1].Last + 1
			}
			return claim.Tokens(first, last)
		}
	}
	return nil
}

// Addressee returns to whom clause c speaks: a phrase with gegenüber, or in the
// dative.
func (a *Sayings) Addressee(c syntax.Clause, speaker []int, q Cue) []int {
	for i := c.First; i < c.Last; i++ {
		w := &a.ws[i]
		if w.Quoted && w.Speech || slices.Contains(speaker, i) || q.Noun && slices.Contains(q.Tokens, i) {
			continue
		}
		if w.Text == "gegenüber" || w.Text == "Gegenüber" {
			if end := a.text.Phrase(i+1, c.Last); end > i+1 {
				return claim.Tokens(i+1, end)
			}
		}
		if w.Function == syntax.Preposition {
			if end := a.text.Phrase(i+1, c.Last); end > i+1 {
				i = end - 1
			}
			continue
		}
		switch w.Text {
		case "die", "das", "einen", "ihn", "seinen", "ihren", "alle", "beide", "sie":
			if q.Takes&TakesPerson == 0 || len(speaker) == 0 {
				continue
			}
		case "dem", "einem", "seinem", "ihrem", "ihm", "ihnen", "den", "Dem":
		case "der":
			if i+1 < c.Last && a.text.Masculine(i+1, c.Last) && !(a.ws[i+1].Kind == extract.OpenQuote && len(speaker) > 0) {
				continue
			}
		default:
			if q.Takes&TakesPerson == 0 || len(speaker) == 0 || !a.beginsMention(i) {
				continue
			}
		}
		if i > 0 && slices.Contains(speaker, i-1) || (i == 0 || !a.ws[i-1].Capital || a.ws[i-1].Finite || i == c.First) && !a.insidePhrase(i, c.First) {
			if end := a.text.Phrase(i, c.Last); end > i && (w.Text != "den" || q.Takes&TakesPerson != 0 || q.Takes&TakesObject == 0 && (q.Stance == claim.Demands || q.Stance == claim.Criticises)) {
				return claim.Tokens(i, end)
			}
		}
	}
	return nil
}

// beginsMention reports whether the name of a person or an organisation begins
// at token i: forderte Huber auf.
func (a *Sayings) beginsMention(i int) bool {
	e := a.text.Entity[i]
	return e >= 0 && (i == 0 || a.text.Entity[i-1] != e) && (a.text.Entities[e].Label == entities.PER || a.text.Entities[e].Label == entities.ORG)
}

// insidePhrase reports whether token i goes on with a phrase, as a genitive does.
func (a *Sayings) insidePhrase(i, first int) bool {
	return i > first && (a.ws[i-1].Capital && !a.ws[i-1].Finite || a.ws[i-1].Function == syntax.Preposition)
}
