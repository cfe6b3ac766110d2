package spans

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Clause is a clause with what the models see of it.
type Clause struct {
	syntax.Clause
	Mood     uint8  // of its finite verb: see moodOf
	Lemma    uint64 // of its verb, hashed
	full     uint64 // the same with a separated prefix
	cue      bool   // it has a cue
	nounCue  bool   // the cue is a noun at its end
	takes    saying.Takes
	strength saying.Strength // the greatest of its words of saying
	begin    uint64          // its first word
}

// findClauses takes over the clauses of all units.
func (v *View) findClauses() {
	v.clauseAt = make([]int32, len(v.ws))
	for i := range v.clauseAt {
		v.clauseAt[i] = -1
	}
	n := 0
	for u := range v.text.Units {
		n += len(v.says.Clauses(u))
	}
	v.clauses, v.firstClause = make([]Clause, 0, n), make([]int32, 0, len(v.text.Units)+1)
	for u := range v.text.Units {
		v.text.Sign.Look()
		un := &v.text.Units[u]
		v.firstClause = append(v.firstClause, int32(len(v.clauses)))
		if un.Long() || un.Furniture {
			continue
		}
		for _, c := range v.says.Clauses(u) {
			for i := c.First; i < c.Last; i++ {
				v.clauseAt[i] = int32(len(v.clauses))
			}
			v.clauses = append(v.clauses, v.newClause(c))
		}
	}
	v.firstClause = append(v.firstClause, int32(len(v.clauses)))
}

// clausesOf returns the clauses of a unit.
func (v *View) clausesOf(u int) []Clause { return v.clauses[v.firstClause[u]:v.firstClause[u+1]] }

// ClauseAt returns the clause of a token, or nil.
func (v *View) ClauseAt(i int) *Clause {
	if k := v.clauseAt[i]; k >= 0 {
		return &v.clauses[k]
	}
	return nil
}

// clauseReach is how many tokens before a token its clause is looked for, so that time
// stays linear in the text.
const clauseReach = 150

// ClauseNumber returns the number of a token's clause in the text. A token between two
// clauses of its unit has the number of the one before; one before all of them has that
// of the last clause before the unit, which is -1 in the first.
func (v *View) ClauseNumber(i int) int {
	if k := v.clauseAt[i]; k >= 0 {
		return int(k)
	}
	before := int(v.firstClause[v.UnitAt(i)]) - 1
	for k := i - 1; k >= 0 && k > i-clauseReach; k-- {
		if v.clauseAt[k] >= 0 {
			return max(int(v.clauseAt[k]), before)
		}
	}
	return before
}

func (v *View) newClause(c syntax.Clause) Clause {
	out := Clause{Clause: c, begin: v.ws[c.Begin].Form.Folded}
	if q, ok := v.says.CueIn(c); ok {
		out.cue, out.takes = true, q.Takes
	} else if q, ok := v.says.NounCue(c); ok {
		out.nounCue, out.takes = true, q.Takes
	}
	for i := c.First; i < c.Last; i++ {
		if !v.ws[i].Quoted {
			out.strength = max(out.strength, v.says.At(i).Strength.OfClause())
		}
	}
	if c.Verb >= 0 {
		lemma := v.text.Doc.Lemma(v.fullVerb(c))
		out.Mood, out.Lemma = v.moodOf(c.Verb), hash.Folded(lemma)
		out.full = out.Lemma
		if p := c.Last - 1; p > c.Verb && !v.ws[p].Quoted && v.ws[p].Features.HasAny(lexicon.Prefix) && !v.ws[p].Capital {
			out.full = hash.Folded(v.ws[p].Text + lemma)
		}
	}
	return out
}

// fullVerb returns the verb that tells what a clause is about: the participle or
// infinitive beside an auxiliary or modal, else the finite verb.
func (v *View) fullVerb(c syntax.Clause) int {
	if v.ws[c.Verb].Features.HasAny(lexicon.Auxiliary | lexicon.Modal) {
		if i := v.says.Participle(c); i >= 0 {
			return i
		}
		for i := c.Last - 1; i >= c.First; i-- {
			if v.tags[i].VerbForm == extract.Infinitive && i != c.Verb && !v.ws[i].Quoted {
				return i
			}
		}
	}
	return c.Verb
}

// Moods of a verb, as features tell them apart.
const (
	moodNone        uint8 = iota
	moodIndicative        // by the tagger
	moodSubjunctive       // by the tagger only
	moodKonjunktiv1       // by its form
	moodKonjunktiv2
	moodSoll // of a unit: its main verb is sollen
	moodSollte
)

func (v *View) moodOf(i int) uint8 {
	w := &v.ws[i]
	switch t := &v.tags[i]; {
	case w.Konjunktiv1:
		return moodKonjunktiv1
	case w.Konjunktiv2:
		return moodKonjunktiv2
	case t.VerbForm != extract.Finite:
		return moodNone
	case t.Mood == extract.Subjunctive:
		return moodSubjunctive
	}
	return moodIndicative
}
