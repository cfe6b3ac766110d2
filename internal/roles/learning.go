package roles

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
)

// This file is for the trainer: what the models see, and what they should say. Users'
// programs do not link it.

// EachRole calls yield for each claim found that is like a gold one, with what the role
// model sees of its window, which is valid until yield returns, and the labels that it
// should give. found are the claims as they were chosen, in order, gold those that are
// true.
func (f *Finder) EachRole(s *Scratch, found, gold []claim.Claim, yield func(*linear.Sequence, []linear.Label)) {
	contentOf := f.contentOf(found)
	var last lastSpeakers
	for n := range found {
		g := mostAlike(&found[n], gold)
		if g == nil {
			continue
		}
		f := f.of(&found[n])
		t := f.newTarget(&found[n], last.before(&found[n]))
		labels := make([]linear.Label, t.end-t.first)
		for _, part := range [...]struct {
			y      linear.Label
			tokens []int
		}{{roleFrame, g.Frame}, {roleAddressee, g.Addressee}, {roleSpeaker, g.Speaker}, {roleCue, g.Cue}} {
			for _, i := range part.tokens {
				if i >= t.first && i < t.end {
					labels[i-t.first] = part.y
				}
			}
		}
		yield(f.roleSequence(s, nil, &t, contentOf), labels)
		last.set(&found[n], g.Speaker, t.unit)
	}
}

// mostAlike returns the gold claim that a found one overlaps most, or nil if that is too
// little.
func mostAlike(f *claim.Claim, gold []claim.Claim) (like *claim.Claim) {
	best := .4
	for n := range gold {
		j := claim.Jaccard(f.Content, gold[n].Content)
		if gold[n].Kind == f.Kind {
			j += .01
		}
		if j > best {
			best, like = j, &gold[n]
		}
	}
	return like
}

// EachSpeaker calls yield for each claim found that is like a gold one with the features of
// all words that may name the speaker, and of nobody, which are valid until yield returns, and
// which of them are right. found are the claims with the roles that the role model found.
func (f *Finder) EachSpeaker(s *Scratch, m *linear.Model, found, gold []claim.Claim, yield func(rows []uint8, right []bool)) {
	contentOf := f.contentOf(found)
	var last lastSpeakers
	for n := range found {
		g := mostAlike(&found[n], gold)
		f := f.of(&found[n])
		t := f.newTarget(&found[n], last.before(&found[n]))
		last.set(&found[n], found[n].Speaker, t.unit)
		if g != nil {
			l := s.decoder.Marginals(m, f.roleSequence(s, m, &t, contentOf))
			x := f.nominate(&t, l)
			rows := make([]uint8, (len(x.words)+1)*SpeakerFeatures)
			x.fillAll(rows)
			yield(rows, x.right(g.Speaker))
		}
		f.spoke(found[n].Speaker)
	}
}

// right tells which words have most in common with the true ones, nobody if there are none. If
// none has enough, all are wrong.
func (x *nominees) right(speaker []int) []bool {
	out := make([]bool, len(x.words)+1)
	out[len(x.words)] = len(speaker) == 0
	best := .5
	for k, w := range x.words {
		switch f1 := 2 * float64(w.common(speaker)) / float64(w.end-w.first+len(speaker)); {
		case f1 > best:
			clear(out)
			best, out[k] = f1, true
		case f1 == best:
			out[k] = true
		}
	}
	if len(speaker) > 0 && !slices.Contains(out, true) { // the head without what hangs on it
		for k, w := range x.words {
			out[k] = w.first == speaker[0]
		}
	}
	return out
}

// EachClaim calls yield with what the models of stances and mediums see of the claims of a
// text that are like gold ones, and the labels that they should give. found must have their roles.
func (f *Finder) EachClaim(s *Scratch, found, gold []claim.Claim, voice func(*claim.Claim) uint64, yield func(stances, mediums *linear.Sequence, stance, medium []linear.Label)) {
	var alike, like []claim.Claim
	for n := range found {
		if g := mostAlike(&found[n], gold); g != nil {
			alike, like = append(alike, found[n]), append(like, *g)
		}
	}
	if len(alike) > 0 {
		f.claimSequences(s, alike, voice)
		var stance, medium []linear.Label
		for _, g := range like {
			stance = append(stance, linear.Label(g.Stance))
			medium = append(medium, linear.Label(g.Medium))
		}
		yield(&s.seq, &s.mediums, stance, medium)
	}
}
