package spans

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Labels of the clause model: what a clause does.
const (
	clauseNone linear.Label = iota
	clauseFrame
	clauseAct
	clauseContent
	clauseContinued
	clauseHearsay
	clauseLabels
)

// ClauseLabels returns the names of the clause model's labels, in order.
func ClauseLabels() []string {
	return []string{"none", "frame", "act", "content", "continued", "hearsay"}
}

// ClauseSignature returns the number of the features that the clause model sees. It has
// no templates, so the number must be changed by hand when they change.
func ClauseSignature() uint64 { return 0x636c617573650002 }

// Kinds of features of a clause. The weights know the numbers.
const (
	kVerb uint64 = iota + 1
	kVerbKind
	kVerbPrep
	kVerbFirst
	kCue
	kStrength
	kEntry
	kEntryKind
	kSubjectKind
	kSubjectMood
	kMood
	kBegin
	kNegated
	kKind
	kBefore
	kAfter
	kBeforeVerb
	kAround
	kUnit
	kUnitBefore
	kOpening
	kLast
	kPlace
	kVerdict
	kQuotes
	kModal
	kModalVerb
)

// clauseSequence returns what the clause model sees of a unit's clauses, until the next
// call with the same scratch.
func (v *View) clauseSequence(s *Scratch, u int) *linear.Sequence {
	s.seq.Reset()
	cs := v.clausesOf(u)
	for k := range cs {
		s.seq.Begin(0)
		x := clauseFeatures{View: v, seq: &s.seq, cs: cs, k: k, c: &cs[k], u: u}
		x.all()
	}
	return &s.seq
}

// clauseFeatures adds what the clause model sees of a clause.
type clauseFeatures struct {
	*View
	seq  *linear.Sequence
	cs   []Clause
	c    *Clause
	k, u int
}

func (x *clauseFeatures) add(kind uint64, values ...uint64) {
	h := hash.Seed(kind)
	for _, v := range values {
		h = h.Add(v)
	}
	x.seq.Add(linear.Feature(h))
}

func (x *clauseFeatures) all() {
	c := x.c
	kind := uint64(c.Kind)
	if c.Bracket {
		kind |= 16
	}
	subject, mood := x.subject(), uint64(c.Mood)
	x.add(kVerb, c.full)
	x.add(kVerbKind, c.full, kind)
	x.add(kCue, c.CueTraits())
	x.add(kStrength, uint64(c.strength))
	x.add(kSubjectKind, subject, kind)
	x.add(kSubjectMood, subject, mood)
	x.add(kMood, mood)
	x.add(kKind, kind)
	x.add(kBegin, c.begin)
	x.add(kOpening, uint64(x.OpeningClass(c.First)), kind)
	x.words()
	x.around(kind)
	x.unit(kind)
}

// subject returns what kind of phrase the subject of the clause is.
func (x *clauseFeatures) subject() uint64 {
	c := x.c
	if c.Verb < 0 {
		return 1
	}
	s := x.says.SubjectOf(c.Clause)
	if len(s) == 0 {
		return 2
	}
	for _, i := range s {
		if e := x.text.Entity[i]; e >= 0 {
			return 3 + uint64(x.text.Entities[e].Label)
		}
	}
	if w := &x.ws[s[0]]; len(s) == 1 && w.Function == syntax.Pronoun {
		return hash.Folded(w.Text)
	}
	if len(s) == 1 && x.ws[s[0]].Function == syntax.Relative {
		return 20
	}
	for k := len(s) - 1; k >= 0; k-- {
		if i := s[k]; x.tags[i].POS == extract.NOUN {
			if n, ok := x.reader.Sense(i, max(s[0], i-3), min(i+1, len(x.ws))); ok {
				switch {
				case n.Person():
					return 21
				case n.Body():
					return 22
				case n.Place():
					return 23
				}
			}
			if x.says.At(i).Strength == saying.SourceNoun || x.says.At(i).Strength == saying.SayingNoun {
				return 24
			}
		}
	}
	return 25
}

// words adds words of the clause that go with its verb.
func (x *clauseFeatures) words() {
	c := x.c
	negated, quoted := false, false
	for i := c.First; i < c.Last; i++ {
		w := &x.ws[i]
		if w.Quoted {
			quoted = true
			continue
		}
		if i == c.Verb {
			if w.Features.HasAny(lexicon.Modal) {
				modal := hash.Folded(x.text.Doc.Lemma(i))
				x.add(kModal, modal)
				x.add(kModalVerb, c.full, modal)
			}
			continue
		}
		if said := x.says.At(i); said.Strength != saying.NotSaying {
			x.add(kEntry, uint64(said.Strength), uint64(saying.Cues().Entries[said.ID].Stance))
			x.add(kEntryKind, hash.Folded(x.text.Doc.Lemma(i)), uint64(said.Strength))
		}
		if w.Function == syntax.Preposition {
			x.add(kVerbPrep, c.full, w.Form.Folded)
		}
		if len(w.Text) > longestSmall {
			continue
		}
		switch strings.ToLower(w.Text) {
		case "nicht", "kein", "keine", "keinen", "nichts", "weder":
			negated = true
		case "sich", "es", "als", "für", "so", "wie", "dass", "davon", "dafür", "dagegen":
			x.add(kVerbPrep, c.full, w.Form.Folded, 1)
		}
	}
	x.add(kNegated, uint64(Flag(negated)), uint64(c.strength))
	x.add(kQuotes, uint64(Flag(quoted)), c.CueTraits())
	x.add(kVerdict, x.verdicts[c.First].Traits(), x.verdicts[c.Last-1].Traits())
	if c.Verb >= 0 {
		x.add(kVerdict, x.verdicts[c.Verb].Traits(), 1, uint64(c.Kind))
		x.add(kVerdict, x.verdicts[c.Verb].Traits(), uint64(x.verdicts[c.Verb].by), 2)
	}
}

// longestSmall is how many bytes the words have at most that words knows by themselves; of
// longer ones it need not know the small letters.
const longestSmall = 8

// around adds what the clauses before and after are, and the mark between.
func (x *clauseFeatures) around(kind uint64) {
	before, after, beforeVerb, mark := uint64(1), uint64(1), uint64(1), uint64(1)
	if x.k > 0 {
		before, beforeVerb = x.cs[x.k-1].traits(), x.cs[x.k-1].full
	}
	if x.k+1 < len(x.cs) {
		after = x.cs[x.k+1].traits()
		x.add(kVerbFirst, x.cs[x.k+1].begin)
	}
	if x.c.Last < len(x.ws) {
		mark = hash.Text(x.ws[x.c.Last].Text)
	}
	x.add(kLast, mark, kind)
	x.add(kLast, mark, x.c.CueTraits(), 1)
	x.add(kBefore, before)
	x.add(kAfter, after)
	x.add(kBeforeVerb, beforeVerb)
	x.add(kAround, before, uint64(x.c.Mood), kind)
}

func (x *clauseFeatures) unit(kind uint64) {
	t := &x.units[x.u]
	x.add(kUnit, uint64(t.has))
	x.add(kUnit, uint64(t.has), kind)
	x.add(kUnit, uint64(t.mood), 2)
	x.add(kUnitBefore, t.lastClaim(), uint64(x.c.Mood))
	x.add(kPlace, uint64(min(x.k, 3)), uint64(min(len(x.cs)-x.k, 3)))
	x.add(kPlace, uint64(min(x.k, 3)), kind, uint64(x.c.Mood))
}
