package spans

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// fillTokens puts the attributes of a unit's tokens into the grid. 0 is what a token
// does not have, so that most numbers begin at 1.
func (v *View) fillTokens(g *linear.Grid, u int) {
	un, in := &v.text.Units[u], &v.infos[u]
	unit := [...]struct {
		attr  linear.Attr
		value uint64
	}{
		{aMain, uint64(in.mood) + 1},
		{aUnit, uint64(in.has) + 1},
		{aOpening, v.ws[un.First].Form.Folded},
		{aEnding, hash.Text(v.ws[un.Last-1].Text)},
		{aLast, v.neighbour(u-1, u)},
		{aNext, v.neighbour(u+1, u)},
		{aLastClaim, in.lastClaim()},
	}
	cs := v.clauseInfos(u)
	left, right := reach(cs)
	k := -1 // the last clause begun
	for i := un.First; i < un.Last; i++ {
		row := g.Row(i - un.First)
		v.fillWord(row, un, i)
		for _, a := range unit {
			row[a.attr] = a.value
		}
		inside := v.Clause[i] >= 0
		if inside {
			k = int(v.Clause[i] - v.First[u])
		}
		if k >= 0 {
			row[aBefore], row[aAfter] = 1, 1
			row[aLeft], row[aRight] = left[k], right[k]
			if k+1 < len(cs) {
				row[aAfter] = cs[k+1].traits()
			}
		}
		if !inside { // a mark between two clauses
			row[aClause], row[aTakes] = 1, 1
			if k >= 0 {
				row[aBefore] = cs[k].traits()
			}
			continue
		}
		c := &cs[k]
		row[aPlace] = c.Place(i)
		row[aClause] = uint64(c.Clause.Kind) + 2
		if c.Clause.Bracket {
			row[aClause] += 16
		}
		row[aTakes], row[aFinite] = c.CueTraits(), uint64(c.Mood)+1
		row[aVerb], row[aClass], row[aBegin] = c.Lemma, c.class, c.begin
		row[aVerbBefore], row[aVerbAfter], row[aNounBefore] = 1, 1, 1
		if k > 0 {
			b := &cs[k-1]
			row[aBefore], row[aVerbBefore], row[aClassBefore], row[aNounBefore] = b.traits(), b.Lemma, b.class, b.object
		}
		if k+1 < len(cs) {
			row[aVerbAfter], row[aClassAfter] = cs[k+1].Lemma, cs[k+1].class
		}
	}
}

// fillWord puts in what concerns token i alone.
func (v *View) fillWord(row []uint64, un *syntax.Unit, i int) {
	w, m := &v.ws[i], &v.Marks[i]
	row[aWord] = w.Form.Folded
	row[aTag] = hash.Text(v.Tags[i].STTS())
	row[aSays], row[aStrength] = v.Saying(i), uint64(v.says.Strength(i))+1
	row[aEntity] = v.Entity(i)
	row[aQuoted] = Quotedness(w)
	row[aMark] = m.Number()
	row[aBy] = uint64(m.by) + 1
	row[aEdge] = uint64(m.edge) + 1
	row[aStart] = uint64(min(i-un.First, 4))<<4 | uint64(min(un.Last-1-i, 3)) + 1
	row[aPunct] = 1
	if i > un.First && v.ws[i-1].Kind == extract.Punctuation {
		row[aPunct] = hash.Text(v.ws[i-1].Text)
	}
	if i+1 < un.Last && v.ws[i+1].Kind == extract.Punctuation {
		row[aPunct] += hash.Text(v.ws[i+1].Text) << 1
	}
}

// neighbour tells what the unit before or after unit u has, and whether it is in the
// same paragraph.
func (v *View) neighbour(k, u int) uint64 {
	if k < 0 || k >= len(v.text.Units) {
		return 1
	}
	t := 2 + uint64(v.infos[k].has)<<4 + uint64(v.infos[k].mood)
	if v.text.Units[k].Paragraph != v.text.Units[u].Paragraph {
		t |= 1 << 40
	}
	return t
}

// lastClaim tells in one number what the rules found last before the unit.
func (in *unitInfo) lastClaim() uint64 {
	n := uint64(in.lastKind)<<8 | uint64(in.lastGap)<<4 | 1
	if in.lastSame {
		n |= 2
	}
	return n
}

// traits tells kind, mood and cue of a clause in one number.
func (c *clauseInfo) traits() uint64 {
	return 2 + uint64(c.Clause.Kind) | uint64(c.Mood)<<4 | c.CueTraits()<<8
}

// Place tells how near token i is to the clause's ends.
func (c *clauseInfo) Place(i int) uint64 {
	return uint64(min(i-c.Clause.First, 3))<<4 | uint64(min(c.Clause.Last-1-i, 2)) + 1
}

// CueTraits tells what the cue of a clause takes, or how strong its words are.
func (c *clauseInfo) CueTraits() uint64 {
	switch {
	case c.cue:
		return 2 | uint64(c.takes&^saying.NotReflexive)<<2
	case c.noun:
		return 3 | uint64(c.takes&^saying.NotReflexive)<<2
	}
	return 1 | uint64(c.strength)<<2
}

// reach tells for each clause how far the next clause with a cue is, to the left and
// to the right, and what that takes.
func reach(cs []clauseInfo) (left, right []uint64) {
	both := make([]uint64, 2*len(cs))
	left, right = both[:len(cs)], both[len(cs):]
	look := func(out []uint64, from, step int) {
		at := -1
		for k := from; 0 <= k && k < len(cs); k += step {
			out[k] = 1
			if at >= 0 {
				out[k] = cs[at].CueTraits()<<4 | uint64(min((k-at)*step, 3)) + 1
			}
			if cs[k].cue || cs[k].noun {
				at = k
			}
		}
	}
	look(left, 0, 1)
	look(right, len(cs)-1, -1)
	return left, right
}

// Saying tells what kind of word of saying a token is: how strong, what it takes and
// what it says of the claim.
func (v *View) Saying(i int) uint64 {
	s := v.says.At(i)
	if s.Strength == saying.NotSaying {
		return 1
	}
	e := &saying.Cues().Entries[s.ID]
	return 2 | uint64(s.Strength)<<2 | uint64(e.Takes)<<8 | uint64(e.Stance)<<24
}

// Entity tells which kind of name a token belongs to, and whether it begins it.
func (v *View) Entity(i int) uint64 {
	e := v.text.Entity[i]
	if e < 0 {
		return 1
	}
	n := uint64(v.text.Entities[e].Label) + 2
	if i == 0 || v.text.Entity[i-1] != e {
		n |= 16
	}
	if v.text.Entities[e].Label == entities.PER {
		n |= 32
	}
	return n
}

// Quotedness tells how a word stands to quotation marks.
func Quotedness(w *syntax.Word) uint64 {
	switch {
	case w.Kind == extract.OpenQuote:
		return 2
	case w.Kind == extract.CloseQuote:
		return 3
	case w.Quoted && w.Speech:
		return 4
	case w.Quoted:
		return 5
	}
	return 1
}
