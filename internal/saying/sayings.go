// Package saying tells which words report, with which stance and medium, and who is their
// subject.
//
// It takes a [syntax.Text] and returns [Sayings]: what each word says by the list of cues
// (words/cues.txt), and the clauses of each unit, in which an article is told from a
// relative pronoun by what reports before it. [Sayings.CueIn] finds the cue of a clause,
// [Sayings.Subject] who speaks in it, [Sayings.StanceOf] what a cue says of a claim.
package saying

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Sayings are which words of a text report, and its clauses. It does not change once it
// is made.
type Sayings struct {
	text    *syntax.Text
	ws      []syntax.Word
	forms   []*formCue // by token
	said    []Said     // by token
	clauses [][]syntax.Clause

	comparisons []comparison // in order

	known   []knownClause // those that have a verb
	knownAt []int32       // by their verbs: 1 + the number in known
}

// Said is what a token says: its entry, and what kind of word it is there.
type Said struct {
	ID       ID
	Strength Strength
}

// Find finds what the words of a text say, and cuts its units into clauses. It takes
// time linear in the text.
func Find(text *syntax.Text) *Sayings {
	a := &Sayings{text: text, ws: text.Words, knownAt: make([]int32, len(text.Words))}
	a.findForms()
	a.findWords()
	a.clauses = make([][]syntax.Clause, len(text.Units))
	for u := range text.Units {
		text.Sign.Look()
		if un := &text.Units[u]; !un.Furniture && !un.Long() {
			a.clauses[u] = a.ClausesIn(un.First, un.Last)
			a.findComparisons(a.clauses[u])
		}
	}
	a.findCues()
	return a
}

// Text returns the text.
func (s *Sayings) Text() *syntax.Text { return s.text }

// At returns what token i says.
func (s *Sayings) At(i int) Said { return s.said[i] }

// findWords finds what each word says.
func (s *Sayings) findWords() {
	s.said = make([]Said, len(s.ws))
	for _, un := range s.text.Units {
		for i := un.First; i < un.Last; i++ {
			s.text.Sign.Look()
			if s.ws[i].Kind == extract.Word && s.said[i].Strength != cuePart && s.canSay(i) {
				s.findWord(i)
			}
		}
	}
}

// findWord finds what the word at token i says.
func (s *Sayings) findWord(i int) {
	w, f, said := &s.ws[i], s.form(i), &s.said[i]
	switch {
	case w.Capital && !w.Small && f.marker != 0 && w.Function != syntax.NoFunction: // Laut
		said.ID = f.marker
	case w.Capital && !w.Small:
		switch {
		case f.noun != 0:
			said.ID, said.Strength = f.noun, SayingNoun
		case f.source:
			said.Strength = SourceNoun
		}
		return
	case f.marker != 0:
		said.ID = f.marker
	case w.Function == syntax.Determiner && i+1 < len(s.ws) && !s.endsClause(i+1): // einigen Ländern
		return
	case w.Finite && (len(f.base) > 0 || f.verb != 0):
		id, p := s.joined(i, f.base)
		switch {
		case p >= 0:
			said.ID = id
			s.said[p] = Said{id, cuePart}
		case f.verb != 0 && !s.otherPrefix(i):
			said.ID = f.verb
		}
	case f.verb != 0:
		said.ID = f.verb
	case f.adjective != 0:
		said.ID = f.adjective
	}
	if said.Strength = Cues().Entries[said.ID].strength; said.ID == 0 && f.light && f.helper == 0 {
		said.Strength = lightVerb
	}
}

// canSay reports whether the word at token i may be in the list at all, which
// spares most look-ups.
func (s *Sayings) canSay(i int) bool {
	w := &s.ws[i]
	switch {
	case w.Capital && !w.Small:
		return s.text.Entity[i] < 0
	case w.Features == 0, w.Features.HasAny(lexicon.Verb | lexicon.PastParticiple | lexicon.Adjective):
		return w.Function != syntax.Coordinator && w.Function != syntax.Pronoun && w.Function != syntax.Relative
	}
	return w.Function == syntax.Preposition || w.Function == syntax.Adverb || w.Function == syntax.Subordinator || w.Function == syntax.Interrogative
}

// farPrefix is how many tokens a separated prefix is looked for after its verb.
const farPrefix = 40

// joined looks after the finite verb v for the prefix of one of the entries.
// It returns the entry and the prefix's token, or -1.
func (s *Sayings) joined(v int, entries []ID) (ID, int) {
	if len(entries) == 0 {
		return 0, -1
	}
	l := Cues()
	for i := v + 1; i < min(len(s.ws), v+farPrefix); i++ {
		w := &s.ws[i]
		if w.Quoted {
			continue
		}
		if s.endsClause(i) {
			break
		}
		if w.Capital || !s.closes(i) {
			continue
		}
		for _, id := range entries {
			if l.Entries[id].Prefix == w.Text {
				return id, i
			}
		}
	}
	return 0, -1
}

// endsClause reports whether a mark at token i ends a clause.
func (s *Sayings) endsClause(i int) bool {
	w := &s.ws[i]
	return w.Kind == extract.Dash || w.Kind == extract.Punctuation && !s.text.IsPunct(i, "()[]/")
}

// closes reports whether token i can be the last of its clause, as a separated
// prefix is: after "auf" in "auf dem Platz" the phrase goes on.
func (s *Sayings) closes(i int) bool {
	if i+1 >= len(s.ws) || s.endsClause(i+1) {
		return true
	}
	n := &s.ws[i+1]
	switch {
	case n.Kind != extract.Word || n.Capital && !n.Small, n.Function == syntax.Determiner, n.Function == syntax.Relative:
		return false
	case s.form(i).grammar&isPrefix != 0: // can be a preposition
		return n.Function == syntax.Coordinator || n.Function == syntax.Subordinator || n.Text == "wie"
	}
	return true
}

// otherPrefix reports whether a prefix that makes another verb of the finite
// verb v ends its clause: sagte … ab.
func (s *Sayings) otherPrefix(v int) bool {
	for i := v + 1; i < min(len(s.ws), v+farPrefix) && !s.endsClause(i); i++ {
		if !s.ws[i].Quoted && s.form(i).grammar&isPrefix != 0 && s.closes(i) {
			return s.otherVerb(syntax.Clause{First: v, Last: i + 1}, v)
		}
	}
	return false
}

// OfClause returns the strength that a word lends its clause: none if it needs another.
func (s Strength) OfClause() Strength {
	switch s {
	case SourceWord, weakSource, SourceNoun, lightVerb, cuePart:
		return NotSaying
	}
	return s
}

// ClausesIn returns the clauses of the tokens [first, last).
func (s *Sayings) ClausesIn(first, last int) []syntax.Clause {
	cs := s.text.Clauses(first, last)
	s.articles(cs)
	return cs
}

// Clauses returns the clauses of a unit, which must not be changed; none of furniture
// and of long units.
func (s *Sayings) Clauses(u int) []syntax.Clause { return s.clauses[u] }

// articles looks again at what seems to be a relative clause after a clause
// that reports: in "Sie sagte, die Gespräche seien gescheitert" the article has
// its noun, and both go with the verb.
func (s *Sayings) articles(cs []syntax.Clause) {
	for k := 1; k < len(cs); k++ {
		c := &cs[k]
		if c.Kind != syntax.RelativeClause || s.ws[c.Begin].Function != syntax.Relative || !s.text.IsPunct(c.First-1, ",") {
			continue
		}
		v := s.text.FirstFinite(c.Begin, c.Last)
		end := s.text.NounCore(c.Begin, v)
		if end <= c.Begin+1 || !s.text.Agree(c.Begin, end, v) {
			continue
		}
		q, ok := s.CueIn(cs[k-1])
		if !ok {
			q, ok = s.NounCue(cs[k-1])
		}
		if !ok {
			continue
		}
		w := &s.ws[v]
		last := q.Tokens[len(q.Tokens)-1]
		if w.Konjunktiv1 || w.Konjunktiv2 || end == v && !q.Noun && last == cs[k-1].Last-1 {
			c.Kind, c.Verb = syntax.MainClause, v
		}
	}
}
