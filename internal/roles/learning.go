package roles

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
)

// What follows tells the trainer what the models should say; users' programs do not
// link it.

// Signature tells which features the role model sees.
func Signature() uint64 { return roleTemplates.Signature() }

// EachRole calls yield for each claim that is known with the labels of its window.
// found are the claims as they were chosen, in order, gold what is true.
func (v *Finder) EachRole(s *Scratch, found, gold []claim.Claim, yield func(*linear.Sequence, []linear.Label)) {
	others := v.contents(found)
	var last []int
	for n := range found {
		g := likest(&found[n], gold)
		if g == nil {
			continue
		}
		t := v.newTarget(&found[n], last)
		labels := make([]linear.Label, t.end-t.first)
		for _, part := range [...]struct {
			y      linear.Label
			tokens []int
		}{{labelFrame, g.Frame}, {labelAddressee, g.Addressee}, {labelSpeaker, g.Speaker}, {labelCue, g.Cue}} {
			for _, i := range part.tokens {
				if i >= t.first && i < t.end {
					labels[i-t.first] = part.y
				}
			}
		}
		yield(v.roleSequence(s, &t, others), labels)
		if len(g.Speaker) > 0 {
			last = g.Speaker
		}
	}
}

// likest returns the gold claim that a found one is, or nil.
func likest(f *claim.Claim, gold []claim.Claim) *claim.Claim {
	var out *claim.Claim
	best := .4
	for n := range gold {
		j := claim.Jaccard(f.Content, gold[n].Content)
		if gold[n].Kind == f.Kind {
			j += .01
		}
		if j > best {
			best, out = j, &gold[n]
		}
	}
	return out
}

// EachSpeaker calls yield for all words that may name the speakers of claims, with
// their features, which are used again, and how much of the true words they are. found
// are the claims with the roles that the role model found.
func (v *Finder) EachSpeaker(s *Scratch, m *linear.Model, found, gold []claim.Claim, yield func(row []uint8, truth float32)) {
	others := v.contents(found)
	row := make([]uint8, speakerFeatures)
	var last []int
	for n := range found {
		g := likest(&found[n], gold)
		t := v.newTarget(&found[n], last)
		if s := found[n].Speaker; len(s) > 0 {
			last = s
		}
		if g == nil {
			continue
		}
		l := s.decoder.Marginals(m, v.roleSequence(s, &t, others))
		x := v.nominate(&t, l)
		for k, w := range x.words {
			x.fill(row, k)
			yield(row, 2*float32(w.shared(g.Speaker))/float32(w.end-w.first+len(g.Speaker)))
		}
	}
}

// EachMedium calls yield with what the medium model sees of the claims of a document
// that are known, and what it should say.
func (v *Finder) EachMedium(s *Scratch, found, gold []claim.Claim, yield func(*linear.Sequence, []linear.Label)) {
	var known []claim.Claim
	var labels []linear.Label
	for n := range found {
		if g := likest(&found[n], gold); g != nil {
			known = append(known, found[n])
			labels = append(labels, linear.Label(g.Medium))
		}
	}
	if len(known) > 0 {
		yield(v.mediumSequence(s, known), labels)
	}
}
