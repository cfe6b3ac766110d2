package spans

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// fillTokens fills the attributes of a unit's tokens. The grid takes 0 for an attribute
// that a token does not have, so an answer such as "none" is 1 or more.
func (v *View) fillTokens(g *linear.Grid, u int) {
	un := &v.text.Units[u]
	var ofUnit [attrCount]uint64
	v.fillUnit(ofUnit[:], u)
	cs := v.clausesOf(u)
	left, right := cuesAround(cs)
	begun := -1 // the last clause begun
	for i := un.First; i < un.Last; i++ {
		row := g.Row(i - un.First)
		copy(row, ofUnit[:])
		v.fillWord(row, un, i)
		if v.clauseAt[i] >= 0 {
			begun = int(v.clauseAt[i] - v.firstClause[u])
			cs[begun].fill(row)
		} else {
			row[aClause], row[aTakes] = 1, 1
		}
		if begun >= 0 {
			row[aLeft], row[aRight] = left[begun], right[begun]
		}
	}
}

// fillUnit fills what is the same for all tokens of a unit.
func (v *View) fillUnit(row []uint64, u int) {
	un, traits := &v.text.Units[u], &v.units[u]
	row[aMain] = uint64(traits.mood) + 1
	row[aUnit] = uint64(traits.has) + 1
	row[aOpening] = v.ws[un.First].Form.Folded
	row[aEnding] = hash.Text(v.ws[un.Last-1].Text)
	row[aUnitBefore] = v.neighbourTraits(u-1, u)
	row[aUnitAfter] = v.neighbourTraits(u+1, u)
	row[aLastClaim] = traits.lastClaim()
}

// fillWord fills what concerns token i alone.
func (v *View) fillWord(row []uint64, un *syntax.Unit, i int) {
	w, verdict := &v.ws[i], &v.verdicts[i]
	row[aWord] = w.Form.Folded
	row[aTag] = hash.Text(v.tags[i].STTS())
	row[aSaying], row[aStrength] = v.SayingTraits(i), uint64(v.says.At(i).Strength)+1
	row[aEntity] = v.EntityTraits(i)
	row[aVerdict] = verdict.Traits()
	row[aBy] = uint64(verdict.by) + 1
	row[aEdge] = uint64(1 + Flag(verdict.begins) + 2*Flag(verdict.ends))
	row[aPunct] = 1
	if i > un.First && v.ws[i-1].Kind == extract.Punctuation {
		row[aPunct] = hash.Text(v.ws[i-1].Text)
	}
	if i+1 < un.Last && v.ws[i+1].Kind == extract.Punctuation {
		row[aPunct] += hash.Text(v.ws[i+1].Text) << 1
	}
}

// fill fills what the clause of a token is.
func (c *Clause) fill(row []uint64) {
	row[aClause] = uint64(c.Kind) + 2
	if c.Bracket {
		row[aClause] += 16
	}
	row[aTakes], row[aFinite] = c.CueTraits(), uint64(c.Mood)+1
	row[aBegin] = c.begin
}

// cuesAround returns for each clause what the next clause with a cue takes and how far
// it is, to the left and to the right.
func cuesAround(cs []Clause) (left, right []uint64) {
	both := make([]uint64, 2*len(cs))
	left, right = both[:len(cs)], both[len(cs):]
	fill := func(out []uint64, from, step int) {
		last := -1 // the last clause with a cue
		for k := from; 0 <= k && k < len(cs); k += step {
			out[k] = 1
			if last >= 0 {
				out[k] = cs[last].CueTraits()<<4 | uint64(min((k-last)*step, 3)) + 1
			}
			if cs[k].cue || cs[k].nounCue {
				last = k
			}
		}
	}
	fill(left, 0, 1)
	fill(right, len(cs)-1, -1)
	return left, right
}

// The functions below give several properties in one number, their traits.

// neighbourTraits returns what unit n beside unit u has, and whether it is in the same
// paragraph.
func (v *View) neighbourTraits(n, u int) uint64 {
	if n < 0 || n >= len(v.text.Units) {
		return 1
	}
	t := 2 + uint64(v.units[n].has)<<4 + uint64(v.units[n].mood)
	if v.text.Units[n].Paragraph != v.text.Units[u].Paragraph {
		t |= 1 << 40
	}
	return t
}

// lastClaim returns what the rules found last before the unit.
func (t *unitTraits) lastClaim() uint64 {
	n := uint64(t.lastKind)<<8 | uint64(t.lastDistance)<<4 | 1
	if t.lastSameParagraph {
		n |= 2
	}
	return n
}

// traits returns kind, mood and cue of a clause.
func (c *Clause) traits() uint64 {
	return 2 + uint64(c.Kind) | uint64(c.Mood)<<4 | c.CueTraits()<<8
}

// Place returns how near token i is to the clause's ends.
func (c *Clause) Place(i int) uint64 {
	return uint64(min(i-c.First, 3))<<4 | uint64(min(c.Last-1-i, 2)) + 1
}

// CueTraits returns what the cue of a clause takes, or how strong its words are.
func (c *Clause) CueTraits() uint64 {
	switch {
	case c.cue:
		return 2 | uint64(c.takes&^saying.NotReflexive)<<2
	case c.nounCue:
		return 3 | uint64(c.takes&^saying.NotReflexive)<<2
	}
	return 1 | uint64(c.strength)<<2
}

// Traits returns role and kind, never 0.
func (t *Verdict) Traits() uint64 { return uint64(t.Role)<<4 | uint64(t.kind) + 1 }

// SayingTraits returns what kind of word of saying a token is: how strong, what it takes
// and what it says of the claim.
func (v *View) SayingTraits(i int) uint64 {
	s := v.says.At(i)
	if s.Strength == saying.NotSaying {
		return 1
	}
	e := &saying.Cues().Entries[s.ID]
	return 2 | uint64(s.Strength)<<2 | uint64(e.Takes)<<8 | uint64(e.Stance)<<24
}

// EntityTraits returns which kind of name a token belongs to, and whether it begins it.
func (v *View) EntityTraits(i int) uint64 {
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
