package attribution

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// said is what a token says: its entry, and what kind of word it is there.
type said struct {
	id       cueID
	strength strength
}

// strength returns what kind of word of saying token i is. The first call
// looks all words of the document up, each form once; later ones cost nothing.
func (a *analysis) strength(i int) strength { return a.saidAt(i).strength }

// entryAt returns the entry of the verb, noun or marker at token i. A separated
// prefix and its verb have the same.
func (a *analysis) entryAt(i int) (cueEntry, bool) {
	id := a.saidAt(i).id
	return cueList().entries[id], id != 0
}

func (a *analysis) saidAt(i int) said { return a.says[i] }

// findSayings finds what the words of a document say, and its clauses.
func (a *analysis) findSayings() {
	a.findForms()
	a.findWords()
	a.clausesOf = make([][]clause, len(a.units))
	for u := range a.units {
		if un := &a.units[u]; !un.furniture && !un.long() {
			a.clausesOf[u] = a.clauses(un.first, un.last)
		}
	}
}

// findWords fills says.
func (a *analysis) findWords() {
	l := cueList()
	a.says = make([]said, len(a.ws))
	for i := range a.ws {
		w := &a.ws[i]
		if w.Kind != extract.Word || !a.canSay(i) {
			continue
		}
		f := a.form(i)
		s := &a.says[i]
		if s.strength == cuePart {
			continue
		}
		switch {
		case w.capital && !w.small && f.marker != 0 && w.role != roleNone: // Laut
			s.id = f.marker
		case w.capital && !w.small:
			switch {
			case f.noun != 0:
				s.id, s.strength = f.noun, sayingNoun
			case f.source:
				s.strength = sourceNoun
			}
			continue
		case f.marker != 0:
			s.id = f.marker
		case w.role == roleDeterminer && i+1 < len(a.ws) && !a.endsClause(i+1): // einigen Ländern
			continue
		case w.finite && (len(f.base) > 0 || f.verb != 0):
			id, p := a.joined(i, f.base)
			switch {
			case p >= 0:
				s.id = id
				a.says[p] = said{id, cuePart}
			case f.verb != 0 && !a.otherPrefix(i):
				s.id = f.verb
			}
		case f.verb != 0:
			s.id = f.verb
		case f.mood != 0:
			s.id = f.mood
		}
		if s.strength = l.entries[s.id].strength; s.id == 0 && f.light && f.helper == 0 {
			s.strength = lightVerb
		}
	}
}

// canSay reports whether the word at token i may be in the list at all, which
// spares most look-ups.
func (a *analysis) canSay(i int) bool {
	w := &a.ws[i]
	switch {
	case w.capital && !w.small:
		return a.mention[i] < 0
	case w.f == 0, w.f.HasAny(lexicon.Verb | lexicon.PastParticiple | lexicon.Adjective):
		return w.role != roleCoord && w.role != rolePronoun && w.role != roleRelative
	}
	return w.role == rolePrep || w.role == roleAdverb || w.role == roleSub || w.role == roleWh
}

// farPrefix is how many tokens a separated prefix is looked for behind its verb.
const farPrefix = 40

// joined looks behind the finite verb v for the prefix of one of the entries.
// It returns the entry and the prefix's token, or -1.
func (a *analysis) joined(v int, entries []cueID) (cueID, int) {
	if len(entries) == 0 {
		return 0, -1
	}
	l := cueList()
	for i := v + 1; i < min(len(a.ws), v+farPrefix); i++ {
		w := &a.ws[i]
		if w.quoted {
			continue
		}
		if a.endsClause(i) {
			break
		}
		if w.capital || !a.closes(i) {
			continue
		}
		for _, id := range entries {
			if l.entries[id].prefix == w.text {
				return id, i
			}
		}
	}
	return 0, -1
}

// endsClause reports whether a mark at token i ends a clause.
func (a *analysis) endsClause(i int) bool {
	w := &a.ws[i]
	return w.Kind == extract.Dash || w.Kind == extract.Punctuation && !a.isPunct(i, "()[]/")
}

// closes reports whether token i can be the last of its clause, as a separated
// prefix is: behind "auf" in "auf dem Platz" the phrase goes on.
func (a *analysis) closes(i int) bool {
	if i+1 >= len(a.ws) || a.endsClause(i+1) {
		return true
	}
	n := &a.ws[i+1]
	switch {
	case n.Kind != extract.Word || n.capital && !n.small, n.role == roleDeterminer, n.role == roleRelative:
		return false
	case separable(a.ws[i].text): // can be a preposition
		return n.role == roleCoord || n.role == roleSub || n.text == "wie"
	}
	return true
}

// otherPrefix reports whether a prefix that makes another verb of the finite
// verb v ends its clause: sagte … ab.
func (a *analysis) otherPrefix(v int) bool {
	for i := v + 1; i < min(len(a.ws), v+farPrefix) && !a.endsClause(i); i++ {
		if !a.ws[i].quoted && separable(a.ws[i].text) && a.closes(i) {
			return a.otherVerb(clause{first: v, last: i + 1}, v)
		}
	}
	return false
}

// ofClause returns the strength that a word lends its clause: none if it needs another.
func (s strength) ofClause() strength {
	switch s {
	case sourceWord, weakSource, sourceNoun, lightVerb, cuePart:
		return notSaying
	}
	return s
}
