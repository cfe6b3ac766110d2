package roles

import (
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
	var lastSpeaker []int
	for n := range found {
		g := mostAlike(&found[n], gold)
		if g == nil {
			continue
		}
		t := f.newTarget(&found[n], lastSpeaker)
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
		if len(g.Speaker) > 0 {
			lastSpeaker = g.Speaker
		}
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

// EachSpeaker calls yield for all words that may name the speakers of the claims found
// that are like gold ones, with their features, which are valid until yield returns, and
// how far they overlap the true words (F1). found are the claims with the roles that the role model
// found.
func (f *Finder) EachSpeaker(s *Scratch, m *linear.Model, found, gold []claim.Claim, yield func(row []uint8, truth float32)) {
	contentOf := f.contentOf(found)
	row := make([]uint8, SpeakerFeatures)
	var lastSpeaker []int
	for n := range found {
		g := mostAlike(&found[n], gold)
		t := f.newTarget(&found[n], lastSpeaker)
		if s := found[n].Speaker; len(s) > 0 {
			lastSpeaker = s
		}
		if g == nil {
			continue
		}
		l := s.decoder.Marginals(m, f.roleSequence(s, m, &t, contentOf))
		x := f.nominate(&t, l)
		for k, w := range x.words {
			x.fill(row, k)
			yield(row, 2*float32(w.common(g.Speaker))/float32(w.end-w.first+len(g.Speaker)))
		}
	}
}

// EachClaim calls yield with what the models of mediums and stances see of the claims of a
// text that are like gold ones, and the labels that they should give: stances or mediums.
func (f *Finder) EachClaim(s *Scratch, found, gold []claim.Claim, voice func(*claim.Claim) uint64, stance bool, yield func(*linear.Sequence, []linear.Label)) {
	var alike []claim.Claim
	var labels []linear.Label
	for n := range found {
		if g := mostAlike(&found[n], gold); g != nil {
			alike = append(alike, found[n])
			y := linear.Label(g.Medium)
			if stance {
				y = linear.Label(g.Stance)
			}
			labels = append(labels, y)
		}
	}
	if len(alike) > 0 {
		yield(f.claimSequence(s, alike, voice, stance), labels)
	}
}
