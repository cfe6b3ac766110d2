package roles

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/spans"
)

// fillWindow fills the attributes of the tokens of a claim's window. contentOf is the
// kind of the claim whose content a token is, by token.
func (f *Finder) fillWindow(s *Scratch, t *target, contentOf []claim.Kind) {
	var ofClaim [roleAttrs]uint64
	f.fillClaim(ofClaim[:], t)
	window := f.window(s, t)
	bestCue := f.bestCue(t, window)
	u := f.reading.UnitAt(t.first)
	for k := range window {
		i := t.first + k
		for i >= f.text.Units[u].Last {
			u++
		}
		row := s.grid.Row(k)
		copy(row, ofClaim[:])
		f.fillWord(row, i)
		f.fillProbabilities(row, i)
		f.fillClause(row, i)
		f.fillPlace(row, t, u, i, window[k].content)
		row[rRuleRole] = uint64(window[k].ruleRole) + 1
		row[rContentOf] = uint64(contentOf[i]) + 1
		if window[k].lastSpeaker {
			row[rLastSpeaker] = 2
		}
		row[rBestCue] = bestCue<<3 | row[rProbCue]
	}
}

// fillClaim fills what is the same for all tokens of the window.
func (f *Finder) fillClaim(row []uint64, t *target) {
	row[rKind], row[rOpening] = uint64(t.kind)+1, f.ws[t.content[0]].Form.Folded
	row[rBy] = 1
	if t.alike != nil {
		row[rBy] = uint64(t.alike.By) + 2
	}
	switch {
	case len(t.lastSpeaker) == 0:
		row[rLastSpeaker] = 4
	case t.lastSpeaker[0] < t.first:
		row[rLastSpeaker] = 3
	default: // it is in the window
		row[rLastSpeaker] = 1
	}
}

// bestCue returns the grade of the likeliest cue outside of the content.
func (f *Finder) bestCue(t *target, window []windowToken) uint64 {
	best := float32(0)
	for k := range window {
		if !window[k].content {
			best = max(best, f.reading.Prob(t.first+k, spans.LabelCue))
		}
	}
	return coarseGrade(best)
}

// fillWord fills what concerns token i alone.
func (f *Finder) fillWord(row []uint64, i int) {
	w := &f.ws[i]
	row[rWord], row[rTag] = w.Form.Folded, hash.Text(f.tags[i].STTS())
	row[rEntity], row[rSaying], row[rQuoted] = f.reading.EntityTraits(i), f.reading.SayingTraits(i), spans.QuotationClass(w)
	row[rVerdict] = f.reading.Verdict(i).Traits()
	row[rPunctBefore], row[rPunctAfter] = 1, 1
	if i > 0 && f.ws[i-1].Kind == extract.Punctuation {
		row[rPunctBefore] = hash.Text(f.ws[i-1].Text)
	}
	if i+1 < len(f.ws) && f.ws[i+1].Kind == extract.Punctuation {
		row[rPunctAfter] = hash.Text(f.ws[i+1].Text)
	}
}

// fillProbabilities fills what the token model says of token i.
func (f *Finder) fillProbabilities(row []uint64, i int) {
	row[rProbCue] = coarseGrade(f.reading.Prob(i, spans.LabelCue))
	row[rProbSpeaker] = coarseGrade(f.reading.Prob(i, spans.LabelSpeaker))
	row[rProbFrame] = coarseGrade(f.reading.Prob(i, spans.LabelFrame))
	row[rProbAddressee] = coarseGrade(f.reading.Prob(i, spans.LabelAddressee))
	row[rProbContent] = coarseGrade(f.reading.ContentProb(i))
}

// coarseGrade puts a probability into one of seven classes.
func coarseGrade(p float32) uint64 {
	for k, limit := range [...]float32{.02, .1, .25, .5, .75, .93} {
		if p < limit {
			return uint64(k) + 1
		}
	}
	return 7
}

// fillClause fills what the clause of token i is.
func (f *Finder) fillClause(row []uint64, i int) {
	row[rTakes] = 1
	if c := f.reading.ClauseAt(i); c != nil {
		row[rTakes], row[rVerb], row[rClause] = c.CueTraits(), c.Lemma, uint64(c.Kind)+2
		row[rPlace] = c.Place(i)
	}
}

// Where a token stands to the content of a claim.
const (
	sideInside = iota + 1
	sideBefore
	sideAfter
	sideBetween // two runs of content
)

// fillPlace fills where token i of unit u stands to the content of the claim.
func (f *Finder) fillPlace(row []uint64, t *target, u, i int, content bool) {
	first, last := t.content[0], t.content[len(t.content)-1]
	side, gap := uint64(sideBetween), 0
	row[rBorder] = 1
	switch {
	case content:
		side = sideInside
	case i < first:
		side, gap = sideBefore, t.firstClause-f.reading.ClauseNumber(i)
		row[rBorder] = hash.Text(f.ws[first-1].Text)
	case i > last:
		side, gap = sideAfter, f.reading.ClauseNumber(i)-t.lastClause
		row[rBorder] = hash.Text(f.ws[last+1].Text)
	}
	unit := uint64(1) // its own
	switch {
	case u < t.unit:
		unit, gap = 2, 0
	case i > last && i >= f.text.Units[t.unit].Last:
		unit, gap = 3, 0
	}
	gap = min(max(gap, 0), 4)
	row[rUnit], row[rGap], row[rWhere] = unit<<2|side, uint64(gap)+1, unit<<8|side<<4|uint64(gap)+1
}
