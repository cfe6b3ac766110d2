package roles

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/trees"
)

// FindRoles returns claims, which must stand in order of their content, with their roles.
// Without a model of speakers they have all the words for which that is the likeliest role.
func (f *Finder) FindRoles(s *Scratch, m *linear.Model, speakers *trees.Model, chosen []claim.Claim) []claim.Claim {
	out := slices.Clone(chosen)
	contentOf := f.contentOf(out)
	var last lastSpeakers
	for n := range out {
		f.text.Sign.Look()
		c := &out[n]
		c.Parent = claim.Enclosing(out[:n], c)
		f := f.of(c)
		t := f.newTarget(c, last.before(c))
		if p := t.alike; p != nil && p.Via != claim.ViaNone && p.Kind == c.Kind { // its form tells all
			frame := p.Frame
			if n := len(frame); n > 0 && f.text.IsPunct(frame[n-1], ":") {
				frame = frame[:n-1]
			}
			c.Cue, c.Frame, c.Speaker, c.Addressee, c.Carried, c.Via = p.Cue, frame, p.Speaker, p.Addressee, p.Carried, p.Via
		} else {
			l := s.decoder.Marginals(m, f.roleSequence(s, m, &t, contentOf))
			f.decodeRoles(l, &t, c)
			if speakers != nil {
				f.chooseSpeaker(s, speakers, l, &t, c)
			}
		}
		if c.Parent >= 0 && c.Kind == claim.Direct && len(c.Cue) == 0 && c.Via == claim.ViaNone {
			p := &out[c.Parent]
			c.Cue, c.Frame, c.Speaker, c.Addressee, c.Carried = p.Cue, p.Frame, p.Speaker, p.Addressee, p.Carried
			c.Sure, c.Rivals = p.Sure, p.Rivals
		}
		if len(c.Speaker) == 0 && len(c.Cue) == 0 && last.goesOn(c, t.unit) {
			c.Speaker, c.Carried = last.before(c), true
		}
		last.set(c, c.Speaker, t.unit)
		f.spoke(c.Speaker)
	}
	return out
}

// lastSpeakers are the words that named the last speakers: in the text, and in the quotation
// that is read. Inside a quotation its own speaker comes first.
type lastSpeakers struct {
	outer, inner []int
	unit         int // of the claim of the outer one
}

// before returns the words that named the last speaker before a claim.
func (l *lastSpeakers) before(c *claim.Claim) []int {
	if c.Inner && len(l.inner) > 0 {
		return l.inner
	}
	return l.outer
}

// set tells that the next claim, of a unit, has a speaker.
func (l *lastSpeakers) set(c *claim.Claim, speaker []int, unit int) {
	switch {
	case !c.Inner && len(speaker) > 0:
		l.outer, l.inner, l.unit = speaker, nil, unit
	case !c.Inner:
		l.inner = nil
	case len(speaker) > 0:
		l.inner = speaker
	}
}

// goesOn reports whether the last speaker can be that of a claim of a unit.
func (l *lastSpeakers) goesOn(c *claim.Claim, unit int) bool {
	return len(l.before(c)) > 0 && (c.Inner || unit-l.unit < carryUnits)
}

// carryUnits is within how many units the speaker of a claim can be that of the next.
const carryUnits = 8

// decodeRoles gives each token of a claim's window its likeliest role.
func (f *Finder) decodeRoles(l *linear.Lattice, t *target, c *claim.Claim) {
	for k := range t.end - t.first {
		role := roleNone
		for y := range roleCount {
			if l.Prob(k, y) > l.Prob(k, role) {
				role = y
			}
		}
		i := t.first + k
		switch role {
		case roleCue:
			if f.ws[i].Text != "nicht" { // "sagte nicht, wer": the cue is what is denied
				c.Cue = append(c.Cue, i)
			}
		case roleSpeaker:
			c.Speaker = append(c.Speaker, i)
		case roleAddressee:
			c.Addressee = append(c.Addressee, i)
		}
		if role != roleNone && t.kind.Framed() {
			c.Frame = append(c.Frame, i)
		}
	}
	c.Frame = f.text.TrimFrame(c.Frame)
}

// chooseSpeaker chooses the words of the speaker among whole phrases.
func (f *Finder) chooseSpeaker(s *Scratch, m *trees.Model, l *linear.Lattice, t *target, c *claim.Claim) {
	c.Speaker = nil
	x := f.nominate(t, l)
	for _, i := range c.Cue {
		if x.heeder = f.says.Heeder(i); x.heeder != nil {
			c.Addressee = x.heeder
			break
		}
	}
	w, ok := x.choose(s, m, c)
	if !ok {
		return
	}
	c.Speaker = claim.Tokens(w.first, w.end)
	unit := f.reading.UnitAt(w.first)
	if t.kind.Framed() && len(c.Frame) > 0 && unit == t.unit {
		c.Frame = claim.Union(c.Frame, c.Speaker)
	}
	c.Carried = unit < t.unit && !claim.Contains(c.Frame, w.first)
}
