package roles

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/spans"
)

// coarse puts a probability into one of seven classes.
func coarse(p float32) uint64 {
	for k, limit := range [...]float32{.02, .1, .25, .5, .75, .93} {
		if p < limit {
			return uint64(k) + 1
		}
	}
	return 7
}

// Where a token stands to the content of a claim.
const (
	sideIn = iota + 1
	sideBefore
	sideAfter
	sideBetween
)

// fillRoles puts the attributes of a claim's window into the grid. others are the
// contents of all claims, by token.
func (f *Finder) fillRoles(s *Scratch, t *target, others []claim.Kind) {
	window := f.look(s, t)
	first, last := t.content[0], t.content[len(t.content)-1]
	bestCue := float32(0)
	for k := range window {
		if !window[k].content {
			bestCue = max(bestCue, f.view.Prob(t.first+k, spans.LabelCue))
		}
	}
	by := uint64(1)
	if t.like >= 0 {
		by = uint64(f.view.Found[t.like].By) + 2
	}
	lastSpeaker := uint64(1) // it is in the window
	switch {
	case len(t.last) == 0:
		lastSpeaker = 4
	case t.last[0] < t.first:
		lastSpeaker = 3
	}
	firstClause, lastClause := f.clauseAt(first), f.clauseAt(last)
	opening := f.ws[first].Form.Folded
	u := f.view.UnitAt(t.first)
	for k := range window {
		i := t.first + k
		for i >= f.text.Units[u].Last {
			u++
		}
		row := s.grid.Row(k)
		f.fillNear(row, i)
		row[rBy], row[rKind], row[rFirst] = by, uint64(t.kind)+1, opening
		row[rRule] = uint64(window[k].role) + 1
		row[rOther] = uint64(others[i]) + 1
		row[rLastSpeaker] = lastSpeaker
		if window[k].lastSpeaker {
			row[rLastSpeaker] = 2
		}
		row[rCued] = coarse(bestCue)<<3 | coarse(f.view.Prob(i, spans.LabelCue))
		unit, side, gap := uint64(1), uint64(sideBetween), int32(0)
		row[rJoint] = 1
		switch {
		case window[k].content:
			side = sideIn
		case i < first:
			side, gap = sideBefore, firstClause-f.clauseAt(i)
			row[rJoint] = hash.Text(f.ws[first-1].Text)
		case i > last:
			side, gap = sideAfter, f.clauseAt(i)-lastClause
			row[rJoint] = hash.Text(f.ws[last+1].Text)
		}
		switch {
		case u < t.unit:
			unit, gap = 2, 0
		case i > last && i >= f.text.Units[t.unit].Last:
			unit, gap = 3, 0
		}
		gap = min(max(gap, 0), 4)
		row[rUnit], row[rGap], row[rWhere] = unit<<2|side, uint64(gap)+1, unit<<8|side<<4|uint64(gap)+1
	}
}

// fillNear puts in what does not depend on the claim.
func (f *Finder) fillNear(row []uint64, i int) {
	w, m := &f.ws[i], &f.view.Marks[i]
	row[rWord], row[rTag] = w.Form.Folded, hash.Text(f.view.Tags[i].STTS())
	row[rEntity], row[rSays], row[rQuoted] = f.view.Entity(i), f.view.Saying(i), spans.Quotedness(w)
	row[rRuleOther] = m.Number()
	row[rCue], row[rSpeaker] = coarse(f.view.Prob(i, spans.LabelCue)), coarse(f.view.Prob(i, spans.LabelSpeaker))
	row[rFrame], row[rAddressee] = coarse(f.view.Prob(i, spans.LabelFrame)), coarse(f.view.Prob(i, spans.LabelAddressee))
	content := float32(0)
	for y := spans.LabelDirect; y <= spans.LabelReported; y++ {
		content += f.view.Prob(i, y)
	}
	row[rContent] = coarse(content)
	row[rTakes] = 1
	if k := f.view.Clause[i]; k >= 0 {
		c := &f.view.Clauses[k]
		row[rTakes], row[rVerb], row[rClause] = c.CueTraits(), c.Lemma, uint64(c.Clause.Kind)+2
		row[rPlace] = c.Place(i)
	}
	row[rPunct], row[rPunctAfter] = 1, 1
	if i > 0 && f.ws[i-1].Kind == extract.Punctuation {
		row[rPunct] = hash.Text(f.ws[i-1].Text)
	}
	if i+1 < len(f.ws) && f.ws[i+1].Kind == extract.Punctuation {
		row[rPunctAfter] = hash.Text(f.ws[i+1].Text)
	}
}
