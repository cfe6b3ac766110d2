package roles

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/trees"
)

// target is a claim whose roles are looked for, and the window of tokens in which
// they are: its unit, the one before, and after a quotation the next.
type target struct {
	kind       claim.Kind
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
	windowAfter  = 100
)

func (f *Finder) newTarget(p *claim.Claim, last []int) target {
	t := target{kind: p.Kind, content: p.Content, like: -1, last: last, unit: f.view.UnitAt(p.Content[0])}
	first, end := p.Content[0], p.Content[len(p.Content)-1]
	lastUnit := f.view.UnitAt(end)
	best := .3
	f.view.Touching(t.unit, lastUnit, func(n int, c *rules.Claim) {
		if j := claim.Jaccard(c.Content, p.Content); j > best {
			best, t.like = j, n
		}
	})
	t.first = f.text.Units[t.unit].First
	if t.unit > 0 && !f.text.Units[t.unit-1].Furniture {
		t.first = f.text.Units[t.unit-1].First
	}
	if p.Kind == claim.Direct && lastUnit+1 < len(f.text.Units) && f.text.Units[lastUnit+1].Paragraph == f.text.Units[lastUnit].Paragraph {
		lastUnit++
	}
	t.first = max(t.first, first-windowBefore)
	t.end = min(f.text.Units[lastUnit].Last, end+windowAfter)
	return t
}

// windowed is what a claim makes of a token of its window.
type windowed struct {
	content, lastSpeaker bool
	role                 claim.Role // by the rules
}

// look fills the window of a claim.
func (f *Finder) look(s *Scratch, t *target) []windowed {
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
		for r, part := range f.view.Found[t.like].Parts() {
			each(part, func(w *windowed) { w.role = claim.Role(r) })
		}
	}
	return s.window
}

// clauseAt returns the clause of a token, or the last one before it in its unit.
func (f *Finder) clauseAt(i int) int32 {
	if f.view.Clause[i] >= 0 {
		return f.view.Clause[i]
	}
	first := f.view.First[f.view.UnitAt(i)]
	for k := i - 1; k >= 0 && k > i-windowBefore; k-- {
		if f.view.Clause[k] >= 0 {
			return max(f.view.Clause[k], first-1)
		}
	}
	return first - 1
}

// roleSequence returns what the role model sees of a claim.
func (f *Finder) roleSequence(s *Scratch, t *target, others []claim.Kind) *linear.Sequence {
	s.grid.Reset(roleTemplates, t.end-t.first)
	f.fillRoles(s, t, others)
	s.seq.Reset()
	for k, w := range s.window {
		switch {
		case !t.kind.Framed():
			s.seq.Begin(1<<labelOutside | 1<<labelSpeaker)
		case w.content:
			s.seq.Begin(1 << labelOutside)
		default:
			s.seq.Begin(0)
		}
		roleTemplates.Extract(&s.grid, k, &s.seq)
	}
	return &s.seq
}

// contents returns the kind of the claim whose content a token is, by token.
func (f *Finder) contents(ps []claim.Claim) []claim.Kind {
	out := make([]claim.Kind, len(f.ws))
	for _, p := range ps {
		for _, i := range p.Content {
			out[i] = p.Kind
		}
	}
	return out
}

// FindRoles returns claims, which must stand in order of their content, with their roles.
// Without a model of speakers they have all the words for which that is the likeliest role.
func (f *Finder) FindRoles(s *Scratch, m *linear.Model, speakers *trees.Model, chosen []claim.Claim) []claim.Claim {
	ps := slices.Clone(chosen)
	others := f.contents(ps)
	last := -1 // the last claim with a speaker
	for n := range ps {
		p := &ps[n]
		p.Parent = enclosing(ps[:n], p)
		var speaker []int
		if last >= 0 {
			speaker = ps[last].Speaker
		}
		t := f.newTarget(p, speaker)
		f.decodeRoles(s, m, speakers, &t, others, p)
		if p.Parent >= 0 && p.Kind == claim.Direct && len(p.Cue) == 0 {
			q := &ps[p.Parent]
			p.Cue, p.Frame, p.Speaker, p.Addressee, p.Carried = q.Cue, q.Frame, q.Speaker, q.Addressee, q.Carried
		}
		if len(p.Speaker) == 0 && len(p.Cue) == 0 && last >= 0 && t.unit-f.view.UnitAt(ps[last].Content[0]) < carryUnits {
			p.Speaker, p.Carried = speaker, true
		}
		if len(p.Speaker) > 0 {
			last = n
		}
	}
	return ps
}

// carryUnits is over how many units a speaker goes on.
const carryUnits = 8

// enclosing returns the last claim whose content checks that of p, or -1. Those that
// begin much earlier are not looked at, so that time stays linear.
func enclosing(ps []claim.Claim, p *claim.Claim) int {
	for n := len(ps) - 1; n >= max(0, len(ps)-16); n-- {
		q := &ps[n]
		if len(q.Content) > len(p.Content) && claim.Contains(q.Content, p.Content[0]) && claim.Contains(q.Content, p.Content[len(p.Content)-1]) {
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
func (f *Finder) decodeRoles(s *Scratch, m *linear.Model, speakers *trees.Model, t *target, others []claim.Kind, p *claim.Claim) {
	l := s.decoder.Marginals(m, f.roleSequence(s, t, others))
	for k := range t.end - t.first {
		y := labelOutside
		for x := range labelCount {
			if l.Prob(k, x) > l.Prob(k, y) {
				y = x
			}
		}
		i := t.first + k
		switch y {
		case labelCue:
			if f.ws[i].Text != "nicht" { // "sagte nicht, wer": what is denied is the cue
				p.Cue = append(p.Cue, i)
			}
		case labelSpeaker:
			p.Speaker = append(p.Speaker, i)
		case labelAddressee:
			p.Addressee = append(p.Addressee, i)
		}
		if y != labelOutside && t.kind.Framed() {
			p.Frame = append(p.Frame, i)
		}
	}
	p.Frame = f.text.TrimFrame(p.Frame)
	if speakers == nil {
		return
	}
	p.Speaker = nil
	w, value := f.nominate(t, l).choose(s, speakers)
	if value < leastSpeaker {
		return
	}
	p.Speaker = claim.Tokens(w.first, w.end)
	if t.kind.Framed() && len(p.Frame) > 0 && f.view.UnitAt(w.first) == t.unit {
		p.Frame = claim.Union(p.Frame, p.Speaker)
	}
	p.Carried = f.view.UnitAt(w.first) < t.unit && !claim.Contains(p.Frame, w.first)
}
