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
	last := -1 // the last claim with a speaker
	for n := range out {
		f.text.Sign.Look()
		c := &out[n]
		c.Parent = enclosing(out[:n], c)
		var lastSpeaker []int
		if last >= 0 {
			lastSpeaker = out[last].Speaker
		}
		t := f.newTarget(c, lastSpeaker)
		l := s.decoder.Marginals(m, f.roleSequence(s, m, &t, contentOf))
		f.decodeRoles(l, &t, c)
		if speakers != nil {
			f.chooseSpeaker(s, speakers, l, &t, c)
		}
		if p := t.alike; p != nil && p.Via != claim.ViaNone && p.Kind == c.Kind {
			frame := p.Frame
			if n := len(frame); n > 0 && f.text.IsPunct(frame[n-1], ":") {
				frame = frame[:n-1]
			}
			c.Cue, c.Frame, c.Speaker, c.Addressee, c.Carried, c.Via = p.Cue, frame, p.Speaker, p.Addressee, p.Carried, p.Via
		}
		if c.Parent >= 0 && c.Kind == claim.Direct && len(c.Cue) == 0 && c.Via == claim.ViaNone {
			p := &out[c.Parent]
			c.Cue, c.Frame, c.Speaker, c.Addressee, c.Carried = p.Cue, p.Frame, p.Speaker, p.Addressee, p.Carried
		}
		if len(c.Speaker) == 0 && len(c.Cue) == 0 && last >= 0 && t.unit-f.reading.UnitAt(out[last].Content[0]) < carryUnits {
			c.Speaker, c.Carried = lastSpeaker, true
		}
		if len(c.Speaker) > 0 {
			last = n
		}
	}
	return out
}

// carryUnits is within how many units the speaker of a claim can be that of the next.
const carryUnits = 8

// enclosing returns the last of the claims whose content has the ends of c's in it, or
// -1. Claims that begin much earlier are not looked at, so that time stays linear.
func enclosing(claims []claim.Claim, c *claim.Claim) int {
	for n := len(claims) - 1; n >= max(0, len(claims)-16); n-- {
		p := &claims[n]
		if len(p.Content) > len(c.Content) && claim.Contains(p.Content, c.Content[0]) && claim.Contains(p.Content, c.Content[len(c.Content)-1]) {
			return n
		}
	}
	return -1
}

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

// leastSpeaker is how far a phrase must probably overlap the true words to name the
// speaker.
const leastSpeaker = .15

// chooseSpeaker chooses the words of the speaker among whole phrases.
func (f *Finder) chooseSpeaker(s *Scratch, m *trees.Model, l *linear.Lattice, t *target, c *claim.Claim) {
	c.Speaker = nil
	w, value := f.nominate(t, l).choose(s, m)
	if value < leastSpeaker {
		return
	}
	c.Speaker = claim.Tokens(w.first, w.end)
	unit := f.reading.UnitAt(w.first)
	if t.kind.Framed() && len(c.Frame) > 0 && unit == t.unit {
		c.Frame = claim.Union(c.Frame, c.Speaker)
	}
	c.Carried = unit < t.unit && !claim.Contains(c.Frame, w.first)
}
