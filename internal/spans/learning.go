package spans

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
)

// This file is for the trainer: what the models see, and what they should say. Users'
// programs do not link it.

// EachUnit calls yield for each unit that the token model reads, with what it sees of the
// unit's tokens, which is valid until yield returns, and the labels that it should give
// them. gold are the claims of the text.
func (v *View) EachUnit(s *Scratch, gold []claim.Claim, yield func(*linear.Sequence, []linear.Label)) {
	labels := v.goldLabels(gold)
	for u := range v.text.Units {
		if !v.units[u].read {
			continue
		}
		un := &v.text.Units[u]
		n := un.Last - un.First
		s.grid.Reset(tokenTemplates, n)
		v.fillTokens(&s.grid, u)
		s.seq.Reset()
		for i := range n {
			s.seq.Begin(0)
			tokenTemplates.Extract(&s.grid, i, &s.seq)
		}
		yield(&s.seq, labels[un.First:un.Last])
	}
}

// goldLabels returns the labels that the token model should give the tokens of a text. Of
// several claims that share a token the longest has it: the token model does not see what
// is nested.
func (v *View) goldLabels(gold []claim.Claim) []linear.Label {
	labels := make([]linear.Label, len(v.ws))
	order := slices.Clone(gold)
	slices.SortStableFunc(order, func(a, b claim.Claim) int { return cmp.Compare(len(b.Content), len(a.Content)) })
	for _, part := range [...]func(c *claim.Claim) (linear.Label, []int){
		func(c *claim.Claim) (linear.Label, []int) { return labelOf(c.Kind), c.Content },
		func(c *claim.Claim) (linear.Label, []int) { return LabelCue, c.Cue },
		func(c *claim.Claim) (linear.Label, []int) { return LabelSpeaker, c.Speaker },
		func(c *claim.Claim) (linear.Label, []int) { return LabelAddressee, c.Addressee },
		func(c *claim.Claim) (linear.Label, []int) { return LabelFrame, c.Frame },
	} {
		for n := range order {
			y, tokens := part(&order[n])
			for _, t := range tokens {
				if labels[t] == labelOutside {
					labels[t] = y
				}
			}
		}
	}
	return labels
}

// EachCandidate calls yield for each candidate with the features that the filter sees,
// which are valid until yield returns, and what it should say: truth is how far the candidate overlaps
// the gold claim that is most like it, less where that is of another kind; right is
// whether it overlaps one by half.
func (r *Reading) EachCandidate(gold []claim.Claim, yield func(row []uint8, truth float32, right bool)) {
	row := make([]uint8, FilterFeatures)
	for _, c := range r.makeCandidates() {
		r.fillCandidate(row, &c)
		truth, overlap := 0.0, 0.0
		for n := range gold {
			j := claim.Jaccard(c.content, gold[n].Content)
			overlap = max(overlap, j)
			if gold[n].Kind != c.kind {
				j *= otherKind
			}
			truth = max(truth, j)
		}
		yield(row, float32(truth), overlap >= .5)
	}
}

// otherKind is what a candidate of the wrong kind is worth.
const otherKind = .2
