package attribution

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/trees"
)

// target is a claim whose roles are looked for, and the window of tokens in which
// they are: its unit, the one before, and behind a quotation the next.
type target struct {
	kind       Kind
	content    []int
	like       int   // the claim of the rules that is most like it, or -1
	last       []int // the speaker of the claim before
	unit       int
	first, end int // the window
}

// The window reaches so many tokens beyond the content at most, so that time stays
// linear in the text.
const (
	windowBefore = 150
	windowBehind = 100
)

func (v *View) newTarget(p *Claim, last []int) target {
	t := target{kind: p.Kind, content: p.Content, like: -1, last: last, unit: v.unitAt(p.Content[0])}
	first, end := p.Content[0], p.Content[len(p.Content)-1]
	lastUnit := v.unitAt(end)
	best := .3
	v.touching(t.unit, lastUnit, func(n int, f *found) {
		if j := Jaccard(f.Content, p.Content); j > best {
			best, t.like = j, n
		}
	})
	t.first = v.units[t.unit].first
	if t.unit > 0 && !v.units[t.unit-1].furniture {
		t.first = v.units[t.unit-1].first
	}
	if p.Kind == Direct && lastUnit+1 < len(v.units) && v.units[lastUnit+1].paragraph == v.units[lastUnit].paragraph {
		lastUnit++
	}
	t.first = max(t.first, first-windowBefore)
	t.end = min(v.units[lastUnit].last, end+windowBehind)
	return t
}

// windowed is what a claim makes of a token of its window.
type windowed struct {
	content, lastSpeaker bool
	role                 role // by the rules
}

// look fills the window of a claim.
func (v *View) look(s *Scratch, t *target) []windowed {
	n := t.end - t.first
	s.window = slices.Grow(s.window[:0], n)[:n]
	clear(s.window)
	each := func(part []int, do func(w *windowed)) {
		for _, i := range part {
			if i >= t.first && i < t.end {
				do(&s.window[i-t.first])
			}
		}
	}
	each(t.content, func(w *windowed) { w.content = true })
	each(t.last, func(w *windowed) { w.lastSpeaker = true })
	if t.like >= 0 {
		for r, part := range v.found[t.like].Parts() {
			each(part, func(w *windowed) { w.role = role(r) })
		}
	}
	return s.window
}

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
	sideBehind
	sideBetween
)

// fillRoles puts the attributes of a claim's window into the grid. others are the
// contents of all claims, by token.
func (v *View) fillRoles(s *Scratch, t *target, others []Kind) {
	window := v.look(s, t)
	first, last := t.content[0], t.content[len(t.content)-1]
	bestCue := float32(0)
	for k := range window {
		if !window[k].content {
			bestCue = max(bestCue, v.prob(t.first+k, labelCue))
		}
	}
	by := uint64(1)
	if t.like >= 0 {
		by = uint64(v.found[t.like].by) + 2
	}
	lastSpeaker := uint64(1) // it is in the window
	switch {
	case len(t.last) == 0:
		lastSpeaker = 4
	case t.last[0] < t.first:
		lastSpeaker = 3
	}
	firstClause, lastClause := v.clauseAt(first), v.clauseAt(last)
	opening := v.ws[first].form.folded
	u := v.unitAt(t.first)
	for k := range window {
		i := t.first + k
		for i >= v.units[u].last {
			u++
		}
		row := s.grid.Row(k)
		v.fillNear(row, i)
		row[rBy], row[rKind], row[rFirst] = by, uint64(t.kind)+1, opening
		row[rRule] = uint64(window[k].role) + 1
		row[rOther] = uint64(others[i]) + 1
		row[rLastSpeaker] = lastSpeaker
		if window[k].lastSpeaker {
			row[rLastSpeaker] = 2
		}
		row[rCued] = coarse(bestCue)<<3 | coarse(v.prob(i, labelCue))
		unit, side, gap := uint64(1), uint64(sideBetween), int32(0)
		row[rJoint] = 1
		switch {
		case window[k].content:
			side = sideIn
		case i < first:
			side, gap = sideBefore, firstClause-v.clauseAt(i)
			row[rJoint] = linear.Text(v.ws[first-1].text)
		case i > last:
			side, gap = sideBehind, v.clauseAt(i)-lastClause
			row[rJoint] = linear.Text(v.ws[last+1].text)
		}
		switch {
		case u < t.unit:
			unit, gap = 2, 0
		case i > last && i >= v.units[t.unit].last:
			unit, gap = 3, 0
		}
		gap = min(max(gap, 0), 4)
		row[rUnit], row[rGap], row[rWhere] = unit<<2|side, uint64(gap)+1, unit<<8|side<<4|uint64(gap)+1
	}
}

// fillNear puts in what does not depend on the claim.
func (v *View) fillNear(row []uint64, i int) {
	w, m := &v.ws[i], &v.marks[i]
	row[rWord], row[rTag] = w.form.folded, linear.Text(v.tags[i].STTS())
	row[rEntity], row[rSays], row[rQuoted] = v.entity(i), v.saying(i), quotedness(w)
	row[rRuleOther] = m.number()
	row[rCue], row[rSpeaker] = coarse(v.prob(i, labelCue)), coarse(v.prob(i, labelSpeaker))
	row[rFrame], row[rAddressee] = coarse(v.prob(i, labelFrame)), coarse(v.prob(i, labelAddressee))
	content := float32(0)
	for y := labelDirect; y <= labelReported; y++ {
		content += v.prob(i, y)
	}
	row[rContent] = coarse(content)
	row[rTakes] = 1
	if k := v.clause[i]; k >= 0 {
		c := &v.clauses[k]
		row[rTakes], row[rVerb], row[rClause] = c.cueTraits(), c.lemma, uint64(c.kind)+2
		row[rPlace] = c.place(i)
	}
	row[rPunct], row[rPunctAfter] = 1, 1
	if i > 0 && v.ws[i-1].Kind == extract.Punctuation {
		row[rPunct] = linear.Text(v.ws[i-1].text)
	}
	if i+1 < len(v.ws) && v.ws[i+1].Kind == extract.Punctuation {
		row[rPunctAfter] = linear.Text(v.ws[i+1].text)
	}
}

// clauseAt returns the clause of a token, or the last one before it in its unit.
func (v *View) clauseAt(i int) int32 {
	if v.clause[i] >= 0 {
		return v.clause[i]
	}
	first := v.first[v.unitAt(i)]
	for k := i - 1; k >= 0 && k > i-windowBefore; k-- {
		if v.clause[k] >= 0 {
			return max(v.clause[k], first-1)
		}
	}
	return first - 1
}

// roleSequence returns what the role model sees of a claim.
func (v *View) roleSequence(s *Scratch, t *target, others []Kind) *linear.Sequence {
	s.grid.Reset(roleTemplates, t.end-t.first)
	v.fillRoles(s, t, others)
	s.seq.Reset()
	for k, w := range s.window {
		switch {
		case !t.kind.framed():
			s.seq.Begin(1<<partOutside | 1<<partSpeaker)
		case w.content:
			s.seq.Begin(1 << partOutside)
		default:
			s.seq.Begin(0)
		}
		roleTemplates.Extract(&s.grid, k, &s.seq)
	}
	return &s.seq
}

// contents returns the kind of the claim whose content a token is, by token.
func (v *View) contents(ps []Claim) []Kind {
	out := make([]Kind, len(v.ws))
	for _, p := range ps {
		for _, i := range p.Content {
			out[i] = p.Kind
		}
	}
	return out
}

// FindRoles completes claims, which must stand in order of their content. Without a
// model of speakers they have all the words for which that is the likeliest role.
func (v *View) FindRoles(s *Scratch, m *linear.Model, speakers *trees.Model, ps []Claim) {
	others := v.contents(ps)
	last := -1 // the last claim with a speaker
	for n := range ps {
		p := &ps[n]
		p.Parent = enclosing(ps[:n], p)
		var speaker []int
		if last >= 0 {
			speaker = ps[last].Speaker
		}
		t := v.newTarget(p, speaker)
		v.decodeRoles(s, m, speakers, &t, others, p)
		if p.Parent >= 0 && p.Kind == Direct && len(p.Cue) == 0 {
			q := &ps[p.Parent]
			p.Cue, p.Frame, p.Speaker, p.Addressee, p.Carried = q.Cue, q.Frame, q.Speaker, q.Addressee, q.Carried
		}
		if len(p.Speaker) == 0 && len(p.Cue) == 0 && last >= 0 && t.unit-v.unitAt(ps[last].Content[0]) < carryUnits {
			p.Speaker, p.Carried = speaker, true
		}
		if len(p.Speaker) > 0 {
			last = n
		}
	}
}

// carryUnits is over how many units a speaker goes on.
const carryUnits = 8

// enclosing returns the last claim whose content holds that of p, or -1. Those that
// begin much earlier are not looked at, so that time stays linear.
func enclosing(ps []Claim, p *Claim) int {
	for n := len(ps) - 1; n >= max(0, len(ps)-16); n-- {
		q := &ps[n]
		if len(q.Content) > len(p.Content) && contains(q.Content, p.Content[0]) && contains(q.Content, p.Content[len(p.Content)-1]) {
			return n
		}
	}
	return -1
}

// leastSpeaker is how much of the true words a phrase must probably be to name the
// speaker.
const leastSpeaker = .15

// decodeRoles gives each token of a claim's window its likeliest role. The speaker is
// chosen among whole phrases, by the second model if there is one.
func (v *View) decodeRoles(s *Scratch, m *linear.Model, speakers *trees.Model, t *target, others []Kind, p *Claim) {
	l := s.decoder.Marginals(m, v.roleSequence(s, t, others))
	for k := range t.end - t.first {
		y := partOutside
		for x := range partCount {
			if l.Prob(k, x) > l.Prob(k, y) {
				y = x
			}
		}
		i := t.first + k
		switch y {
		case partCue:
			if v.ws[i].text != "nicht" { // "sagte nicht, wer": what is denied is the cue
				p.Cue = append(p.Cue, i)
			}
		case partSpeaker:
			p.Speaker = append(p.Speaker, i)
		case partAddressee:
			p.Addressee = append(p.Addressee, i)
		}
		if y != partOutside && t.kind.framed() {
			p.Frame = append(p.Frame, i)
		}
	}
	p.Frame = v.trimFrame(p.Frame)
	if speakers == nil {
		return
	}
	p.Speaker = nil
	w, value := v.nominate(t, l).choose(s, speakers)
	if value < leastSpeaker {
		return
	}
	p.Speaker = tokens(w.first, w.end)
	if t.kind.framed() && len(p.Frame) > 0 && v.unitAt(w.first) == t.unit {
		p.Frame = union(p.Frame, p.Speaker)
	}
	p.Carried = v.unitAt(w.first) < t.unit && !contains(p.Frame, w.first)
}
