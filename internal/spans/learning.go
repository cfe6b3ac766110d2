package spans

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
)

// What follows tells the trainer what the models should say; users' programs do not
// link it.

// Signature tells which features the token model sees.
func Signature() uint64 { return tokenTemplates.Signature() }

// TokenGold returns the labels that the token model should give the tokens of a
// document. Of several claims that share a token the longest has it: the token
// model does not see what is nested.
func (v *View) TokenGold(gold []claim.Claim) []linear.Label {
	labels := make([]linear.Label, len(v.ws))
	order := slices.Clone(gold)
	slices.SortStableFunc(order, func(p, q claim.Claim) int { return cmp.Compare(len(q.Content), len(p.Content)) })
	for _, part := range [...]func(p *claim.Claim) (linear.Label, []int){
		func(p *claim.Claim) (linear.Label, []int) { return labelOf(p.Kind), p.Content },
		func(p *claim.Claim) (linear.Label, []int) { return LabelCue, p.Cue },
		func(p *claim.Claim) (linear.Label, []int) { return LabelSpeaker, p.Speaker },
		func(p *claim.Claim) (linear.Label, []int) { return LabelAddressee, p.Addressee },
		func(p *claim.Claim) (linear.Label, []int) { return LabelFrame, p.Frame },
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

// EachCandidate calls yield for each candidate with the features that the filter
// sees, which are used again, and what it should say: the share of a gold claim that
// the candidate is, less where that is of another kind; right is whether it is at
// least half.
func (v *Reading) EachCandidate(gold []claim.Claim, yield func(row []uint8, truth float32, right bool)) {
	row := make([]uint8, filterFeatures)
	for _, c := range v.makeCandidates() {
		v.fillCandidate(row, &c)
		best, share := 0.0, 0.0
		for n := range gold {
			j := claim.Jaccard(c.content, gold[n].Content)
			share = max(share, j)
			if gold[n].Kind != c.kind {
				j *= otherKind
			}
			best = max(best, j)
		}
		yield(row, float32(best), share >= .5)
	}
}

// otherKind is what a candidate of the wrong kind is worth.
const otherKind = .2

// Spans returns the bytes of tokens, given by their indexes in order.
func (v *View) Spans(tokens []int) []extract.Span { return v.text.Spans(tokens) }
