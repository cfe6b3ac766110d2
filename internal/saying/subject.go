package saying

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Subject finds who speaks in the clauses cs, the k-th of which holds the cue.
// In German the verb stands second: what stands before it in a main clause is
// one phrase, and if that is no subject, the subject follows the verb.
func (s *Sayings) Subject(cs []syntax.Clause, k int, q Cue) []int {
	c := cs[k]
	if q.Takes&TakesText != 0 {
		if d := s.Document(c); d != nil || c.Kind != syntax.VerbFirst || k == 0 || cs[0].Kind != syntax.NoVerb {
			return d
		}
		return s.Document(cs[0]) // In der Resolution, die angenommen wurde, heißt es
	}
	if q.owner != nil {
		return q.owner
	}
	if q.Noun && s.Heeds(cs[k]) {
		return nil
	}
	if q.Passive {
		return s.Agent(c)
	}
	if c.Verb < 0 {
		return nil
	}
	switch c.Kind {
	case syntax.MainClause:
		subject := s.forefield(cs, k)
		if s.nominativePronoun(c.Verb + 1) {
			return []int{c.Verb + 1}
		}
		mismatch := subject != nil && !s.agree(subject, c.Verb)
		if subject != nil && !mismatch && !s.spokenTo(subject, q) && !s.isThingSaid(subject, c) {
			return subject
		}
		if after := s.FirstSubject(c.Verb+1, c.Last, q); after != nil && (subject == nil || mismatch && s.agree(after, c.Verb) || s.isPerson(after) || s.beginsMention(after[0])) {
			return after
		}
		return subject
	case syntax.VerbFirst:
		if j := s.Coordinated(cs, k); j >= 0 {
			return s.Subject(cs, j, Cue{Verb: cs[j].Verb})
		}
		if s.Resumes(cs, k) {
			return s.interrupted(cs, k)
		}
		if subject := s.FirstSubject(c.Verb+1, c.Last, q); subject != nil {
			return subject
		}
		return s.interrupted(cs, k)
	case syntax.RelativeClause:
		i := c.Begin
		subject := s.FirstSubject(i+1, c.Verb, q)
		if s.nominativeRelative(i) && (subject == nil || s.ws[subject[0]].Function == syntax.Pronoun || s.ws[i].Text == "der") {
			return []int{i}
		}
		return subject
	case syntax.SubordinateClause:
		return s.FirstSubject(c.Begin+1, c.Verb, q)
	}
	return nil
}

// Coordinated returns the main clause whose subject clause k shares: "Er sagte,
// …, und fügte hinzu"; -1 if it has none to share.
func (s *Sayings) Coordinated(cs []syntax.Clause, k int) int {
	c := cs[k]
	if c.Kind != syntax.VerbFirst || s.ws[c.First].Function != syntax.Coordinator || s.text.Konjunktiv(c) {
		return -1
	}
	for j := k - 1; j >= 0; j-- {
		if cs[j].Kind == syntax.MainClause && !s.text.Konjunktiv(cs[j]) {
			return j
		}
	}
	return -1
}

// nominativeRelative reports whether token i is a relative pronoun that can be
// the subject.
func (s *Sayings) nominativeRelative(i int) bool {
	if s.ws[i].Function != syntax.Relative {
		return false
	}
	switch s.ws[i].Text {
	case "der", "die", "das":
		return true
	}
	return false
}

// forefield returns the subject before the verb of main clause k, or nil.
func (s *Sayings) forefield(cs []syntax.Clause, k int) []int {
	c := cs[k]
	first, last := c.Begin, c.Verb
	for first < last && (s.ws[first].Function == syntax.Adverb || s.ws[first].Function == syntax.Coordinator) && !s.PhraseAt(first, last) {
		first++
	}
	last = s.trimAdverbs(first, last)
	if first >= last || !s.PhraseAt(first, last) {
		return nil
	}
	w := &s.ws[first]
	if w.Function == syntax.Preposition || w.Function == syntax.Interrogative || w.Function == syntax.Subordinator || w.Quoted && w.Speech {
		return nil
	}
	end := s.text.Phrase(first, last)
	if !s.text.Nominative(first, max(end, first+1)) {
		return nil
	}
	if end < last && s.ws[first].Function == syntax.Pronoun {
		last = end
	}
	// The whole forefield is one phrase, whatever hangs on the noun.
	return claim.Tokens(first, last)
}

// nominativePronoun reports whether token i is a pronoun that can be nothing but a subject: what
// stands before the verb is none then, as in "Die Geologen hält er für Angsthasen".
func (s *Sayings) nominativePronoun(i int) bool {
	if i >= len(s.ws) || s.ws[i].Function != syntax.Pronoun {
		return false
	}
	switch s.ws[i].Text {
	case "er", "ich", "wir", "man":
		return true
	}
	return false
}

// isThingSaid reports whether what stands before the verb of main clause c is a thing, which says
// nothing, and the verb is one of saying: Eine Entspannung hält die Bank für unwahrscheinlich.
func (s *Sayings) isThingSaid(ts []int, c syntax.Clause) bool {
	if w := s.ws[ts[0]].Lower(); w == "der" || w == "ein" || !s.isThing(ts) {
		return false // which are no accusatives of one
	}
	_, says := s.CueIn(c)
	if !says {
		_, says = s.Act(c)
	}
	return says
}

// agree reports whether a phrase can have the number of the finite verb v. What is of several
// can have either.
func (s *Sayings) agree(ts []int, v int) bool {
	for _, t := range ts {
		if s.ws[t].Function == syntax.Coordinator || s.ws[t].Kind == extract.Numeral || s.ws[t].Function == syntax.Pronoun {
			return true
		}
	}
	t := s.headOf(ts)
	if t < 0 || s.text.Entity[t] >= 0 || s.ws[t].Quoted {
		return true
	}
	verb, noun := s.ws[v].Features&lexicon.Numbers, nouns.Features(s.ws[t].Text)&lexicon.Numbers
	switch s.ws[ts[0]].Lower() {
	case "das", "ein", "eine":
		noun = lexicon.Singular
	case "die", "der":
		if verb != 0 && noun != 0 {
			return s.text.Agree(ts[0], t+1, v)
		}
	}
	return verb == 0 || noun == 0 || noun&verb != 0
}

// isThing reports whether a phrase is one for neither persons nor bodies nor texts.
func (s *Sayings) isThing(ts []int) bool {
	t := s.headOf(ts)
	if t < 0 || s.text.Entity[t] >= 0 || !s.ws[t].Capital || s.ws[t].Function != syntax.NoFunction || s.form(t).source {
		return false
	}
	_, stands := s.senseIn(ts, t)
	return !stands && nouns.Features(s.ws[t].Text).HasAny(lexicon.Noun)
}

// isPerson reports whether a phrase names a person, or is a noun or pronoun for one.
func (s *Sayings) isPerson(ts []int) bool {
	if s.text.Person(ts[len(ts)-1]) || s.ws[ts[0]].Text == "sie" {
		return true
	}
	t := s.headOf(ts)
	if t < 0 {
		return false
	}
	n, ok := s.senseIn(ts, t)
	return ok && n.Person()
}

// senseIn returns what the noun at token t of a phrase stands for.
func (s *Sayings) senseIn(ts []int, t int) (nouns.Noun, bool) {
	return nouns.NewReader(s.text.Doc, nil).Sense(t, ts[0], ts[len(ts)-1]+1)
}

// headOf returns the noun of a phrase, or -1.
func (s *Sayings) headOf(ts []int) int {
	first := ts[0]
	if end := s.text.NounCore(first, ts[len(ts)-1]+1); end > first {
		return end - 1
	}
	return -1
}

// PhraseAt reports whether a noun phrase begins at token i.
func (s *Sayings) PhraseAt(i, limit int) bool { return s.text.NounCore(i, limit) > i }

// trimAdverbs leaves out what follows a subject before its verb: "hingegen".
func (s *Sayings) trimAdverbs(first, last int) int {
	for last > first+1 && (s.ws[last-1].Function == syntax.Adverb || s.ws[last-1].Features == lexicon.Adverb) {
		last--
	}
	return last
}

// FirstSubject returns the first phrase in [i, limit) that can be a subject, nil if
// there is none. It passes over adverbs, phrases with prepositions and objects.
func (s *Sayings) FirstSubject(i, limit int, q Cue) []int {
	for i < limit {
		w := &s.ws[i]
		if slices.Contains(q.Tokens, i) || w.Quoted && w.Speech {
			i++
			continue
		}
		if w.Function == syntax.Preposition {
			if end := s.text.Phrase(i+1, limit); end > i+1 {
				i = end
			} else {
				i++
			}
			continue
		}
		end := s.text.Phrase(i, limit)
		if end == i {
			end = s.text.ShortQuotation(i, limit)
		}
		if end == i {
			i++
			continue
		}
		if w.Text == "es" { // so versprach es der Trainer
			i = end
			continue
		}
		if s.text.Nominative(i, end) {
			if told := s.toldMedium(i, end); told < end && q.Takes&TakesPerson == 0 {
				return claim.Tokens(i, told)
			}
			return claim.Tokens(i, s.Apposition(end, limit))
		}
		i = end
	}
	return nil
}

// Apposition returns the end of a phrase together with a name or a title
// after a comma: "der Leiter der Behörde, Klaus Meier,".
func (s *Sayings) Apposition(end, limit int) int {
	if end != limit || !s.text.IsPunct(end, ",") {
		return end
	}
	i := end + 1
	stop := i
	for stop < len(s.ws) && stop < i+16 && !s.text.IsPunct(stop, ",.;:–!?") && !s.ws[stop].Quoted {
		if s.ws[stop].Finite {
			return end
		}
		stop++
	}
	if core := s.text.NounCore(i, stop); core == i || s.ws[i].Function == syntax.Pronoun || !s.ws[i].Capital && !s.text.Nominative(i, core) || s.text.IsPunct(stop, ":") || s.text.ZuInfinitive(i, stop) {
		return end
	}
	return stop
}

// Agent returns who acts in a passive clause: "von Minister Meier".
func (s *Sayings) Agent(c syntax.Clause) []int {
	for i := c.First; i < c.Last; i++ {
		if s.form(i).grammar&beforeAgent != 0 {
			if end := s.text.Phrase(i+1, c.Last); end > i+1 {
				return claim.Tokens(i+1, end)
			}
		}
	}
	return nil
}

// Document returns the text that speaks in clause c: heißt es "in dem Brief".
func (s *Sayings) Document(c syntax.Clause) []int {
	for i := c.First; i < c.Last; i++ {
		if s.form(i).grammar&beforeText != 0 {
			if end := s.text.Phrase(i+1, c.Last); end > i+1 {
				return claim.Tokens(i+1, end)
			}
		}
	}
	return nil
}

// Resumes reports whether verb-first clause k goes on with a phrase that was
// interrupted: "Der Leiter, Klaus Meier, sagte" and "Der Sender, der … ist,
// erklärte", against ", sagte der Leiter".
func (s *Sayings) Resumes(cs []syntax.Clause, k int) bool {
	if k == 0 {
		return false
	}
	for j := k - 1; j >= 0; j-- {
		switch cs[j].Kind {
		case syntax.NoVerb:
			if j == 0 || s.text.IsPunct(cs[j].First-1, ":.;") {
				first := cs[j].Begin
				w := &s.ws[first]
				if !s.PhraseAt(first, cs[j].Last) || w.Function == syntax.Preposition || !s.text.Nominative(first, s.text.Phrase(first, cs[j].Last)) {
					return false
				}
				// What stands after the verb decides: a second subject means
				// that the first phrase is what was said.
				c := cs[k]
				i := c.Verb + 1
				if k == 1 && k+1 < len(cs) && cs[k+1].Kind == syntax.VerbFirst && s.text.Konjunktiv(cs[k+1]) {
					return false // "Die Strecke, sagte die Bahn, sei sicher"
				}
				if k >= 2 && i < c.Last && s.ws[i].Function != syntax.Pronoun && !s.text.Person(i) {
					return true // "Der Chef, Olaf Reich, nannte das Gesetz"
				}
				return i >= c.Last || !(s.ws[i].Function == syntax.Pronoun || s.PhraseAt(i, c.Last) && s.text.Nominative(i, s.text.Phrase(i, c.Last)) && k+1 >= len(cs))
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
func (s *Sayings) interrupted(cs []syntax.Clause, k int) []int {
	for j := k - 1; j >= 0; j-- {
		if cs[j].Kind != syntax.NoVerb && cs[j].Kind != syntax.RelativeClause {
			return nil
		}
		if j == 0 || s.text.IsPunct(cs[j].First-1, ":.;") {
			first := cs[j].Begin
			if cs[j].Kind != syntax.NoVerb || !s.PhraseAt(first, cs[j].Last) || s.ws[first].Function == syntax.Preposition {
				return nil
			}
			last := s.trimAdverbs(first, cs[j].Last)
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
